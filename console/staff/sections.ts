import type { User } from './api';

export type Section =
  'tickets' | 'conversations' | 'channels' | 'questions' | 'ratings' | 'accounts' | 'audit';

const OF_ROLE: Record<User['role'], Section[]> = {
  supervisor: ['tickets', 'conversations', 'questions', 'ratings', 'channels'],
  operator: ['tickets', 'conversations', 'questions', 'ratings', 'channels'],
  inspector: ['tickets', 'conversations', 'ratings', 'channels'],
  agency: ['tickets', 'ratings'],
  admin: ['accounts', 'questions', 'channels'],
  auditor: ['audit'],
};

/** What to show this person in the menu; the first is where they start. The server decides what they get. */
export const mayOpen = (user: User): Section[] => OF_ROLE[user.role];
