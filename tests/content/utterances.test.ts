import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { heldOut } from '../../bench/nlp/messages';
import { heldOutQuestions } from '../../bench/nlp/procedures';
import { readUtterances } from '../../content/utterances';
import { fold } from '../../nlp/fold';

const CONTENT = join(__dirname, '..', '..', 'content');

describe('a file of messages', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hotline-utterances-'));
    mkdirSync(join(folder, 'utterances'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const reading = (...lines: string[]) => {
    writeFileSync(join(folder, 'utterances', 'a.yaml'), lines.join('\n'));
    return () => readUtterances(folder);
  };

  it('tells intent, category, aspect and procedure of each message, in order', () => {
    expect(
      reading(
        'intent: report.pollution',
        'messages:',
        '  water:',
        '    - nước đen',
        '  noise:',
        '    - ồn quá ',
      )(),
    ).toEqual([
      { text: 'nước đen', intent: 'report.pollution', category: 'water' },
      { text: 'ồn quá', intent: 'report.pollution', category: 'noise' },
    ]);
    expect(
      reading(
        'intent: procedure.ask',
        'messages:',
        '  none:',
        '    fee: [phí bao nhiêu]',
        '  so-do:',
        '    form: [mẫu nào]',
      )(),
    ).toEqual([
      { text: 'phí bao nhiêu', intent: 'procedure.ask', aspect: 'fee' },
      { text: 'mẫu nào', intent: 'procedure.ask', aspect: 'form', procedure: 'so-do' },
    ]);
    expect(reading('intent: greet', 'messages:', '  all: [alo]')()).toEqual([
      { text: 'alo', intent: 'greet' },
    ]);
  });

  const greeting = (message: string) => [
    '# greetings',
    'intent: greet',
    'messages:',
    '  all:',
    '    - alo',
    message,
  ];

  it.each([
    ['an intent that there is not', ['intent: greets', 'messages:', '  all: [alo]'], /a\.yaml:1: intent/],
    [
      'a category that there is not',
      ['intent: report.emergency', 'messages:', '  air: [khói]', '  waters: [nước]'],
      /a\.yaml:\d+: messages/,
    ],
    [
      'an aspect that there is not',
      ['intent: procedure.ask', 'messages:', '  so-do:', '    fees: [phí]'],
      /a\.yaml:\d+: messages\.so-do/,
    ],
    [
      'a report without a category',
      ['intent: report.pollution', 'messages:', '  all: [a]'],
      /a\.yaml:\d+: messages/,
    ],
    ['no messages', ['intent: greet'], /a\.yaml:1: messages/],
    [
      'an empty message',
      greeting("    - ''"),
      /a\.yaml:6: messages\.all\.1 is an empty message; take it out/,
    ],
    ['one of spaces', greeting("    - '  '"), /a\.yaml:6: messages\.all\.1 is an empty message/],
    ['a number', greeting('    - 5'), /a\.yaml:6: messages\.all\.1 is no text; put it in quotes/],
    ['a yes', greeting('    - true'), /a\.yaml:6: messages\.all\.1 is no text/],
    ['nothing', greeting('    -'), /a\.yaml:6: messages\.all\.1 is no text/],
    ['a message with a colon', greeting('    - dạ: vâng'), /a\.yaml:6: messages\.all\.1 is no text/],
    ['no YAML', greeting('    - [alo'), /a\.yaml: /],
  ])('%s is refused with file and line', (_story, lines, message) => {
    expect(reading(...lines)).toThrow(message);
    expect(reading(...lines)).toThrow(/^content\/utterances\/a\.yaml/);
  });
});

describe('the messages of the product', () => {
  const learnt = readUtterances(CONTENT);
  const same = (text: string): string => fold(text).replace(/\s+/g, ' ').trim();

  it('are many, in composed form', () => {
    expect(learnt.length).toBeGreaterThan(2_500);
    for (const { text } of learnt) expect(text.normalize('NFC')).toBe(text);
  });

  it('none stands under its label twice, whatever the case and the accents', () => {
    const met = new Set<string>();
    const twice = learnt.filter(({ text, ...labels }) => {
      const key = `${JSON.stringify(labels)} ${same(text)}`;
      if (met.has(key)) return true;
      met.add(key);
      return false;
    });
    expect(twice).toEqual([]);
  });

  it('none is held out, but for words that everybody says', () => {
    const known = new Set(learnt.map(({ text }) => same(text)));
    const held = [
      ...heldOut(CONTENT, 'development').map(({ text }) => text),
      ...heldOut(CONTENT, 'test').map(({ text }) => text),
      ...heldOutQuestions(CONTENT).map(({ text }) => text),
    ];
    const leaked = held.filter((text) => known.has(same(text)));
    const short = leaked.filter((text) => same(text).split(' ').length <= 3);
    expect(leaked.filter((text) => !short.includes(text))).toEqual([]);
    expect(short.length / held.length).toBeLessThan(0.06);
  });
});
