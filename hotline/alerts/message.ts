import { createHash } from 'node:crypto';
import type { Category, Lane } from '../ticket/ticket';
import { wallClock } from '../vietnam-time';
import type { Alert, AlertKind, AlertMessage, Subject } from './alert';
import { words } from './words.vi';

/** Names for the codes that alerts hold; undefined for what is not known, which is then left out. */
export interface AlertNames {
  lane(lane: Lane): string;
  category(category: Category): string;
  place(communeCode: string | null, provinceCode: string | null): string | undefined;
  channel(channel: string): string;
  /** Address of a page of the console; undefined when nobody set how it is reached. */
  page(path: string): string | undefined;
}

/** The weightiest first. */
const ORDER: readonly AlertKind[] = [
  'urgent',
  'grant_lost',
  'channel_down',
  'waiting',
  'overdue',
  'due_soon',
  'dead_letter',
  'channel_up',
];
/** The rest is only counted; a message stays below what every carrier takes. */
const MOST_LINES = 10;

interface Group {
  heading: string;
  lines: string[];
  page: string;
}

/** One message for all of them; whatever they hold, it names no person and no word of a citizen. */
export function messageOf(alerts: readonly Alert[], names: AlertNames): AlertMessage {
  const groups = groupsOf(alerts, names);
  return {
    key: keyOf(alerts),
    subject: `[${words.product}] ${groups.map(({ heading }) => heading).join(', ')}`,
    text: shortened(groups, names).join('\n\n'),
  };
}

function groupsOf(alerts: readonly Alert[], names: AlertNames): Group[] {
  const open = alerts.filter(({ confidential }) => !confidential);
  const groups = ORDER.map((kind) =>
    groupOf(
      kind,
      open.filter((alert) => alert.kind === kind),
      names,
    ),
  );
  const closed = alerts.filter(({ confidential }) => confidential).filter(isFirstOfItsConversation);
  return [...groups, confidential(closed)].filter((group) => group !== undefined);
}

function groupOf(kind: AlertKind, alerts: Alert[], names: AlertNames): Group | undefined {
  if (alerts.length === 0) return undefined;
  switch (kind) {
    case 'urgent':
    case 'overdue':
    case 'due_soon': {
      const lines = alerts.flatMap(({ ticket }) => (ticket ? [ticketLine(ticket, names)] : []));
      return { heading: heading(kind, lines.length), lines, page: '/tickets' };
    }
    case 'waiting': {
      const people = alerts.filter(isFirstOfItsConversation);
      const lines = people.map(({ since, at, channel }) =>
        words.waitingSince(clock(since ?? at), names.channel(channel ?? '')),
      );
      return { heading: heading(kind, people.length), lines, page: '/conversations' };
    }
    case 'dead_letter':
      return { heading: heading(kind, alerts.length), lines: letterLines(alerts, names), page: '/channels' };
    case 'grant_lost':
    case 'channel_down':
    case 'channel_up': {
      const lines = alerts.map(({ channel = '', since }) => {
        const name = names.channel(channel);
        return since ? words.downSince(name, clock(since)) : name;
      });
      return { heading: heading(kind, lines.length), lines, page: '/channels' };
    }
  }
}

function confidential(alerts: Alert[]): Group | undefined {
  if (alerts.length === 0) return undefined;
  return { heading: words.confidential(figure(alerts.length)), lines: [words.confidentialLine], page: '' };
}

/** After quiet hours the reminders of one and the same person come together. */
const isFirstOfItsConversation = ({ conversation }: Alert, index: number, all: Alert[]): boolean =>
  conversation === undefined || all.findIndex((other) => other.conversation === conversation) === index;

function ticketLine(
  { code, lane, category, communeCode, provinceCode, deadline }: Subject,
  names: AlertNames,
) {
  const what = [names.lane(lane), category && names.category(category)].filter(Boolean).join(': ');
  const told = [what, names.place(communeCode, provinceCode), deadline && words.deadline(clock(deadline))];
  const page = isCode(code) ? names.page(`/tickets/${code}`) : undefined;
  const line = [isCode(code) ? code : undefined, ...told].filter(Boolean).join(' · ');
  return page ? `${line}\n  ${page}` : line;
}

const isCode = (code: string): boolean => /^XH-\d{4}-\d{6,12}$/.test(code);

function letterLines(alerts: Alert[], names: AlertNames): string[] {
  const counts = new Map<string, number>();
  for (const { channel = '' } of alerts) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  return [...counts].map(([channel, count]) => words.letters(names.channel(channel), figure(count)));
}

/** So many lines in all; what is left of a group is counted. */
function shortened(groups: Group[], names: AlertNames): string[] {
  let left = MOST_LINES;
  return groups.map(({ heading, lines, page }) => {
    const shown = lines.slice(0, left);
    left -= shown.length;
    const hidden = lines.length - shown.length;
    const more = hidden > 0 && shown.length > 0 ? [`• ${words.more(figure(hidden))}`] : [];
    return [heading, ...shown.map((line) => `• ${line}`), ...more, names.page(page)]
      .filter(Boolean)
      .join('\n');
  });
}

const heading = (kind: AlertKind, count: number): string => words.headings[kind](figure(count));

const figure = (count: number): string => count.toLocaleString('vi-VN');

/** `17:00 14/12/2026`, by Vietnam's clock. */
function clock(date: Date): string {
  const [, year, month, day, time] =
    /^(\d+)-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(wallClock(date).toISOString()) ?? [];
  return `${time} ${day}/${month}/${year}`;
}

/** The same for the same alerts, in whatever order they were read. */
function keyOf(alerts: readonly Alert[]): string {
  const keys = alerts.map(({ key }) => key).sort();
  return createHash('sha256').update(keys.join('\n')).digest('hex').slice(0, 32);
}
