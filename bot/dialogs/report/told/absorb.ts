import { maskPhone } from '../../../../nlp/contact';
import { keyOf, wordCount } from '../../../../nlp/fold';
import { landmarkOf } from '../../../../nlp/landmark';
import type { Place } from '../../../../nlp/types';
import type { Heard } from '../../../hear';
import type { Places } from '../../../places';
import { announces } from '../../../preamble';
import { bareAnswer } from './bare-answer';
import { blamedIn } from './blamed';
import { type Draft, UNKNOWN_PLACE, withFiles, withWords } from '../draft';
import { onlySighs } from './foreword';
import { namesOnlyKind } from '../put-right/kind-instead';
import { isKindAlone, kindTold, laneTold } from './kind-told';
import { onlyPutsOff } from '../leaving/later';
import { withOwnContact } from '../reporter/own-contact';
import type { StepTools } from '../step';
import { placeInEnglish } from '../steps/english-unit';
import { laneAlone } from '../steps/lanes';
import { timeBeside } from '../put-right/time-instead';

/** So many words in one message tell a story; fewer are a wish to report. */
const STORY = 6;

/** Takes out of an opening or a description all that it tells, so that none of it is asked again. */
export function absorbStory(draft: Draft, heard: Heard, tools: StepTools): Draft {
  const facts = absorbFacts(Object.assign({}, draft, kindTold(draft, heard)), heard, tools);
  // "Tôi muốn tố cáo ngay bây giờ" tells when it is told.
  const told = heard.isWish ? { ...facts, time: draft.time } : facts;
  if (!draft.asked.includes('description') && leadsUp(heard))
    return { ...told, foreword: [...told.foreword, heard.text] };
  return isStory(heard) ? withOwnContact(withWords(told, heard.text), heard, tools) : told;
}

/** "Tiếng ồn", "chịu hết nổi rồi", "một chuyện mà nói mãi không ăn thua" to begin with leave what happens to be told. */
const leadsUp = (heard: Heard): boolean =>
  namesOnlyKind(heard.text) ||
  isKindAlone(heard) ||
  laneAlone(bareAnswer(heard.key)) !== undefined ||
  onlySighs(heard.key) ||
  (heard.isWish && wordCount(heard.key) > STORY && announces(heard.key, heard.understood));

const isStory = (heard: Heard): boolean =>
  !heard.isWish && (laneTold(heard) !== null || wordCount(heard.key) >= STORY);

/** Files, position, time, place, source and the wish to stay anonymous: taken whenever they are told. */
export function absorbFacts(draft: Draft, heard: Heard, { places }: StepTools): Draft {
  const placed = heard.point ? absorbPoint(draft, heard.point, places) : absorbPlace(draft, heard, places);
  return absorbAllButPlace(placed, heard);
}

/** The same where the place was what was asked for. */
export const absorbAllButPlace = (draft: Draft, heard: Heard): Draft => ({
  ...withFiles(draft, heard.files),
  ...(saysAnonymous(heard) && { anonymous: true, contact: null }),
  ...(saysContact(heard) && draft.anonymous === null && { anonymous: false }),
  time: timeBeside(draft.time, heard.meant.time),
  source: sourceIn(draft, heard),
  urgent: draft.urgent || isDanger(heard),
});

/** People are in danger now; what has ended by itself is none any more. */
export const isDanger = (heard: Heard): boolean =>
  heard.understood.urgent &&
  !heard.understood.over &&
  !isPlaceAlone(heard.understood, heard.key) &&
  !TIDE.test(heard.key) &&
  !isWhenAlone(heard) &&
  !onlyPutsOff(heard) &&
  !namesOnlyKind(heard.meant.text);

/** "Bị hai tối liền" tells when, and nothing else. */
const isWhenAlone = ({ meant, key }: Heard): boolean =>
  meant.time !== null && key.replace(BEFORE_WHEN, '') === keyOf(meant.time.text);
const BEFORE_WHEN = /^(?:(?:bi|xay ra|la|da|chac|cung|thi) ){1,3}/;

/** "Khi nước lớn" tells when, and of no flood. */
const TIDE =
  /^(?:(?:moi|cu|he|thuong|la) )*(?:khi|luc|lan|hom|dem|ngay|nao|he|cu) (?:con )?(?:nuoc|trieu|thuy trieu) (?:lon|rong|len|xuong|cuong|rut|can|kiet|dang|cao)(?: (?:a|nha|nhe|la|do|thoi)){0,2}$/;

/** "Hoa Cuong, Da Nang" says "đã nặng" to nobody. */
export const isPlaceAlone = ({ places }: Heard['understood'], key: string): boolean =>
  places.some(({ text }) => NOTHING_MORE.test(key.replace(keyOf(text), '')));
const NOTHING_MORE = /^ *(?:(?:o|tai|da|a|thuoc|day|nha|nhe) ?)*$/;

/** It goes on telling what happens, whatever was asked. */
export function isMoreOfTheStory(heard: Heard): boolean {
  const { intent, understood, reply, key } = heard;
  const words = wordCount(key);
  if (reply !== null || words < FEWEST) return false;
  const isSure = understood.confidence >= (words < FEW ? VERY_SURE : SURE);
  const reports = intent.startsWith('report.') && isSure;
  return reports || isDanger(heard) || understood.over;
}

const FEW = 3;
const FEWEST = 2;
const SURE = 0.6;
const VERY_SURE = 0.8;

/** The business that is named. Who gives an official money is not the source of misconduct. */
const sourceIn = ({ lane, source }: Draft, { meant }: Heard): string | null =>
  lane === 'misconduct' ? source : (blamedIn(meant.text) ?? source ?? meant.company);

type Said = Pick<Heard, 'key' | 'text' | 'understood'>;

/** "Thôi cho tôi ẩn danh" is an answer, and no wish to stop; "có được ẩn danh không?" only asks. */
export const saysAnonymous = (heard: Said): boolean =>
  heard.text.includes('?') ? saysSoBesideQuestion(heard) : hides(heard);

/** "Ai chịu trách nhiệm đây? Giấu tên tôi nhé." asks something else. */
function saysSoBesideQuestion({ text, understood }: Said): boolean {
  const sentences = text.split(/(?<=[.!?\n])/).filter((each) => !each.endsWith('?'));
  const said = sentences.join('').trim();
  return said !== '' && hides({ text: said, key: keyOf(said), understood });
}

const hides = ({ key, text, understood }: Said): boolean =>
  !NOT_AFRAID.test(key) &&
  (/\b(?:an danh|an ten|khuyet danh|(?:dung|khong|khoi|hong) (?:noi|khai|bao|tiet lo) (?:la )?(?:toi|tui|em|minh|bac|con|chau)|(?:dung|khong|khoi|hong) (?:can |phai |nen )?(?:biet|hoi) (?:ten )?(?:toi|tui|em|minh|bac|chau|con) la ai|khong (?:muon |de )?lo (?:mat|ten|dien)|nac danh|giau (?:ten|danh tinh)|(?:khong|khoi|hong|chang) (?:muon |can |thich |phai )?de lai|(?:bo|xoa|go|kin) (?:ten|danh tinh)|(?:bo|xoa|go) (?:het )?(?:thong tin|lien he)(?: lien (?:he|lac))?(?: cua)? (?:toi|tui|em|minh|bac|chau|con)|xoa (?:so|sdt)|(?:bo|xoa|go) (?:het |luon )?(?:thong tin )?lien he(?: (?:di|giup|gium|nhe|nha|a|cua toi))*$|bo (?:so dien thoai|sdt)|anonymous)\b/.test(
    key,
  ) ||
    (understood.phone === null && withholds(text, key))) &&
  (NO_THEN.test(text.normalize('NFC')) ||
    !/\bkhong (?:muon |can |phai )?(?:an danh|giau ten)\b|\b(?:an danh|giau ten) (?:duoc )?(?:khong|ko)$/.test(
      key,
    ));

/** "Tôi không sợ, ghi tên tôi vô", "cho số luôn tôi không sợ": "không sợ" withholds no number. */
const NOT_AFRAID =
  /\b(?:khong|chang|hong|ko|co gi ma|viec gi) (?:he |co |phai )?so\b(?: \w+){0,5} (?:ghi|de|lay|luu|neu|cong khai|cho|xung) (?:ro |lai |luon )?(?:ten|so|sdt|lien he|thong tin|danh tinh)\b|\b(?<!(?:khong|dung|khoi|ko|hong|chang) (?:muon |can )?)(?:cho|de|de lai|ghi|lay|luu|neu|dua) (?:luon |ro |lai )?(?:ten|so|sdt|lien he|thong tin)\b(?: \w+){0,5} (?:khong|chang|hong|ko|co gi ma|viec gi) (?:he |co |phai )?(?:so|ngai|sao|van de)\b/;

/** "Không, ẩn danh": the comma makes of "not anonymous" a no, and anonymous. */
const NO_THEN =
  /^\s*(?:dạ |da |thôi |thoi )?(?:không|khong|hông|hong|ko)\s*[,.;:…-]+\s*(?:\p{L}+ ){0,3}(?:ẩn danh|an danh|giấu tên|giau ten)/iu;

/** "Thôi khỏi để lại tên", "đừng ghi tên tui", "không cần tên"; but not "Võ Minh Khôi, số 0912…". */
const withholds = (text: string, key: string): boolean =>
  (WITHHOLDS.test(key) || KEEPS.test(key)) &&
  (!HAS_ACCENT.test(text) || NOT.test(text.normalize('NFC').toLowerCase()));

const HAS_ACCENT = /[^\p{ASCII}]/u;
const NOT = /(?<!\p{L})(?:không|khỏi|đừng|miễn|hổng|hông|chẳng|ko|k|kg|hong)(?!\p{L})/u;
const WITHHOLDS =
  /\b(?:khong|khoi|dung|mien|hong|chang) (?:(?:can|phai|muon|thich|duoc) )?(?:(?:de lai|de lo|lam lo|tiet lo|he lo|de|hoi|neu|cho biet|cho ai biet|cho|ghi|xung|khai|neu ra|luu|hien|noi ra|noi|lo) )?(?:ten|so|sdt|danh tinh|thong tin|lien he)\b/;

/** "Tôi không muốn cung cấp thông tin cá nhân"; who withholds it from them in a story is somebody else. */
const KEEPS =
  /^(?:(?:da|thoi|toi|em|minh|tui|bac|co|chu|chau|con|xin|phep|thi|a) ){0,4}(?:khong|khoi|hong|chang|ko) (?:(?:can|phai|muon|thich|tien|dam|the) ){0,2}(?:cung cap|chia se|tiet lo|dua|khai bao)(?: (?:cac|nhung|bat ky|ra|gi|ca|ve)){0,2}(?: (?:ten|ho ten|so|sdt|danh tinh|thong tin|lien he|so dien thoai))\b/;

/** "Để lại số cho tiện" at any question: the number is asked for when its turn comes. */
export const saysContact = ({ key, text }: Heard): boolean =>
  !text.includes('?') &&
  /^(?:(?!khong |khoi |dung |hong |ko )\w+ ){0,3}(?:de lai (?:ho )?ten|(?:de lai|cho) (?:lai )?(?:so|sdt|so dien thoai|lien he|thong tin))\b|\bkhong (?:can |muon )?(?:an danh|giau ten)\b/.test(
    key,
  );

export function absorbPoint(draft: Draft, point: { lat: number; lon: number }, places: Places): Draft {
  const found = places.at(point);
  if (!found) return draft;
  const isOpen = draft.location && !draft.location.communeCode && draft.candidates.length === 0;
  const said = isOpen ? draft.location?.text : '';
  const text = said ? `${said}, ${found.location.text}` : found.location.text;
  return { ...draft, location: { ...found.location, text }, formerly: null, candidates: [] };
}

/** A place named in passing: only where none is known yet. */
function absorbPlace(draft: Draft, { meant, isWish }: Heard, places: Places): Draft {
  const [named] = meant.places;
  const place = named?.communeCode ? named : (placeInEnglish(meant, places) ?? named);
  // "La phan anh": what is made of the words of a wish is no place.
  if (!place || isWish || draft.location?.communeCode) return draft;
  const isTold = draft.candidates.length === 0 && draft.location?.text !== UNKNOWN_PLACE;
  const before = isTold ? draft.location?.text : '';
  const here = [landmarkOf(meant.text, place.text), unitOf(place, places)].filter(Boolean).join(', ');
  return {
    ...draft,
    location: places.locationOf(place, maskPhone(joined(before ?? '', here))),
    formerly: place.formerly ?? null,
    candidates: place.candidates,
  };
}

/** What is said twice stands once. */
const joined = (before: string, here: string): string => {
  if (before === '') return here;
  return keyOf(before).includes(keyOf(here)) ? before : `${before}, ${here}`;
};

export const unitOf = (place: Place, places: Places): string =>
  place.communeCode ? places.nameOf(place.communeCode) : place.text;
