import { dayAt, type WorkingCalendar } from '../../../hotline/deadlines/calendar';
import { type KnownDossier, workingDaysLate } from '../../../hotline/dossiers';
import { wallClock } from '../../../hotline/vietnam-time';
import type { Words } from '../../words';

/** How a dossier stands, line by line: state, days, late or not, where the result is, what to do. */
export function dossierStanding(
  words: Words,
  dossier: KnownDossier,
  at: Date,
  calendar: WorkingCalendar,
): string {
  const { code, procedure, receivedOn, dueOn, note } = dossier;
  const days = workingDaysLate(dossier, dayAt(at), calendar);
  const lines = [
    words('dossier.one', { code, state: stateOf(words, dossier) }),
    procedure && words('dossier.procedure', { procedure }),
    words('dossier.received', { day: spokenDay(receivedOn) }),
    dueOn && words('dossier.due', { day: spokenDay(dueOn) }),
    lateness(words, dossier, days, at),
    whatNext(words, dossier),
    note && words('dossier.note', { note }),
    words('dossier.source', { day: spokenDay(dayOf(dossier.listedAt)) }),
    dossier.status === 'in_progress' && days > 0 && words('dossier.askWhy'),
  ];
  return lines.filter(Boolean).join('\n');
}

function stateOf(words: Words, { status, returnedOn }: KnownDossier): string {
  if (returnedOn === null || !['returned', 'sent_back'].includes(status))
    return words(`dossier.state.${status}`);
  return words(`dossier.stateOn.${status}`, { day: spokenDay(returnedOn) });
}

function lateness(words: Words, dossier: KnownDossier, days: number, at: Date): string | undefined {
  const { status, dueOn } = dossier;
  if (days > 0) return words(status === 'returned' ? 'dossier.wasLate' : 'dossier.late', { days });
  if (status !== 'in_progress' || dueOn === null) return undefined;
  const today = dayOf(at);
  if (dueOn === today) return words('dossier.dueToday');
  return dueOn > today ? words('dossier.inTime') : undefined;
}

function whatNext(words: Words, { status, byPost, returnedOn }: KnownDossier): string | undefined {
  switch (status) {
    case 'waiting_supplement':
      return words('dossier.supplement');
    case 'sent_back':
      return words('dossier.sentBackWhy');
    case 'returned':
      if (byPost) return words('dossier.byPost');
      return returnedOn === null ? words('dossier.pickUp') : undefined;
    case 'in_progress':
      return words(byPost ? 'dossier.willPost' : 'dossier.willPickUp');
  }
}

const dayOf = (moment: Date): string => wallClock(moment).toISOString().slice(0, 10);

/** `2026-11-20` → `20/11/2026` */
const spokenDay = (day: string): string => day.split('-').reverse().join('/');
