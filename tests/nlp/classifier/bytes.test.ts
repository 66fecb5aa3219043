import fc from 'fast-check';
import { fromBytes, toBytes } from '../../../nlp/classifier/bytes';
import { conceptFinder } from '../../../nlp/classifier/concepts';
import { learn } from '../../../nlp/classifier/learn';
import { readText } from '../../../nlp/fold';
import { learnProcedures, procedureRanker } from '../../../nlp/procedures';
import * as procedureBytes from '../../../nlp/procedures/bytes';
import { EXAMPLES, UNSEEN } from './toys';

const conceptsIn = conceptFinder({ stink: ['bốc mùi', 'hôi thối'], loud: ['ồn ào', 'ầm ĩ'] });
const model = learn(EXAMPLES, { conceptsIn, temperatures: { label: 0.5 } });
const bytes = toBytes(model);

it('what comes back judges and explains the same', () => {
  const again = fromBytes(bytes, conceptsIn);
  for (const text of ['', ...EXAMPLES.map((each) => each.text), ...UNSEEN.map(([, each]) => each)]) {
    const [before, after] = [model, again].map((each) => each.judge(readText(text)));
    expect(after?.verdicts('label')).toEqual(before?.verdicts('label'));
    expect(after?.why('label', 'water')).toEqual(before?.why('label', 'water'));
  }
});

it('bytes that lie in the middle of others are read as well', () => {
  const around = new Uint8Array(bytes.length + 3);
  around.set(bytes, 3);
  const [, text] = UNSEEN[0] ?? [];
  const verdicts = fromBytes(around.subarray(3), conceptsIn)
    .judge(readText(text ?? ''))
    .verdicts('label');
  expect(verdicts).toEqual(model.judge(readText(text ?? '')).verdicts('label'));
});

it('bytes that are cut short are refused, wherever they are cut', () => {
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), (length) => {
      expect(() => fromBytes(bytes.subarray(0, length), conceptsIn)).toThrow();
    }),
  );
});

describe('of what was learnt about procedures', () => {
  const words = { certificate: ['sổ đỏ', 'giấy chứng nhận'], move: ['sang tên', 'chuyển nhượng'] };
  const lessons = [
    { text: 'làm sổ đỏ lần đầu', about: 'first', weight: 1 },
    { text: 'cấp giấy chứng nhận lần đầu', about: 'first', weight: 1 },
    { text: 'sang tên sổ đỏ', about: 'move', weight: 1 },
    { text: 'chuyển nhượng đất phải sang tên', about: 'move', weight: 1 },
    { text: 'hôm nay trời đẹp', about: 'elsewhere', weight: 1 },
    { text: 'hôm nay ăn gì', about: 'elsewhere', weight: 1 },
  ];
  const learnt = learnProcedures(lessons, ['first', 'move'], words);
  const kept = procedureBytes.toBytes(learnt);

  it('what comes back ranks the same', () => {
    const again = procedureBytes.fromBytes(kept);
    expect(again).toEqual(learnt);
    const [before, after] = [learnt, again].map((each) => procedureRanker(each, words));
    for (const { text } of lessons) expect(after?.(readText(text))).toEqual(before?.(readText(text)));
    expect(before?.(readText('sang ten so do'))[0]?.id).toBe('move');
  });

  it('bytes that are cut short are refused', () => {
    fc.assert(
      fc.property(fc.nat({ max: kept.length - 1 }), (length) => {
        expect(() => procedureBytes.fromBytes(kept.subarray(0, length))).toThrow();
      }),
    );
  });
});
