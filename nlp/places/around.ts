import type { Reading } from '../fold';

/** Words that lead to a place, so that a bare name after them is one. */
const AT = wordSet('ở tại về từ thuộc');
const NEAR = wordSet('khu gần quanh qua trong vùng đoạn tư bàn');
/** Words whose name is that of something in a place, or of a person: "cầu Long Biên", "chị Thanh Hà". */
const OTHERS = wordSet(
  `đường phố cầu chợ sông suối kênh rạch hồ ngõ ngách hẻm đèo núi chùa đền đình cảng ga vịnh đảo cửa lộ nghiệp trường học viện
   kcn ccn cty ty tnhh ngân bia phở quán tiệm karaoke tiên anh chị ông bà cô chú bác thầy tên em cháu hãng tàu họ dốc làng thôn ấp xóm
   bản tổ sân phà cống đập kè trại xi măng khách sạn chung cư vườn nguyễn trần lê phạm hoàng huỳnh phan võ vũ đặng bùi đỗ ngô dương
   lý văn thị`,
);
/** "nước thải Bình Dương" typed without accents is not Thái Bình. */
const WASTE = new Set(['nuoc', 'chat', 'rac', 'khi', 'xa', 'bun', 'khoi', 'bui']);
/** Small words that may stand between the parts of one address. */
const BETWEEN = wordSet('thuộc của ở tại cũ trực nay là trước đây địa bàn');
/** What is said around an answer that is nothing but a place. */
const POLITE = wordSet(
  'dạ ạ vâng à ờ ở tại thì là nhé nha nhà em tôi mình chỗ khu vực bên thuộc của cũ ad anh chị bạn cho hỏi ơi đó đây này',
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** What stands around the words of one text, and how they were written. */
export class Around {
  private readonly capitals: boolean;

  constructor(private readonly said: Reading) {
    // All in capitals, or none: then they tell nothing.
    this.capitals = said.text !== said.text.toUpperCase() && said.text !== said.text.toLowerCase();
  }

  isAt = (at: number): boolean => this.is(at - 1, AT);
  isNear = (at: number): boolean => this.is(at - 1, NEAR);

  /** Is a bare name that begins here the name of something else? */
  isOthers(at: number): boolean {
    const before = this.said.words[at - 1];
    if (!before || this.parted(at)) return false;
    if (this.said.words[at]?.folded === 'thai' && WASTE.has(before.folded)) return true;
    return this.is(at - 1, OTHERS);
  }

  /** Does a comma, a line or the edge of the text stand before this word? */
  parted(at: number): boolean {
    const [before, here] = [this.said.words[at - 1], this.said.words[at]];
    if (!before || !here) return true;
    return here.start > before.end + 1 && /[^\s.]|\n/.test(this.said.text.slice(before.end, here.start));
  }

  /** In one sentence, with no word between. */
  joined(at: number): boolean {
    const [before, here] = [this.said.words[at - 1], this.said.words[at]];
    return (
      before !== undefined &&
      here !== undefined &&
      !/[.;!?\n]/.test(this.said.text.slice(before.end, here.start))
    );
  }

  /** Nothing but these words between two commas. */
  alone = (from: number, to: number): boolean => this.parted(from) && this.parted(to);

  /** Where the next part of an address may begin: at once, or after small words. */
  next(at: number): number[] {
    const places: number[] = [];
    for (let next = at; next < at + 4 && next < this.said.words.length; next++) {
      if (this.endsSentence(next)) break;
      places.push(next);
      if (!this.is(next, BETWEEN)) break;
    }
    return places;
  }

  /** The text says nothing but this. */
  whole(from: number, to: number): boolean {
    const { words } = this.said;
    if (words.length - (to - from) > 8) return false;
    return words.every((_, at) => (at >= from && at < to) || this.is(at, POLITE));
  }

  /** Written with a capital on each word, where capitals tell something. */
  titled(from: number, to: number): boolean {
    if (!this.capitals) return false;
    return this.said.words
      .slice(from, to)
      .every(({ start }) => /\p{Lu}|\d/u.test(this.said.text.charAt(start)));
  }

  /** The words in lower case. */
  typed = (from: number, to: number): string =>
    this.said.words
      .slice(from, to)
      .map(({ typed }) => typed)
      .join(' ');

  /** One word as it stands in the text. */
  written(at: number): string {
    const word = this.said.words[at];
    return word ? this.said.text.slice(word.start, word.end) : '';
  }

  private is(at: number, words: ReadonlySet<string>): boolean {
    const word = this.said.words[at];
    if (!word) return false;
    return words.has(word.typed) || (!this.said.accented && plain(words).has(word.folded));
  }

  private endsSentence(at: number): boolean {
    const [before, here] = [this.said.words[at - 1], this.said.words[at]];
    if (!before || !here || here.start <= before.end + 1) return false;
    return /[!?…]/.test(this.said.text.slice(before.end, here.start));
  }
}

const plainSets = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** The words without accents, of each set once. */
function plain(words: ReadonlySet<string>): ReadonlySet<string> {
  const known = plainSets.get(words) ?? new Set([...words].map(withoutAccents));
  plainSets.set(words, known);
  return known;
}

const withoutAccents = (word: string): string =>
  word.replace(/đ/g, 'd').normalize('NFD').replace(/\p{M}/gu, '');
