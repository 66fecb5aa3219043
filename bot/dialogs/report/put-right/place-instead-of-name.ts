import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import { nameIn } from '../../../../nlp/contact';
import { keyOf } from '../../../../nlp/fold';
import type { Place } from '../../../../nlp/types';
import type { Heard } from '../../../hear';
import { absorbFacts, isPlaceAlone } from '../told/absorb';
import { tellsMore } from '../acknowledge';
import type { Draft } from '../draft';
import * as moves from '../moves';
import { correctPlace } from './place-instead';
import type { Turn } from '../turn';

/** "Đắk Lắk", "xã Krông Pắc, Đắk Lắk", where it is asked who reports: nobody is called so; "Hà Giang" may be somebody. */
export function placeInsteadOfName({ waitingFor }: Draft, heard: Heard): Place | undefined {
  const [place] = heard.meant.places;
  if (place === undefined || !ASKS_WHO.has(waitingFor) || heard.text.length > LONGEST) return undefined;
  if (!isPlaceAlone(heard.meant, heard.key)) return undefined;
  return (isProvince(place) ? isNobody(place, heard) : UNIT.test(heard.key)) ? place : undefined;
}

const ASKS_WHO: ReadonlySet<Draft['waitingFor']> = new Set(['anonymity', 'contact']);
const LONGEST = 80;
const UNIT = /\b(?:xa|phuong|thi tran|dac khu)\b/;

const isProvince = ({ provinceCode, communeCode, candidates }: Place): boolean =>
  provinceCode !== null && communeCode === null && candidates.length === 0;

const isNobody = (place: Place, { text }: Heard): boolean =>
  nameIn(text) === null || NOBODY.has(keyOf(place.text));

/** They begin as families do, and nobody is called so. */
const NOBODY: ReadonlySet<string> = new Set([
  'ha noi',
  'ha tinh',
  'cao bang',
  'lam dong',
  'quang tri',
  'ho chi minh',
]);

/** Where it is, if that was not known or is another commune; else what is noted is said, so that it can be put right. */
export function whereInstead(turn: Turn, draft: Draft, place: Place): Promise<DialogTurnResult> {
  const { lines, words } = turn;
  const told = placed(turn, draft, place);
  if (told === undefined) {
    lines.push(words('report.placeStands', { place: draft.location?.text ?? '' }));
    return moves.askAgain(turn, { ...draft, misses: 0 });
  }
  lines.push(words(draft.location?.communeCode ? 'report.changed' : 'report.noted'));
  return told.candidates.length > 0
    ? moves.goOn(turn, { ...told, misses: 0 })
    : moves.askAgain(turn, { ...told, misses: 0 });
}

/** Undefined: it tells nothing new, or too little to take the place of what is known. */
function placed(turn: Turn, draft: Draft, place: Place): Draft | undefined {
  const { location } = draft;
  if (location?.communeCode) {
    const right = isProvince(place) ? draft : correctPlace(draft, place, turn.places);
    return right.location?.communeCode === location.communeCode ? undefined : right;
  }
  if (isProvince(place) && location?.provinceCode) return undefined;
  const more = absorbFacts(draft, turn.scope.heard, turn);
  return tellsMore(draft, more) ? more : undefined;
}
