import type { User } from './api';

export type Section = 'tickets' | 'conversations' | 'channels' | 'accounts' | 'audit';

const OF_ROLE: Record<User['role'], Section[]> = {
  supervisor: ['tickets', 'conversations', 'channels'],
  operator: ['tickets', 'conversations', 'channels'],
  inspector: ['tickets', 'conversations', 'channels'],
  agency: ['tickets'],
  admin: ['accounts', 'channels'],
  auditor: ['audit'],
};

/** What to show this person in the menu; the first is where they start. The server decides what they get. */
export const mayOpen = (user: User): Section[] => OF_ROLE[user.role];
