import { join } from 'node:path';
import fc from 'fast-check';
import { loadContent } from '../../content';
import { companyIn } from '../../nlp/company';
import {
  dossierCodesIn,
  emailIn,
  maskPhone,
  nameIn,
  phoneIn,
  platesIn,
  secretIn,
  ticketCodesIn,
} from '../../nlp/contact';
import { readText } from '../../nlp/fold';
import { deniedSpans, isOver } from '../../nlp/negation';
import { timeIn } from '../../nlp/time';
import { urgencyFinder } from '../../nlp/urgency';
import { monday } from '../town/people';

const isUrgent = urgencyFinder(loadContent(join(__dirname, '..', '..', 'content')).danger);
const LONGEST = 4_096;
/** Milliseconds. It takes three where nothing else runs; machines that test are busy. */
const ENOUGH = 60;

/** Every pass that a message goes through besides intent and place. */
function readAll(text: string): number {
  const said = readText(text);
  const start = performance.now();
  timeIn(said, monday);
  for (const pass of [companyIn, isUrgent, deniedSpans, isOver]) pass(said);
  for (const pass of [phoneIn, ticketCodesIn, dossierCodesIn, emailIn, platesIn]) pass(said.text);
  for (const pass of [maskPhone, nameIn, secretIn]) pass(said.text);
  return performance.now() - start;
}

/** The best of three: others run beside it. */
const best = (text: string): number => Math.min(readAll(text), readAll(text), readAll(text));

it.each([
  ...[
    'tối qua ',
    '1 ',
    'tu 1h den ',
    '20/11 ',
    '1-',
    '0.',
    'ngày ',
    'từ khi a ',
    'hai mươi ba giờ ',
    'cứ a b c ',
  ],
  ...[
    '0912345678 ',
    '0 ',
    '0912 345 67 ',
    'o9',
    '+84',
    'không chín ',
    'không chín một hai ba bốn năm sáu bảy tám ',
  ],
  ...[
    'xh-',
    'xh 2026 1 ',
    'H29.10-',
    '000.',
    'mã hồ sơ 1',
    'a@',
    '@a.',
    '51F-',
    '11A1',
    'AB12 ',
    'a',
    '\u0301',
    '🤢',
    '. ',
  ],
  ...[
    'công ty ',
    'công ty TNHH ',
    'lò gạch ',
    'trại heo ông ',
    '"',
    'không có mùi ',
    'hết mùi rồi ',
    'cháy kho ',
  ],
  ...['rò rỉ khí ', 'không ai bị ngất ', 'Nguyễn ', 'em là Hoa ', 'số '],
])('%j as often as it fits is read at once', (seed) => {
  expect(best(seed.repeat(LONGEST).slice(0, LONGEST))).toBeLessThan(ENOUGH);
});

it('whatever is typed, as often as it fits, is read at once', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 8 }));
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
      const text = (pieces.join('') || 'a').repeat(LONGEST).slice(0, LONGEST);
      expect(best(text)).toBeLessThan(ENOUGH);
    }),
    { numRuns: 100 },
  );
});
