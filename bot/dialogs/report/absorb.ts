import type { Lane } from '../../../hotline/ticket/ticket';
import { landmarkBefore } from '../../../nlp/landmark';
import type { Category, Place } from '../../../nlp/types';
import type { Heard } from '../../hear';
import type { Places } from '../../places';
import { type Draft, withFiles, withWords } from './draft';

/** So many words in one message tell a story; fewer are a wish to report. */
const STORY = 6;
/** Less sure than this, and it is asked. */
const LIKELY = 0.5;

const LANES: Partial<Record<string, Lane>> = {
  'report.pollution': 'pollution',
  'report.emergency': 'pollution',
  'report.land': 'land',
  'report.misconduct': 'misconduct',
};

/** Takes out of an opening or a description all that it tells, so that none of it is asked again. */
export function absorbStory(draft: Draft, heard: Heard, places: Places): Draft {
  const { understood } = heard;
  const told = absorbFacts(draft, heard, places);
  const lane = LANES[heard.intent] ?? null;
  const isStory = !heard.isWish && (lane !== null || heard.key.split(' ').length >= STORY);
  return {
    ...(isStory ? withWords(told, heard.text) : told),
    lane: draft.lane ?? (heard.isWish && !heard.tellsKind ? null : lane),
    category: draft.category ?? categoryTold(heard),
    urgent: draft.urgent || understood.urgent,
  };
}

/** The kind of pollution, when the words tell it; "ô nhiễm quá" tells none, and is asked about. */
export function categoryTold({ understood: { category, categoryChance } }: Heard): Category | null {
  return category !== 'other' && categoryChance >= LIKELY ? category : null;
}

/** Files, position, time and place: taken whenever they are told, whatever was asked. */
export function absorbFacts(draft: Draft, heard: Heard, places: Places): Draft {
  const { time, places: named, urgent } = heard.understood;
  const withPlace = heard.point
    ? absorbPoint(draft, heard.point, places)
    : absorbPlace(draft, heard.text, named, places);
  return {
    ...withFiles(withPlace, heard.files),
    time: draft.time ?? time,
    urgent: draft.urgent || urgent,
  };
}

export function absorbPoint(draft: Draft, point: { lat: number; lon: number }, places: Places): Draft {
  const found = places.at(point);
  if (!found) return draft;
  const said = draft.location && !draft.location.communeCode ? draft.location.text : '';
  const text = said ? `${said}, ${found.location.text}` : found.location.text;
  return { ...draft, location: { ...found.location, text }, candidates: [] };
}

/** A place named in passing: only where none is known yet. */
function absorbPlace(draft: Draft, said: string, named: readonly Place[], places: Places): Draft {
  const [place] = named;
  if (!place || draft.location?.communeCode) return draft;
  const unit = place.communeCode ? places.nameOf(place.communeCode) : place.text;
  const text = [landmarkBefore(said, place.text), unit].filter(Boolean).join(', ');
  return { ...draft, location: places.locationOf(place, text), candidates: place.candidates };
}
