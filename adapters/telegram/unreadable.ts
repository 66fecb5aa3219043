import type { Log } from '../log';
import { ToldSeldom } from '../told-seldom';

/** What comes from Telegram and cannot be read is acknowledged, or it would come again for ever. */
export class Unreadable extends ToldSeldom {
  constructor(log: Log) {
    super(log, 'updates', 'telegram sent what cannot be read');
  }
}
