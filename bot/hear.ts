import type { Activity } from '../hotline/activity';
import type { TicketFile } from '../hotline/ticket/ticket';
import { keyOf } from '../nlp/fold';
import type { Intent, Understanding } from '../nlp/types';
import type { Understand } from '../nlp/understand';

/** One message of the citizen, with all that was understood of it. */
export interface Heard {
  text: string;
  /** The same without accents and punctuation, to compare with choices. */
  key: string;
  understood: Understanding;
  /** What is wanted, where it is likely enough to act upon; else `out_of_scope`. */
  intent: Intent;
  /** It is what a button of the menu says. */
  isMenu: boolean;
  files: TicketFile[];
  point: { lat: number; lon: number } | null;
  control: 'skip' | 'back' | 'cancel' | null;
  /** Only that they want to report, nothing of what happened: "tôi muốn phản ánh". */
  isWish: boolean;
  /** The wish names its kind: pollution, land, officials. */
  tellsKind: boolean;
}

export interface HearParts {
  understand: Understand;
  controls: Controls;
  /** What the buttons of the menu say, by key: they mean what is written on them, whatever else is learnt. */
  meanings: ReadonlyMap<string, Intent>;
}

export interface Controls {
  skip: readonly string[];
  back: readonly string[];
  cancel: readonly string[];
  /** Words of which a mere wish to report is made. */
  wish: readonly string[];
  /** Those among them that tell what kind of report. */
  kind: readonly string[];
}

/** Reads messages for the dialogs. */
export function hearing({
  understand,
  controls,
  meanings,
}: HearParts): (activity: Activity | undefined, at: Date) => Heard {
  const controlOf = new Map(
    (['skip', 'back', 'cancel'] as const).flatMap((control) =>
      controls[control].map((phrase) => [keyOf(phrase), control] as const),
    ),
  );
  const wishWords = new Set([...controls.wish, ...controls.kind].flatMap(wordsOf));
  const kindWords = new Set(controls.kind.flatMap(wordsOf));
  return (activity, at) => {
    const text = textOf(activity);
    const key = keyOf(text);
    const said = key.split(' ');
    const understood = understand(text, at);
    return {
      text,
      key,
      understood,
      isMenu: meanings.has(key),
      intent: meanings.get(key) ?? (understood.confidence >= LIKELY ? understood.intent : 'out_of_scope'),
      files: filesOf(activity),
      point: pointOf(activity),
      control: controlOf.get(key) ?? null,
      isWish: text !== '' && said.every((word) => wishWords.has(word)),
      tellsKind: said.some((word) => kindWords.has(word)),
    };
  };
}

/** Less likely than this, and nothing is done upon it. */
const LIKELY = 0.4;

const wordsOf = (phrase: string): string[] => keyOf(phrase).split(' ');

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
