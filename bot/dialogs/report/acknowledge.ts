import { wordCount } from '../../../nlp/fold';
import { asksOfOrigin } from '../../../nlp/origin';
import { type Draft, MOST_FILES } from './draft';
import { asksOfHarm } from './asides/harm';
import type { Turn } from './turn';

/** Says what was received: files, where a shared position lies, what an old place is called now, that it has ended. */
export function acknowledge(turn: Turn, after: Draft): void {
  const { lines, words, scope, before } = turn;
  const taken = after.files.slice(before.files.length);
  const count = taken.length;
  const isPhotos = taken.every(({ type }) => type.startsWith('image/'));
  if (count > 0) lines.push(words(isPhotos ? 'report.photos' : 'report.files', { count }));
  if (scope.heard.files.length > count) lines.push(words('report.photosLimit', { count: MOST_FILES }));
  if (scope.heard.point) lines.push(positionOf(turn, scope.heard.point));
  const renamed = nowCalled(turn, after);
  if (renamed) lines.push(renamed);
  if (hasEnded(turn)) lines.push(words('report.over'));
  if (asksOfHarm(scope.heard.key)) lines.push(words('report.aboutHarm'));
  if (asksOfOrigin(scope.heard.key)) lines.push(words('report.aboutOrigin'));
}

function positionOf({ places, words }: Turn, point: { lat: number; lon: number }): string {
  const found = places.at(point);
  if (!found) return words('report.locationNowhere');
  return words(found.sure ? 'report.locationTaken' : 'report.locationNear', { place: found.location.text });
}

/** "Phường Tân Hiệp, Thành phố Tân Uyên, Bình Dương (cũ) nay là …" */
function nowCalled(
  { before, places, words }: Turn,
  { formerly, location, candidates }: Draft,
): string | undefined {
  if (!formerly || formerly === before.formerly || !location || candidates.length > 0) return undefined;
  const { communeCode, provinceCode } = location;
  const place = communeCode ? places.nameOf(communeCode) : provinceCode && places.provinceName(provinceCode);
  return place ? words('report.formerly', { formerly, place }) : undefined;
}

/** "Hết mùi rồi": noted, not taken for a yes or an end of the report. */
const hasEnded = ({ scope: { heard } }: Turn): boolean =>
  heard.reply === null && heard.control === null && wordCount(heard.key) > 2 && heard.understood.over;

/** It was no answer, but it told something that belongs in the report. */
export function tellsMore(before: Draft, after: Draft): boolean {
  return (
    after.files.length > before.files.length ||
    after.words.length > before.words.length ||
    after.time !== before.time ||
    after.location !== before.location ||
    after.source !== before.source ||
    after.anonymous !== before.anonymous ||
    after.contact !== before.contact
  );
}
