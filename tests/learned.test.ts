import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptLearned, learned, type Learning } from '../learned';
import { readText } from '../nlp/fold';
import type { Utterance } from '../nlp/types';

const MESSAGES: readonly Utterance[] = [
  { text: 'nước thải đen chảy ra kênh', intent: 'report.pollution', category: 'water' },
  { text: 'nước thải chảy ra sông', intent: 'report.pollution', category: 'water' },
  { text: 'karaoke ồn suốt đêm', intent: 'report.pollution', category: 'noise' },
  { text: 'loa karaoke ồn quá', intent: 'report.pollution', category: 'noise' },
  { text: 'làm sổ đỏ phí bao nhiêu', intent: 'procedure.ask', aspect: 'fee', procedure: 'so-do' },
  { text: 'sổ đỏ phí bao nhiêu tiền', intent: 'procedure.ask', aspect: 'fee', procedure: 'so-do' },
  { text: 'làm sổ đỏ mất bao lâu', intent: 'procedure.ask', aspect: 'duration', procedure: 'so-do' },
  { text: 'sổ đỏ bao lâu thì có', intent: 'procedure.ask', aspect: 'duration', procedure: 'so-do' },
];
const FILES = ['taxonomy', 'taxonomy-labels', 'concepts', 'procedures', 'procedure-words'];

let root: string;
let said: string[];
/** How often the messages were read: only who learns reads them. */
let times: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hotline-learned-'));
  for (const folder of ['content/utterances', 'nlp']) mkdirSync(join(root, folder), { recursive: true });
  for (const name of FILES) writeFileSync(join(root, 'content', `${name}.yaml`), '');
  change('first');
  said = [];
  times = 0;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const change = (text: string): void => writeFileSync(join(root, 'content', 'utterances', 'a.yaml'), text);
const kept = (): string[] => readdirSync(join(root, 'dist', 'learned'));
const learning = (more: Partial<Learning> = {}): Learning => ({
  root,
  content: {
    utterances: () => {
      times++;
      return [...MESSAGES];
    },
    concepts: {},
    catalogue: [],
    procedureWords: {},
  },
  say: (line) => said.push(line),
  ...more,
});
const intentOf = (text: string, more?: Partial<Learning>): string | undefined =>
  learned(learning(more)).classifier.judge(readText(text)).verdicts('intent')[0]?.label;

it('is learnt once, and read from where it is kept afterwards', () => {
  expect(intentOf('nước thải ra kênh')).toBe('report.pollution');
  expect(said).toEqual([expect.stringContaining('Đang học')]);
  const before = learned(learning());
  expect(times).toBe(1);
  expect(said).toHaveLength(1);
  expect(before.procedures.labels).toContain('others');
  expect(kept()).toHaveLength(1);
});

it('what is read is what was learnt', () => {
  const [fresh, again] = [learned(learning()), learned(learning())];
  for (const { text } of MESSAGES)
    expect(again.classifier.judge(readText(text)).verdicts('intent')).toEqual(
      fresh.classifier.judge(readText(text)).verdicts('intent'),
    );
  expect(again.procedures).toEqual(fresh.procedures);
});

it('is not there before it was learnt', () => {
  expect(keptLearned(learning())).toBeUndefined();
  learned(learning());
  expect(keptLearned(learning())).toBeDefined();
});

it.each(['content/utterances/a.yaml', 'content/concepts.yaml', 'content/utterances/b.yaml', 'nlp/new.ts'])(
  'a change of %s makes it learn anew, and back again costs nothing',
  (name) => {
    const file = join(root, name);
    const before = existsSync(file) ? readFileSync(file) : undefined;
    learned(learning());
    writeFileSync(file, 'changed');
    learned(learning());
    expect(times).toBe(2);
    if (before) writeFileSync(file, before);
    else rmSync(file);
    learned(learning());
    expect(times).toBe(2);
  },
);

it('what staff taught counts too, and is kept apart', () => {
  const taught: Utterance[] = [
    { text: 'bái bai nghen', intent: 'goodbye' },
    { text: 'bái bai nha', intent: 'goodbye' },
  ];
  expect(intentOf('bái bai')).not.toBe('goodbye');
  expect(intentOf('bái bai', { taught })).toBe('goodbye');
  expect(intentOf('bái bai')).not.toBe('goodbye');
  expect(times).toBe(2);
});

it.each(['classifier.bin', 'procedures.bin'])('is learnt again when %s was cut short', (name) => {
  learned(learning());
  const file = join(root, 'dist', 'learned', kept()[0] ?? '', name);
  const whole = readFileSync(file);
  for (const length of [0, 3, Math.floor(whole.length / 2), whole.length - 1]) {
    writeFileSync(file, whole.subarray(0, length));
    learned(learning());
    expect(readFileSync(file)).toEqual(whole);
  }
  expect(times).toBe(5);
});

it('a place that cannot be written does not stop it, and is told', () => {
  writeFileSync(join(root, 'dist'), 'a file where the folder should be');
  expect(intentOf('loa karaoke ồn')).toBe('report.pollution');
  expect(said.at(-1)).toMatch(/^Không giữ được/);
  expect(intentOf('loa karaoke ồn')).toBe('report.pollution');
  expect(times).toBe(2);
});

it('four are kept at most, the newest', () => {
  const names: string[] = [];
  for (let at = 0; at < 6; at++) {
    change(`version ${at}`);
    learned(learning());
    const [fresh = ''] = kept().filter((name) => !names.includes(name));
    // As if a minute lay between them: the clock of a file may be coarse.
    const then = Date.now() / 1000 - 60 * (10 - at);
    utimesSync(join(root, 'dist', 'learned', fresh), then, then);
    names.push(fresh);
  }
  expect(kept().sort()).toEqual(names.slice(-4).sort());
});
