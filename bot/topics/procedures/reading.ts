import { ASPECTS } from '../../../hotline/labels';
import { keyOf } from '../../../nlp/fold';
import type { Aspect, Intent } from '../../../nlp/types';
import type { Heard } from '../../hear';
import type { Words } from '../../words';
import { CLEAR } from './choosing';
import type { Remark } from './talk';

/** So many aspects are answered at once. */
const AT_ONCE = 3;
/** Longer messages tell a story, in which words of an aspect prove nothing. */
const LONGEST = 25;
const LONGEST_REMARK = 15;
/** A remark may hold so many words that nobody foresaw. */
const UNFORESEEN = 3;

/** What a question asks of a procedure, first what it asks most: "cần giấy tờ gì, mất bao lâu" asks two things. */
export function aspectsOf(understood: Aspect | null, remark: Remark | undefined): Aspect[] {
  if (remark && remark.unknown.length === 0 && remark.aspects.length > 0)
    return remark.aspects.slice(0, AT_ONCE);
  const first = understood ?? remark?.aspects[0] ?? 'general';
  const too = remark && remark.words <= LONGEST ? remark.askedToo : [];
  if (first === 'general' && too.length > 0) return too.slice(0, AT_ONCE);
  return [...new Set([first, ...too])].slice(0, AT_ONCE);
}

/** What a remark asks of the procedure that is talked about; undefined when it seems to be no such remark. */
export function isMoreOf(heard: Heard, remark: Remark | undefined): Aspect[] | undefined {
  if (!remark || remark.words > LONGEST_REMARK) return undefined;
  const aspects = remark.aspects.slice(0, AT_ONCE);
  if (aspects.length > 0 && remark.unknown.length === 0) return aspects;
  if (namesAnother(heard) || !MAY_BE_MORE.has(heard.intent) || isOfOthers(heard, remark)) return undefined;
  const understood = aspectUnderstood(heard);
  if (understood) return aspects.length > 0 ? aspects : [understood];
  return aspects.length > 0 && isQuestion(heard) && remark.unknown.length <= UNFORESEEN ? aspects : undefined;
}

const aspectUnderstood = ({ intent, understood: { aspect } }: Heard): Aspect | undefined =>
  intent === 'procedure.ask' && aspect !== null && aspect !== 'general' ? aspect : undefined;

const namesAnother = ({ understood }: Heard): boolean => (understood.procedures[0]?.score ?? 0) >= CLEAR;

/** "Đăng ký kết hôn cần gì": a matter of other offices, whatever was talked about before. */
const isOfOthers = ({ intent, understood }: Heard, { asks, unknown }: Remark): boolean =>
  intent === 'out_of_scope' &&
  understood.confidence >= CERTAIN &&
  unknown.length > 0 &&
  (asks || unknown.length > 1);
const CERTAIN = 0.95;

export const isQuestion = ({ text, key }: Heard): boolean =>
  text.trimEnd().endsWith('?') || QUESTION.test(key);

/** What a remark about a procedure may look like to a classifier that knows nothing of what was said before. */
const MAY_BE_MORE: ReadonlySet<Intent> = new Set(['procedure.ask', 'out_of_scope', 'help', 'hotline.info']);
const QUESTION =
  /\b(?:gi|nao|dau|sao|khong|chua|bao lau|bao nhieu|may|ai|a|nhi)$|\b(?:bao lau|bao nhieu|the nao)\b/;

/** "Tách thửa nộp hồ sơ ở đâu" sounds like a question about papers that were handed in, and is none. */
export const isHowTo = ({ understood }: Heard, remark: Remark | undefined): boolean =>
  understood.dossierCodes.length === 0 &&
  (understood.procedures[0]?.score ?? 0) >= CLEAR &&
  (remark?.askedToo.length ?? 0) > 0;

/** What has nothing to do with the procedure that is talked about, whatever words are in it. */
export function isOther(heard: Heard): boolean {
  const { intent, understood, isMenu, control, files, point, isRude } = heard;
  if (isMenu || control || files.length > 0 || point || isRude) return true;
  if (understood.urgent || understood.ticketCodes.length > 0) return true;
  return OTHER_MATTERS.has(intent) && understood.confidence >= SURE;
}

const OTHER_MATTERS: ReadonlySet<Intent> = new Set([
  'report.pollution',
  'report.land',
  'report.misconduct',
  'report.emergency',
  'staff.request',
  'thanks',
  'goodbye',
  'cancel',
  'language.change',
  'air.quality',
]);
const SURE = 0.7;

/** The aspect whose button was pressed. */
export const aspectOfButton = (words: Words, key: string): Aspect | undefined =>
  ASPECTS.find((aspect) => key === keyOf(words(`procedure.aspects.${aspect}`)));

/** How many copies, and of which kind: the catalogue does not tell. */
export const asksCopies = (key: string): boolean => COPIES.test(key);
const COPIES =
  /\b(?:may|bao nhieu) (?:ban|bo)\b|\bban (?:sao|goc|chinh|photo|cung)\b|\b(?:photo|cong chung|chung thuc)\b|\bcopies\b/;

/** "Không biết tên thủ tục" */
export const knowsNoName = (key: string): boolean => NAMELESS.test(key);
const NAMELESS =
  /\b(?:khong|chua|ko|hong|quen) (?:biet|ro|nho|mat|hieu)?(?: (?:ro|duoc|cai))? ?(?:ten|thu tuc|no la)\b/;
