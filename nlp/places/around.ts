import { isOfBusiness } from '../company';
import type { Reading } from '../fold';
import { plainSet, wordSet } from '../word-set';

/** Words that lead to a place, so that a bare name after them is one. */
const AT = wordSet('ở tại về từ thuộc');
/** Of these, the ones that are read without accents, too: "ve" may be "vệ"; and the word "khu" before a name. */
const AT_PLAIN = wordSet('ở tại');
/** Words whose name is that of something in a place: "cầu Long Biên". */
const THINGS = wordSet(
  `đường phố cầu chợ sông suối kênh rạch hồ ngõ ngách hẻm đèo núi chùa đền đình cảng ga vịnh đảo cửa lộ nghiệp trường học viện kcn
   ccn cty ty tnhh ngân bia phở quán tiệm karaoke hãng tàu dốc làng thôn ấp xóm bản sân bay xe trạm điện tế mỏ phà cống đập kè trại măng
   khách sạn cư vườn`,
);
/** And words whose name is a person's: "chị Thanh Hà". Without accents they are too many other words. */
const PEOPLE = wordSet(
  `tiên anh chị ông bà cô chú bác thầy tên em cháu họ nguyễn trần lê phạm hoàng huỳnh phan võ vũ đặng bùi đỗ ngô dương lý văn thị`,
);
/** Names may begin with these as well: "Chợ Gạo", "Sông Cầu". */
const BEGIN = wordSet('cầu chợ sông suối kênh rạch núi cửa');
const FIRMS = wordSet('ty cty tnhh nghiệp hãng htx tác sạn');
const FIRM_REACH = 6;
/** So many ways meet. */
const WAYS = new Set(['ba', 'tu', 'nam', 'sau', 'bay']);
const WASTE = new Set(['nuoc', 'chat', 'rac', 'khi', 'xa', 'bun', 'khoi', 'bui']);
/** Small words that may stand between the parts of one address. */
const BETWEEN = wordSet('thuộc của ở tại cũ trực nay là trước đây địa bàn');
/** What is said around an answer that is nothing but a place. */
const POLITE = wordSet(
  'dạ ạ vâng à ờ ở tại thì là nhé nha nhà em tôi mình chỗ khu vực bên thuộc của cũ ad anh chị bạn cho hỏi ơi đó đây này',
);

/** What stands around the words of one text, and how they were written. */
export class Around {
  private readonly capitals: boolean;

  constructor(private readonly said: Reading) {
    // All in capitals, or none: then they tell nothing.
    this.capitals = said.text !== said.text.toUpperCase() && said.text !== said.text.toLowerCase();
  }

  /** Does a word lead to a place here? */
  isAt(at: number): boolean {
    return this.is(at - 1, this.said.accented ? AT : AT_PLAIN) && this.joined(at) && !this.parted(at);
  }

  /** Is a bare name that begins here the name of something else? */
  isOthers(at: number): boolean {
    const before = this.said.words[at - 1];
    if (!before || this.parted(at)) return false;
    return this.is(at - 1, THINGS) || PEOPLE.has(before.typed) || this.isWaste(at);
  }

  /** Does a crossing bear the name that begins here? */
  isCrossing(at: number): boolean {
    const first = this.said.words[at - 2]?.folded;
    const second = this.said.words[at - 1]?.folded ?? '';
    return (first === 'nga' && WAYS.has(second)) || (first === 'vong' && second === 'xoay');
  }

  /** "nước thải Bình Dương" without accents is not Thái Bình. */
  isWaste(at: number): boolean {
    return this.said.words[at]?.folded === 'thai' && WASTE.has(this.said.words[at - 1]?.folded ?? '');
  }

  /** "phố Huế" is the street, though a ward had its name. */
  isStreet = ({ from, to }: { from: number; to: number }): boolean =>
    this.said.words[from]?.typed === 'phố' && !this.titled(from, to);

  /** "cầu Bãi Cháy, Hạ Long": written so, it is the bridge. */
  isThing = ({ from, to }: { from: number; to: number }): boolean =>
    this.capitals && this.startsOthers(from) && !this.titled(from, to);

  /** Does the name itself begin with "sông", "cầu", …? */
  startsOthers = (at: number): boolean => this.is(at, BEGIN);

  /** "công ty TNHH Tân Thành": a name behind such a word in the same breath is the firm's. */
  isFirm(at: number): boolean {
    for (let before = at - 1; before >= at - FIRM_REACH && !this.parted(before + 1); before--)
      if (this.is(before, FIRMS)) return true;
    return false;
  }

  /** "Xưởng may Kim Ngọc": a name right behind the kind and the trade of a business. */
  isOfBusiness = (at: number): boolean => isOfBusiness(this.said, at);

  /** "Phú An Khang", "Đại Phú Sơn": the name goes on before or after. */
  isPartOfName(from: number, to: number): boolean {
    const named = (at: number): boolean => /^\p{Lu}/u.test(this.written(at));
    if (from > 1 && !this.parted(from) && this.joined(from) && named(from - 1)) return true;
    return !this.parted(to) && this.joined(to) && named(to);
  }

  /** May a name go on over this gap? Dashes and dots stand in names, commas do not. */
  breaksName(at: number): boolean {
    const [before, here] = [this.said.words[at - 1], this.said.words[at]];
    if (!before || !here || here.start <= before.end + 1) return false;
    return /[,;:!?()"\n…]|\.\s/.test(this.said.text.slice(before.end, here.start));
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

  /** "Da" by itself: "dạ" as well as the first word of a name. */
  isYes = (at: number): boolean => this.said.words[at]?.typed === 'da' && this.parted(at);

  /** The text says nothing but this. */
  whole(from: number, to: number): boolean {
    const { words } = this.said;
    if (words.length - (to - from) > 8) return false;
    return words.every((_, at) => (at >= from && at < to) || this.is(at, POLITE));
  }

  /** Written in capitals alone. */
  inCapitals = (from: number, to: number): boolean =>
    this.said.words.slice(from, to).every((_, at) => /^\p{Lu}+$/u.test(this.written(from + at)));

  /** Written with a capital on each word, where capitals tell something. */
  titled(from: number, to: number): boolean {
    if (!this.capitals) return false;
    return this.said.words
      .slice(from, to)
      .every(({ start }) => /\p{Lu}|\d/u.test(this.said.text.charAt(start)));
  }

  /** The words without accents; nothing beyond the ends. */
  folded = (from: number, to = from + 1): string =>
    from < 0
      ? ''
      : this.said.words
          .slice(from, to)
          .map(({ folded }) => folded)
          .join(' ');

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
    return words.has(word.typed) || (!this.said.accented && plainSet(words).has(word.folded));
  }

  private endsSentence(at: number): boolean {
    const [before, here] = [this.said.words[at - 1], this.said.words[at]];
    if (!before || !here || here.start <= before.end + 1) return false;
    return /[!?…]/.test(this.said.text.slice(before.end, here.start));
  }
}
