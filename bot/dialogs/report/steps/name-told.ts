import {
  fullNameIn,
  introducedIn,
  nameAsked,
  nameBeside,
  nameBesideNumber,
  nameIn,
  signatureIn,
  tellsNumberAlone,
} from '../../../../nlp/contact';
import { keyOf } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import type { Draft } from '../draft';

/** "… gọi Hoa 0912…" stood in it beside the number that is told now, or "tôi là Nguyễn Văn Hải, …" far from any. */
export function nameInStory({ words }: Draft, phone: string | null): string | null {
  const story = words.join('\n');
  return (phone && nameBesideNumber(story, phone)) ?? introducedIn(story);
}

/**
 * Where name and number are asked for, what stands beside the number is the name; so is what is introduced as one at the
 * summary. Elsewhere it must be a known one.
 */
export function nameToldBy({ waitingFor }: Draft, { text, meant }: Heard): string | null {
  if (tellsNumberAlone(text)) return null;
  const isAsked = waitingFor === 'anonymity' || waitingFor === 'contact';
  const full = isAsked ? fullNameIn(text) : null;
  if (full !== null) return full;
  const name = nameIn(text);
  if (!isAsked && waitingFor !== 'confirm') return name;
  // Parts of names are places as well: "pham ngoc anh"; what holds no known name may be one.
  const isPlace = meant.places.length > 0 && name === null;
  const rest = isPlace ? null : nameBeside(text, !isAsked);
  const isWhole = rest !== null && (name === null || ` ${keyOf(rest)} `.includes(` ${keyOf(name)} `));
  return isWhole ? rest : (name ?? signatureIn(text, true)?.name ?? null);
}

/** "Chị Thúy", "tên em là Phan Bá Lộc": a name and nothing else. */
export function nameAlone(text: string, find = nameAsked): string | null {
  const name = find(text);
  if (name === null) return null;
  const beside = ` ${keyOf(text)} `.replace(` ${keyOf(name)} `, ' ').trim();
  return beside === '' || beside.split(/ +/).every((word) => AROUND_NAMES.has(word)) ? name : null;
}

const AROUND_NAMES: ReadonlySet<string> = new Set(
  'anh chi co chu bac ong ba em toi tui minh chau con to la ten ho va da vang thua a nhe nha ne nghen nghe nhen hen ha do day goi gap o me'.split(
    ' ',
  ),
);
