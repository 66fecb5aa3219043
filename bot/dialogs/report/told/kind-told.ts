import type { Lane } from '../../../../hotline/ticket/ticket';
import { digsBeyond } from '../../../../nlp/breach';
import { keyOf, wordCount } from '../../../../nlp/fold';
import type { Category } from '../../../../nlp/types';
import type { Heard } from '../../../hear';
import { bareAnswer } from './bare-answer';
import { accusesOffice, beginsAsReport } from './begins';
import type { Draft } from '../draft';
import { isPoured, isSetOnFire, kindBySign } from './kind-by-sign';
import { namesOnlyKind } from '../put-right/kind-instead';
import { isNoBuilding, isShaken } from './no-medium';
import { kindNamed } from '../steps/kinds';
import { laneAlone, laneNamed } from '../steps/lanes';
import { hasPlaceWord } from '../steps/place-words';

/** Less sure than this, and it is asked. */
const LIKELY = 0.5;

const LANES: Partial<Record<string, Lane>> = {
  'report.pollution': 'pollution',
  'report.emergency': 'pollution',
  'report.land': 'land',
  'report.misconduct': 'misconduct',
};

/** Lane and category: what was known of them before, what this tells, and what its bare words name. */
export function kindTold(draft: Draft, heard: Heard): Pick<Draft, 'lane' | 'category' | 'likely'> {
  const other = otherLaneAlone(heard);
  return other === undefined
    ? kindOfStory(draft, heard)
    : { lane: draft.lane ?? other, category: draft.category };
}

/** "Vấn đề đất đai gần nhà" names a lane of which there are no kinds. */
function otherLaneAlone({ key }: Heard): Lane | undefined {
  const alone = laneAlone(bareAnswer(key));
  return alone === 'pollution' ? undefined : alone;
}

function kindOfStory(draft: Draft, heard: Heard): Pick<Draft, 'lane' | 'category' | 'likely'> {
  const lane = laneTold(heard);
  const isAlone = isKindAlone(heard);
  const isNamed = isAlone || (lane === null && namesOnlyKind(heard.text));
  const bare = (isNamed ? kindNamed(heard) : kindToBegin(draft, heard)) ?? null;
  const category = categoryTold(heard) ?? bare;
  const named = category ? 'pollution' : isNamed ? (laneAlone(heard.key) ?? null) : null;
  return {
    lane: draft.lane ?? (isAlone ? named : (laneMeant(heard, lane) ?? named)),
    category: isNamed ? (draft.category ?? category) : categoryKept(draft, heard, category),
    ...likelyKind(heard),
  };
}

/** "Rác độc hại", then "kim tiêm vứt đầy bãi đất": a kind that was only named before the story yields to one that is sure. */
function categoryKept(
  { category: before, asked, words }: Draft,
  heard: Heard,
  now: Category | null,
): Category | null {
  const mayYield = words.length === 0 && !asked.includes('lane') && !asked.includes('category');
  return mayYield && isSureOfKind(heard) ? now : (before ?? now);
}

function isSureOfKind(heard: Heard): boolean {
  if (kindBySign(heard.key, heard.understood.urgent) !== undefined) return true;
  const { label, chance } = kindOf(heard);
  return label !== null && label !== 'other' && chance >= SURE;
}
const SURE = 0.8;
/** "Quán karaoke ồn ở phường Hải Châu": beside the place so few words name a kind, and complain. */
export function kindBesidePlace({ intent, meant, text }: Heard): Category | undefined {
  const [place] = meant.places;
  if (intent !== 'out_of_scope' || !place || text.includes('?') || text.length > SHORT) return undefined;
  const rest = text.normalize('NFC').replace(place.text, ' ');
  const key = keyOf(rest);
  return COMPLAINS.test(key) ? kindNamed({ key: key.replace(DANGLES, ''), text: rest }) : undefined;
}
const kindToBegin = ({ waitingFor }: Draft, heard: Heard): Category | undefined =>
  waitingFor === null ? kindBesidePlace(heard) : undefined;
const SHORT = 80;
const COMPLAINS =
  /\b(?:on(?: ao)?|am i|inh oi|nhuc oc|hoi(?: thoi)?|thui|khet|khoi|bui|rac|o nhiem|den ngom|xa (?:thai|trom)|tran lan)\b/;
const DANGLES = / (?:o|tai|gan|ben|canh)$/;

/** "Rung và ồn", "nguồn nước bị ô nhiễm", "bảo vệ rừng": so few words name a kind, and nobody and nothing beside it. */
export const isKindAlone = (heard: Heard): boolean =>
  wordCount(bareAnswer(heard.key).replace(SUFFERS, '')) <= FEW &&
  kindNamed(heard) !== undefined &&
  (laneNamed(heard.key) ?? 'pollution') === 'pollution' &&
  // "Đường làng ngập rác" tells where; a forest is of a kind.
  !hasPlaceWord(heard.text.replace(FOREST, '')) &&
  !isDone(heard);
const FEW = 4;
const FOREST = /r[ừu]ng/giu;
const SUFFERS = /\bbi /;

/** Where, when, or by whom. */
const isDone = ({ understood }: Heard): boolean =>
  understood.urgent ||
  understood.places.length > 0 ||
  understood.time !== null ||
  understood.phone !== null ||
  understood.company !== null;

/** The lane that a story tells of; null: it tells none. */
export function laneTold({ intent, key }: Heard): Lane | null {
  if (intent === 'out_of_scope' && accusesOffice(key)) return 'misconduct';
  if (intent !== 'report.land') return LANES[intent] ?? null;
  if (isNoBuilding(key) || isShaken(key) || digsBeyond(key)) return 'pollution';
  return OFFICIAL_LETS.test(key) ? 'misconduct' : 'land';
}

/** "Chủ tịch phường cho người nhà xây trên đất công": it is about who lets it happen. */
const OFFICIAL_LETS =
  /\b(?:chu tich|can bo|cong chuc|lanh dao|bi thu|truong thon|dia chinh)(?: \w+){0,3} (?:cho (?:nguoi nha|con|chau|em|ba con|ho hang)|bao che|bao ke|loi dung|tiep tay|nhan (?:tien|hoi lo)|an chia|dung ten)\b/;

/** In a story, at the beginning of one, or in the wish for one. */
const laneMeant = (heard: Heard, told: Lane | null): Lane | null =>
  heard.isWish ? laneWished(heard, told) : (told ?? laneBegun(heard));

/** "Phản ảh ô nhiễm ko khí" names it, and is told in a word or two. */
const laneBegun = (heard: Heard): Lane | null =>
  beginsAsReport(heard) ? (laneNamed(heard.key, Infinity) ?? null) : null;

/** "Tố cáo cán bộ thì gửi đâu" sounds like a question, and names what it is about. */
const laneWished = ({ tellsKind, key }: Heard, lane: Lane | null): Lane | null =>
  tellsKind ? (lane ?? laneNamed(key, Infinity) ?? null) : null;

/** The kind of pollution, when the words tell it; "ô nhiễm quá" tells none, and is asked about. */
export function categoryTold(heard: Heard): Category | null {
  const sure = kindBySign(heard.key, heard.understood.urgent);
  if (sure) return sure;
  const { label, chance } = kindOf(heard);
  const poured =
    (label === 'hazardous_waste' || label === 'air') && !heard.understood.urgent && isPoured(heard.key);
  if (label !== 'other' && chance >= LIKELY) return poured ? 'water' : label;
  return !heard.isWish && isSetOnFire(heard.key) ? 'open_burning' : null;
}

/** Who tells of a breach in words of permits tells of its kind as well. */
const kindOf = ({ intent, meant, isMenu, isWish }: Heard): { label: Category | null; chance: number } =>
  meant.category === null && intent === 'report.pollution' && !isMenu && !isWish
    ? meant.kind
    : { label: meant.category, chance: meant.categoryChance };

const likelyKind = ({ meant: { category } }: Heard): Pick<Draft, 'likely'> =>
  category === null || category === 'other' ? {} : { likely: category };
