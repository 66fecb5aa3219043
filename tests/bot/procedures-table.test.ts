import { answerOn, everything } from '../../bot/topics/procedures/answer';
import { isTold, Procedures, type ProcedureEntry } from '../../bot/topics/procedures/catalogue';
import { voicesOf } from '../../bot/words';
import type { Activity } from '../../hotline/activity';
import { ASPECTS } from '../../hotline/labels';
import { content } from '../town/content';

/** Telegram takes 4096 characters, Zalo 2000. */
const LONGEST = 2_000;

const voices = voicesOf(content.locales);
const procedures = new Procedures(content.catalogue, content.procedureNames);
const textOf = (activities: readonly Activity[]): string => activities.map(({ text }) => text).join('\n');

const table = content.catalogue.flatMap((entry) =>
  ASPECTS.map((aspect) => [entry.id, aspect, entry] as const),
);

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  const words = voices[language];

  it.each(table)('%s, %s: an answer that is whole and names its procedure', (id, aspect, entry) => {
    const answers = answerOn(words, procedures, entry, { asked: [aspect], told: [], offered: [] });
    const text = textOf(answers);
    expect(text).toContain(procedures.nameOf(id));
    expect(text).not.toMatch(/\{\{|undefined|null|NaN|\[object/);
    expect(text).toBe(text.normalize('NFC'));
    const head = language === 'vi' ? /Bản nháp|Đã đối chiếu|Để chắc chắn/ : /A draft|Compared|To be sure/;
    expect(text).toMatch(head);
    for (const answer of answers) {
      expect(answer.text?.length).toBeLessThan(LONGEST);
      expect(answer.channelData?.procedure).toEqual({ id });
    }
    const last = answers.at(-1);
    expect(last?.channelData?.ask).toBe('aspect');
    expect(last?.channelData?.options?.includes(words(`procedure.aspects.${aspect}`))).toBe(
      aspect === 'general',
    );
    expect(answers.slice(0, -1).every(({ channelData }) => channelData?.ask === undefined)).toBe(true);
  });

  it.each(content.catalogue.map((entry) => [entry.id, entry] as const))(
    '%s: a term or a fee is told only when it was checked',
    (_id, entry) => {
      const text = textOf(everything(words, procedures, entry));
      for (const fact of ['processing_time', 'fee'] as const) {
        const value = entry[fact];
        if (value !== null) expect(text.includes(value)).toBe(isTold(entry, fact));
      }
      for (const paper of entry.documents) expect(text).toContain(paper);
    },
  );
});

describe('an entry that staff have approved', () => {
  const draft = procedures.find('dat-chuyen-nhuong') as ProcedureEntry;
  const approved: ProcedureEntry = {
    ...draft,
    review_status: 'approved',
    fee: '50.000 đồng',
    online_level: 'toàn trình',
  };
  const told = (aspect: 'duration' | 'fee' | 'place', entry: ProcedureEntry) =>
    textOf(answerOn(voices.vi, procedures, entry, { asked: [aspect], told: [], offered: [] }));

  it('tells its term, its fee and whether it is done online, as confirmed', () => {
    expect(told('duration', approved)).toContain('Không quá 10 ngày làm việc');
    expect(told('duration', approved)).toContain('Cán bộ đã xác nhận');
    expect(told('fee', approved)).toContain('50.000 đồng');
    expect(told('place', approved)).toContain('Nộp trực tuyến: toàn trình');
  });

  it('as a draft it tells neither, but where to ask', () => {
    expect(told('duration', draft)).not.toContain('10 ngày');
    expect(told('duration', draft)).toContain('dichvucong.gov.vn');
    expect(told('duration', draft)).toContain(draft.agency);
  });
});

it('everyday names differ, and are short enough for a button', () => {
  const names = content.catalogue.map(({ id }) => procedures.nameOf(id));
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(45);
});
