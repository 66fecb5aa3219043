import path from 'node:path';
import { heldOutQuestions } from '../../bench/nlp/procedures';
import { loadContent } from '../../content';
import { readText } from '../../nlp/fold';
import { ELSEWHERE, lessonsFrom, OTHERS } from '../../nlp/procedures/lessons';
import { thingFinder } from '../../nlp/procedures/things';

const folder = path.join(__dirname, '..', '..', 'content');
const content = loadContent(folder);
const { catalogue, procedureWords } = content;
const utterances = content.utterances();
const asked = utterances.filter(({ intent }) => intent === 'procedure.ask');

describe('the catalogue', () => {
  it('holds 64 procedures, each once, all drafts until staff approved them', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(64);
    expect(catalogue.filter(({ review_status }) => review_status !== 'draft')).toEqual([]);
  });

  it('says nothing of which it is not known where it comes from', () => {
    for (const { facts, ...entry } of catalogue)
      for (const field of ['agency', 'documents', 'processing_time', 'fee', 'legal_basis'] as const) {
        const known = entry[field] !== null && entry[field].length > 0;
        expect([entry.id, field, facts[field].confidence !== 'unknown']).toEqual([entry.id, field, known]);
      }
  });
});

describe('the questions to learn from', () => {
  const count = (by: 'procedure' | 'aspect', what?: string) =>
    asked.filter((each) => each[by] === what).length;

  it('ask about every procedure of the catalogue, and about some outside', () => {
    for (const { id } of catalogue) expect([id, count('procedure', id) >= 10]).toEqual([id, true]);
    expect(count('procedure')).toBeGreaterThanOrEqual(80);
    const known = new Set(catalogue.map(({ id }) => id));
    expect(asked.filter(({ procedure }) => procedure !== undefined && !known.has(procedure))).toEqual([]);
  });

  it('ask about every aspect', () => {
    const aspects = new Set(asked.map(({ aspect }) => aspect));
    expect(aspects.size).toBe(10);
    for (const aspect of aspects) expect([aspect, count('aspect', aspect) >= 70]).toEqual([aspect, true]);
  });

  it('come once, and none of them is held out', () => {
    const learnt = asked.map(({ text }) => text.toLowerCase());
    const heldOut = heldOutQuestions(folder).map(({ text }) => text.toLowerCase());
    expect(learnt.filter((text, at) => learnt.indexOf(text) !== at)).toEqual([]);
    expect(heldOut.filter((text) => learnt.includes(text))).toEqual([]);
  });
});

describe('lessons', () => {
  const lessons = lessonsFrom(
    [{ id: 'dat-tach-thua', name: 'Tách thửa', common_questions: ['tách sổ'] }],
    [
      { text: 'cắt đất', intent: 'procedure.ask', procedure: 'dat-tach-thua', aspect: 'general' },
      { text: 'mở mỏ', intent: 'procedure.ask', procedure: 'not-in-the-catalogue', aspect: 'general' },
      { text: 'thẻ kiểm dịch', intent: 'procedure.ask', aspect: 'general' },
      { text: 'làm căn cước', intent: 'out_of_scope' },
      { text: 'khói quá', intent: 'report.pollution', category: 'air' },
      { text: 'chào em', intent: 'greet' },
      { text: 'nộp hồ sơ rồi', intent: 'dossier.status' },
    ],
  );

  it('are names, questions, and what nothing answers', () =>
    expect(lessons.map(({ text, about }) => [text, about])).toEqual([
      ['tách sổ', 'dat-tach-thua'],
      ['Tách thửa', 'dat-tach-thua'],
      ['cắt đất', 'dat-tach-thua'],
      ['mở mỏ', OTHERS],
      ['thẻ kiểm dịch', OTHERS],
      ['làm căn cước', ELSEWHERE],
      ['khói quá', 'reports'],
      ['chào em', 'talk'],
    ]));
});

describe('things', () => {
  const thingsIn = thingFinder(procedureWords);

  it.each([
    ['sổ hồng', ['certificate']],
    ['mất bìa đỏ', ['certificate', 'lost']],
    ['mat bia do', ['certificate', 'lost']],
    ['xin gpmt', ['permit', 'permission']],
    ['bo', []],
    ['lên Bộ', ['ministry']],
    ['hoà giải', ['mediation']],
    ['hòa giải', ['mediation']],
  ])('%s: %j', (text, things) => expect(thingsIn(readText(text))).toEqual(things.sort()));
});
