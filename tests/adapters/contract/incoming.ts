import type { Expectation } from './expectations';
import { until } from './house';
import { heard, hears, meets, texts } from './meeting';
import { MASKED } from './bot';
import { PHOTO } from '../../photo';

const PAPER = Buffer.from('%PDF-1.4\n%%EOF');
/** Sentences that are told apart, as long as that together. */
const longText = (length: number): string =>
  Array.from({ length: length / 10 }, (_, n) => `câu ${String(n).padStart(5, '0')}`)
    .join('')
    .slice(0, length);

/** What somebody does is understood for what it is. */
export const INCOMING: readonly Expectation[] = [
  {
    says: 'words with accents apart are the same words, letter for letter',
    async holds(side) {
      const hoa = await meets(side, 'Hoahoahoa');
      const words = 'Nhà máy ở Yên Phong xả khói đen 🏭';
      await hoa.says(words.normalize('NFD'));
      await hears(hoa, `nghe: ${words}`);
      const [said] = await heard(side, hoa);
      expect([words.normalize('NFD'), words]).toContain(said?.text);
    },
  },
  {
    says: '10,000 letters come whole and in order, however many messages it took',
    async holds(side) {
      const hoa = await meets(side, 'Hoahoahoa');
      const words = longText(10_000);
      await hoa.says(words);
      const whole = async () => (await heard(side, hoa)).map(({ text = '' }) => text).join('');
      await until(async () => (await whole()).length >= words.length, 'all is heard');
      expect(await whole()).toBe(words);
    },
  },
  {
    says: 'a picture comes with its words, and is answered once',
    async holds(side) {
      const hoa = await meets(side, 'Hoahoahoa');
      await hoa.sendsPicture(PHOTO, 'ống khói');
      await hears(hoa, 'nghe: ống khói, 1 tệp');
      const files = (await heard(side, hoa)).flatMap(({ attachments = [] }) => attachments);
      // Some channels make a JPEG of it.
      expect(files).toMatchObject([
        { contentType: expect.stringMatching(/^image\/(?:png|jpeg)$/) as string },
      ]);
      expect(await side.house.stores.files.find(files[0]?.fileId ?? '')).toMatchObject({
        conversation: hoa.conversation(),
      });
      expect(await texts(hoa)).toEqual(['nghe: ống khói, 1 tệp']);
    },
  },
  {
    says: 'a paper comes with its name, byte for byte',
    async holds(side) {
      const hoa = await meets(side, 'Hoahoahoa');
      await hoa.sendsPaper('đơn tố giác.pdf', PAPER);
      await hears(hoa, 'nghe: 1 tệp');
      const files = (await heard(side, hoa)).flatMap(({ attachments = [] }) => attachments);
      expect(files).toMatchObject([{ contentType: 'application/pdf', name: 'đơn tố giác.pdf' }]);
      expect(await side.house.bytesOf(files[0]?.fileId ?? '')).toEqual(PAPER);
    },
  },
  {
    says: 'a place comes as its point',
    async holds(side) {
      const hoa = await meets(side, 'Hoahoahoa');
      await hoa.sendsPlace(21.59, 105.84);
      await hears(hoa, 'nghe: một vị trí');
      const [said] = await heard(side, hoa);
      expect(said?.entities).toMatchObject([{ type: 'GeoCoordinates', latitude: 21.59, longitude: 105.84 }]);
    },
  },
  {
    says: 'a number that was asked for is private: heard, and not in the log',
    needs: ({ has }) => has.includes('number'),
    async holds(side) {
      const hoa = await meets(side, 'Hoahoahoa');
      side.house.bot.answers('để lại liên hệ', { text: 'số nào?', channelData: { ask: 'contact' } });
      await hoa.says('để lại liên hệ');
      await hears(hoa, 'số nào?');
      await hoa.sharesNumber?.('84912345678');
      await hears(hoa, 'nghe: số điện thoại');
      expect((await heard(side, hoa)).map(({ text }) => text)).toEqual(['để lại liên hệ', MASKED]);
    },
  },
  {
    says: 'a choice is made by its words and by its number, as far as options were shown',
    async holds(side) {
      side.house.bot.answers('chọn', CHOICE);
      for (const said of ['Không phải', 'không phải', '2', 'số 2 ạ']) {
        const hoa = await meets(side, 'Hoahoahoa');
        await hoa.says('chọn');
        await hears(hoa, 'Đúng chưa ạ?');
        await hoa.says(said);
        await hears(hoa, said.startsWith('k') ? 'nghe: không phải' : 'nghe: Không phải');
      }
    },
  },
  {
    says: 'a choice is made by a button',
    needs: ({ declares }) => declares.quickReplies,
    async holds(side) {
      side.house.bot.answers('chọn', CHOICE);
      const hoa = await meets(side, 'Hoahoahoa');
      await hoa.says('chọn');
      await hears(hoa, 'Đúng chưa ạ?');
      await hoa.presses?.('Không phải');
      await hears(hoa, 'nghe: Không phải');
    },
  },
];

const CHOICE = {
  text: 'Đúng chưa ạ?',
  channelData: { ask: 'confirm' as const, options: ['Đúng rồi', 'Không phải'] },
  suggestedActions: {
    actions: ['Đúng rồi', 'Không phải'].map((each) => ({ type: 'imBack', title: each, value: each })),
  },
};
