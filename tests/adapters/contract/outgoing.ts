import { PHOTO } from '../../photo';
import type { Expectation } from './expectations';
import type { FarPerson } from './far-side';
import { until } from './house';
import { hears, meets, texts } from './meeting';

/** Words of nine letters and a gap. */
const wordsOf = (length: number): string =>
  Array.from({ length: Math.ceil(length / 10) }, (_, n) => `từ${String(n).padStart(7, '0')} `)
    .join('')
    .slice(0, length);
const withoutGaps = (text: string): string => text.replace(/\s+/g, '');
const PAPER = Buffer.from('%PDF-1.4\n%%EOF');

/** What the hotline says is shown as far as the channel can, and what it declares is true. */
export const OUTGOING: readonly Expectation[] = [
  {
    says: 'it declares what it is held to',
    holds(side, { declares }) {
      expect(side.house.capabilities).toEqual(declares);
      return Promise.resolve();
    },
  },
  {
    says: '10,000 letters are shown whole and in order, in messages no longer than declared',
    async holds(side, { declares: { textLimit } }) {
      const long = wordsOf(10_000);
      side.house.bot.answers('dài', { text: long });
      const hoa = await meets(side, 'Hoahoahoa');
      await hoa.says('dài');
      const whole = async () => withoutGaps((await texts(hoa)).join(''));
      await until(async () => (await whole()).length >= withoutGaps(long).length, 'all is shown');
      expect(await whole()).toBe(withoutGaps(long));
      for (const text of await texts(hoa)) expect(text.length).toBeLessThanOrEqual(textLimit);
    },
  },
  {
    says: 'a text of the declared length goes as one, a longer one as two',
    needs: ({ declares }) => !declares.pulls,
    async holds(side, { declares: { textLimit } }) {
      side.house.bot.answers('vừa', { text: 'a'.repeat(textLimit) });
      side.house.bot.answers('hơn', { text: 'b'.repeat(textLimit + 1) });
      const hoa = await meets(side, 'Hoahoahoa');
      await hoa.says('vừa');
      await hears(hoa, 'aaa');
      await hoa.says('hơn');
      await until(async () => (await texts(hoa)).join('').length > 2 * textLimit, 'all is shown');
      expect((await texts(hoa)).map(({ length }) => length)).toEqual([textLimit, textLimit, 1]);
    },
  },
  {
    says: 'words with accents apart are shown as the same words',
    async holds(side) {
      const words = 'Chúng tôi đã nhận được phản ánh';
      side.house.bot.answers('rời', { text: words.normalize('NFD') });
      const hoa = await meets(side, 'Hoahoahoa');
      await hoa.says('rời');
      expect((await hears(hoa, words)).text.normalize('NFC')).toBe(words);
    },
  },
  {
    says: 'options are buttons where they are declared, and numbered lines where not',
    async holds(side, { declares: { quickReplies } }) {
      const options = ['Đúng rồi', 'Không phải'];
      const actions = options.map((each) => ({ type: 'imBack', title: each, value: each }));
      const channelData = { ask: 'confirm' as const, options };
      side.house.bot.answers('chọn', { text: 'Nhé?', suggestedActions: { actions }, channelData });
      const hoa = await meets(side, 'Hoahoahoa');
      await hoa.says('chọn');
      const { text } = await hears(hoa, 'Nhé?');
      const shown = async () => (await hoa.seen()).flatMap((each) => each.options);
      if (quickReplies) await until(async () => (await shown()).length === 2, 'buttons are shown');
      expect(await shown()).toEqual(quickReplies ? options : []);
      expect(text.includes('1. Đúng rồi\n2. Không phải')).toBe(!quickReplies);
    },
  },
  {
    says: 'words of staff arrive, and the bot is silent until they leave',
    async holds(side) {
      const hoa = await meets(side, 'Hoahoahoa');
      await hoa.says('chào');
      await hears(hoa, 'nghe: chào');
      await side.house.staffSays(hoa.conversation(), { text: 'Chiều nay chúng tôi đến.' });
      await hears(hoa, 'Chiều nay chúng tôi đến.');
      await hoa.says('vâng');
      await until(async () => (await side.house.heard(hoa.conversation())).length === 2, 'it is heard');
      await side.house.staffLeaves(hoa.conversation());
      await hears(hoa, 'handedBack');
      expect((await texts(hoa)).filter((text) => text.includes('nghe'))).toEqual(['nghe: chào']);
    },
  },
  ...(['images', 'files'] as const).map((declared): Expectation => {
    const [name, type, bytes] =
      declared === 'images'
        ? (['hiện trường.png', 'image/png', PHOTO] as const)
        : (['quyết định.pdf', 'application/pdf', PAPER] as const);
    return {
      says: `${declared} of staff are shown where they are declared, and their words in any case`,
      async holds(side, { declares }) {
        const hoa = await meets(side, 'Hoahoahoa');
        await begins(hoa);
        const fileId = await side.house.keeps(hoa.conversation(), name, bytes);
        const attachments = [{ contentType: type, name, fileId }];
        await side.house.staffSays(hoa.conversation(), { text: 'Xin gửi bạn.', attachments });
        await hears(hoa, 'Xin gửi bạn.');
        const files = async () => (await hoa.seen()).reduce((sum, each) => sum + each.files, 0);
        if (declares[declared]) await until(async () => (await files()) === 1, 'it is shown');
        expect(await files()).toBe(declares[declared] ? 1 : 0);
      },
    };
  }),
  {
    says: 'that somebody of the staff is writing is shown',
    needs: ({ declares }) => declares.typing,
    async holds(side) {
      const hoa = await meets(side, 'Hoahoahoa');
      await begins(hoa);
      expect(await hoa.seesTyping?.()).toBe(false);
      side.house.centre.typing.note(hoa.conversation(), 'staff');
      await until(async () => (await hoa.seesTyping?.()) ?? false, 'it is shown');
    },
  },
];

/** Comes last: afterwards it is days later on the other side than here. */
export const LATER: readonly Expectation[] = [
  {
    says: 'outside the declared hours words wait, and come before the answer to the next message',
    needs: ({ declares }) => declares.window !== undefined,
    async holds(side, { declares: { window } }) {
      const hoa = await meets(side, 'Hoahoahoa');
      await begins(hoa);
      side.timePasses?.((window?.hours ?? 0) + 1);
      await side.house.staffSays(hoa.conversation(), { text: 'Đã xử lý xong.' });
      await side.house.staffLeaves(hoa.conversation());
      const waiting = async () =>
        (await side.house.turns(hoa.conversation()))
          .flatMap(({ out }) => out)
          .filter(({ delivery }) => delivery?.state === 'waiting').length;
      await until(async () => (await waiting()) === 2, 'they wait');
      expect(await texts(hoa)).toEqual(['nghe: chào']);
      await hoa.says('có tin gì không');
      await hears(hoa, 'nghe: có tin gì không');
      const [, first = '', ...others] = await texts(hoa);
      expect(first).toContain('Đã xử lý xong.');
      expect(others).toEqual(['handedBack', 'nghe: có tin gì không']);
    },
  },
];

async function begins(person: FarPerson): Promise<void> {
  await person.says('chào');
  await hears(person, 'nghe: chào');
}
