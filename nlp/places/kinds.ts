/** What people write before the name of a unit, and the kind that it tells. */

export type Level = 'province' | 'district' | 'commune';

export type Kind =
  'xa' | 'phuong' | 'thi-tran' | 'dac-khu' | 'quan' | 'huyen' | 'thi-xa' | 'thanh-pho' | 'tinh';

const WRITTEN: Readonly<Record<Kind, string>> = {
  xa: 'xã xa x',
  phuong: 'phường phuong p f ph phg fường',
  'thi-tran': 'thị_trấn thi_tran thị_trân tt',
  'dac-khu': 'đặc_khu dac_khu đk đảo dao huyện_đảo huyen_dao',
  quan: 'quận quan q',
  huyen: 'huyện huyen h',
  'thi-xa': 'thị_xã thi_xa tx',
  'thanh-pho': 'thành_phố thanh_pho tp',
  tinh: 'tỉnh tinh t',
};

/** By the words as typed; of two words parted by a space. */
const KINDS: ReadonlyMap<string, Kind> = new Map(
  (Object.entries(WRITTEN) as [Kind, string][]).flatMap(([kind, forms]) =>
    forms.split(' ').map((form): [string, Kind] => [form.replace('_', ' '), kind]),
  ),
);
const FIRST_OF_TWO = new Set(['thị', 'thi', 'đặc', 'dac', 'thành', 'thanh', 'huyện', 'huyen']);
/** Words of their own, which are no slip in `phường`. */
const NO_WARD = new Set(['phương', 'phượng', 'phưởng', 'phướng']);

const LEVELS: Readonly<Record<Kind, readonly Level[]>> = {
  xa: ['commune'],
  phuong: ['commune'],
  'thi-tran': ['commune'],
  'dac-khu': ['commune'],
  quan: ['district'],
  huyen: ['district'],
  'thi-xa': ['district'],
  'thanh-pho': ['district', 'province'],
  tinh: ['province'],
};

/** Can a unit of this level be called so? */
export const isCalled = (kind: Kind, level: Level): boolean => LEVELS[kind].includes(level);

export interface Prefix {
  kind: Kind;
  /** How many words it takes. */
  length: number;
}

interface Typed {
  typed: string;
  folded: string;
}

/** The prefix that begins at a word, if one does. */
export function prefixAt(words: readonly Typed[], at: number): Prefix | undefined {
  const word = words[at];
  if (!word) return undefined;
  if (FIRST_OF_TWO.has(word.typed)) {
    const kind = KINDS.get(`${word.typed} ${words[at + 1]?.typed ?? ''}`);
    if (kind) return { kind, length: 2 };
  }
  const kind = KINDS.get(word.typed);
  // "hợp tác xã Suối Tiên"
  if (kind === 'xa' && words[at - 1]?.folded === 'tac') return undefined;
  if (kind) return { kind, length: 1 };
  const slip = word.folded === 'phuong' && !NO_WARD.has(word.typed);
  return slip ? { kind: 'phuong', length: 1 } : undefined;
}

const GLUED = /^(phuong|phường|huyen|huyện|quan|quận|xa|xã|ph|tp|tx|tt|p|f|q|x|h)(\d{1,2}|\p{L}{5,})$/u;

/** `p12`, `quan1`, `phuonghoankiem`: a prefix and a name in one word. */
export function glued(word: string): { kind: Kind; name: string } | undefined {
  if (word.length < 6 && !/\d/.test(word)) return undefined;
  const [, prefix = '', name = ''] = GLUED.exec(word) ?? [];
  const kind = KINDS.get(prefix);
  return kind && { kind, name };
}

const FULL_NAMES: Readonly<Record<Kind, string>> = {
  xa: 'Xã ',
  phuong: 'Phường ',
  'thi-tran': 'Thị trấn ',
  'dac-khu': 'Đặc khu ',
  quan: 'Quận ',
  huyen: 'Huyện ',
  'thi-xa': 'Thị xã ',
  'thanh-pho': 'Thành phố ',
  tinh: 'Tỉnh ',
};
const FULL = Object.entries(FULL_NAMES) as [Kind, string][];

/** `Thị xã Sa Pa` is a `thi-xa`. */
export const kindOf = (fullName: string): Kind =>
  FULL.find(([, start]) => fullName.startsWith(start))?.[0] ?? 'xa';

/** `Sa Pa` */
export const shortName = ({ kind, fullName }: { kind: Kind; fullName: string }): string =>
  fullName.slice(FULL_NAMES[kind].length);
