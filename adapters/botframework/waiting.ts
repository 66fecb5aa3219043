import type { Address } from './address';
import type { Connector } from './connector';
import { typing } from './from-activity';

/** An answer that takes longer than this is announced. */
const SLOW_MS = 700;

/** Shows "is typing" while a turn is being taken, if it takes long enough to be noticed. */
export class Waiting {
  constructor(private readonly connector: Connector) {}

  async until<T>(taking: Promise<T>, to: Address): Promise<T> {
    const timer = setTimeout(() => void this.connector.send(to, typing(to)), SLOW_MS);
    try {
      return await taking;
    } finally {
      clearTimeout(timer);
    }
  }
}
