import type { User } from './api';

export type Section = 'tickets' | 'conversations' | 'accounts' | 'audit';

const OF_ROLE: Record<User['role'], Section[]> = {
  supervisor: ['tickets', 'conversations'],
  operator: ['tickets', 'conversations'],
  inspector: ['tickets', 'conversations'],
  agency: ['tickets'],
  admin: ['accounts'],
  auditor: ['audit'],
};

/** What to show this person in the menu; the first is where they start. The server decides what they get. */
export const mayOpen = (user: User): Section[] => OF_ROLE[user.role];
