import { DOSSIER_STATES, type DossierState } from '../../hotline/dossiers';

/** What one-stop offices call the four states, without accents. */
const WORDS: Readonly<Record<DossierState, readonly string[]>> = {
  in_progress: [
    'in progress',
    'dang xu ly',
    'dang giai quyet',
    'dang thuc hien',
    'dang tham dinh',
    'dang thu ly',
    'da tiep nhan',
    'moi tiep nhan',
    'tiep nhan',
    'cho xu ly',
    'cho giai quyet',
    'chua tra',
    'chua tra ket qua',
    'chua giai quyet',
    'tam dung',
    'cho thuc hien nghia vu tai chinh',
  ],
  returned: [
    'returned',
    'da tra',
    'da tra ket qua',
    'tra ket qua',
    'da co ket qua',
    'cho tra ket qua',
    'da giai quyet',
    'da xu ly',
    'da xu ly xong',
    'hoan thanh',
    'da hoan thanh',
  ],
  sent_back: [
    'sent back',
    'tra lai',
    'da tra lai',
    'bi tra lai',
    'tra lai ho so',
    'da tra lai ho so',
    'tu choi',
    'bi tu choi',
    'tu choi tiep nhan',
    'tu choi giai quyet',
    'khong tiep nhan',
    'khong du dieu kien',
    'khong du dieu kien giai quyet',
  ],
  waiting_supplement: [
    'waiting supplement',
    'bo sung',
    'cho bo sung',
    'dang bo sung',
    'can bo sung',
    'yeu cau bo sung',
    'bo sung ho so',
    'cho bo sung ho so',
    'dang cho bo sung',
    'yeu cau bo sung ho so',
  ],
};

const STATES = new Map(
  DOSSIER_STATES.flatMap((state) => WORDS[state].map((words) => [words, state] as const)),
);

/** "Đang xử lý (quá hạn)", "Đã trả kết quả - đúng hạn": late or not is told by the days. */
const TERM = /(?: (?:trong han|dung han|truoc han|som han|qua han|tre han|som|tre))+$/;

/** What is longer names no state. */
const LONGEST = 100;

/** The state that these words, without accents, stand for. */
export const stateIn = (words: string): DossierState | undefined =>
  words.length > LONGEST ? undefined : (STATES.get(words) ?? STATES.get(words.replace(TERM, '')));

const YES = new Set([
  'co',
  'x',
  'yes',
  'y',
  'true',
  '1',
  'buu dien',
  'buu chinh',
  'buu chinh cong ich',
  'bcci',
]);
const NO = new Set([
  '',
  'khong',
  'no',
  'n',
  'false',
  '0',
  'truc tiep',
  'tai cho',
  'mot cua',
  'tai bo phan mot cua',
]);

/** By post or not; undefined: it is neither a yes nor a no. */
export function yesIn(words: string): boolean | undefined {
  const isYes = YES.has(words) || /^(?:tra |gui |nhan )?qua buu (?:dien|chinh)/.test(words);
  return isYes ? true : NO.has(words) ? false : undefined;
}
