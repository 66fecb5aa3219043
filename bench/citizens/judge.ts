import { keyOf } from '../../nlp/fold';
import type { Outcome } from './citizen';
import type { Filed } from './line';

/** All that is not as the citizen wanted it; empty: complete, with every field right. */
export function faults(outcome: Outcome, filed: Filed | undefined): string[] {
  const { cancelled, goal, troubles, code, warned } = outcome;
  if (cancelled) return [...troubles, ...(filed ? ['cancelled, and filed all the same'] : [])];
  if (!filed || code === null) return [...troubles, 'nothing was filed'];
  return [
    ...troubles,
    ...(goal.urgent && !warned ? ['no numbers were given at once'] : []),
    ...kindFaults(outcome, filed),
    ...factFaults(outcome, filed),
    ...wordFaults(outcome, filed),
    ...reporterFaults(outcome, filed),
  ];
}

function kindFaults({ goal }: Outcome, { lane, category, urgent }: Filed): string[] {
  return [
    ...(lane === goal.lane ? [] : [`lane: ${lane}, not ${goal.lane}`]),
    ...(lane !== goal.lane || goal.categories.some((each) => each === category)
      ? []
      : [`category: ${category ?? 'none'}, not ${goal.categories.join(' or ')}`]),
    ...(urgent === goal.urgent ? [] : [urgent ? 'urgent, though nobody is in danger' : 'not urgent']),
  ];
}

function factFaults({ goal, told }: Outcome, { location, time, source, attachments }: Filed): string[] {
  const { communeCode, text } = location;
  const isThere = communeCode !== null && goal.place.communes.includes(communeCode);
  return [
    ...(isThere
      ? []
      : [
          `place: ${communeCode ?? 'none'} (${text}), not ${goal.place.communes.join(' or ')} (${goal.place.says})`,
        ]),
    ...(told.time === null || isSaid(time?.text, told.time)
      ? []
      : [`time: ${time?.text ?? 'none'}, not ${told.time}`]),
    ...(told.source === null || isSaid(source ?? undefined, told.source)
      ? []
      : [`source: ${source ?? 'none'}, not ${told.source}`]),
    ...(attachments.length === told.photos ? [] : [`files: ${attachments.length}, not ${told.photos}`]),
  ];
}

/** Kept in whole or in the part that tells it. */
const isSaid = (kept: string | undefined, said: string): boolean =>
  kept !== undefined && (keyOf(said).includes(keyOf(kept)) || keyOf(kept).includes(keyOf(said)));

/** "Vựa đó ở phường 9 nhé." is kept without what is only polite. */
const COURTESY = /(?:\s(?:ạ|nhé|nha|nghen|a|nhe))*[.!,]*$/iu;

/** A piece that tells only where, sent when that was asked, is kept as the place. */
function wordFaults({ words }: Outcome, { description, location }: Filed): string[] {
  let from = 0;
  for (const each of words) {
    if (keyOf(location.text).includes(keyOf(each.replace(COURTESY, '')))) continue;
    const at = description.indexOf(each, from);
    if (at < 0) return [`words: "${each}" is not in "${description}"`];
    from = at + each.length;
  }
  return [];
}

function reporterFaults({ goal: { reporter: wanted } }: Outcome, { anonymous, reporter }: Filed): string[] {
  const { name, phone } = { name: reporter?.name ?? 'none', phone: reporter?.phone ?? 'none' };
  if (!wanted) return anonymous && phone === 'none' ? [] : [`not anonymous: ${phone}`];
  if (anonymous) return ['anonymous, though a contact was left'];
  const isNamed = keyOf(name).includes(keyOf(wanted.name.replace(/^(?:anh|chị|em|bác|cô|chú|ông|bà) /, '')));
  return [
    ...(phone === wanted.e164 ? [] : [`phone: ${phone}, not ${wanted.e164}`]),
    ...(isNamed ? [] : [`name: ${name}, not ${wanted.name}`]),
  ];
}
