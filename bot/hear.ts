import type { Activity } from '../hotline/activity';
import type { TicketFile } from '../hotline/ticket/ticket';
import { keyOf } from '../nlp/fold';
import type { Understanding } from '../nlp/types';
import type { Understand } from '../nlp/understand';

/** One message of the citizen, with all that was understood of it. */
export interface Heard {
  text: string;
  /** The same without accents and punctuation, to compare with choices. */
  key: string;
  understood: Understanding;
  files: TicketFile[];
  point: { lat: number; lon: number } | null;
  control: 'skip' | 'back' | null;
}

export interface HearParts {
  understand: Understand;
  controls: { skip: readonly string[]; back: readonly string[] };
}

/** Reads messages for the dialogs. */
export function hearing({
  understand,
  controls,
}: HearParts): (activity: Activity | undefined, at: Date) => Heard {
  const skips = new Set(controls.skip.map(keyOf));
  const backs = new Set(controls.back.map(keyOf));
  return (activity, at) => {
    const text = textOf(activity);
    const key = keyOf(text);
    return {
      text,
      key,
      understood: understand(text, at),
      files: filesOf(activity),
      point: pointOf(activity),
      control: skips.has(key) ? 'skip' : backs.has(key) ? 'back' : null,
    };
  };
}

/** What was typed, or what a button of a card sends. */
function textOf(activity: Activity | undefined): string {
  if (activity?.text?.trim()) return activity.text.trim();
  return typeof activity?.value === 'string' ? activity.value.trim() : '';
}

function filesOf(activity: Activity | undefined): TicketFile[] {
  return (activity?.attachments ?? []).flatMap(({ fileId, name, contentType, size }) =>
    fileId === undefined ? [] : [{ id: fileId, name: name ?? 'tệp', type: contentType, size: size ?? 0 }],
  );
}

function pointOf(activity: Activity | undefined): { lat: number; lon: number } | null {
  const entity = activity?.entities?.find(({ type }) => type === 'GeoCoordinates');
  const [latitude, longitude] = [entity?.['latitude'], entity?.['longitude']];
  return typeof latitude === 'number' && typeof longitude === 'number'
    ? { lat: latitude, lon: longitude }
    : null;
}
