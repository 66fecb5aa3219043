import { RECORDS } from '../migrations/records';

/** What a backup leaves out, and why: all of it is made anew, and some of it would do harm on another day. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  staff_sessions: 'a session that was ended since would be open again; people sign in anew',
  staff_links: 'a link to make the first administrator is printed at each start as long as there is none',
  sign_in_failures: 'counts of a quarter of an hour',
  leases: 'who works on what right now; nobody does after a restore',
  grants: 'tokens that are good once: used up by the time of a restore; the account consents anew',
  lines: 'what each running process says of its lines to the channels; true for a minute or two',
  daily: 'when the daily jobs run next; they may run at once',
  [RECORDS]: 'stands in the header of the file: it says what shape the data have',
};

export const isLeftOut = (collection: string): boolean =>
  Object.hasOwn(LEFT_OUT, collection) || collection.startsWith('system.');
