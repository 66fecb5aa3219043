import { randomUUID } from 'node:crypto';
import type { ChangeStream, ChangeStreamInsertDocument } from 'mongodb';
import type { Connection } from 'mongoose';
import type { Turn } from '../hotline/conversation/turn';
import type { StoredTurn } from './turn-record';
import { TURNS, fromRecord } from './turn-record';

const PAUSE_MS = 500;

type Listener = (turn: Turn, own: boolean) => void;

/**
 * Tells this process of turns: its own the moment they are written, those of other processes
 * through a change stream. A listener that cares for completeness reads the log when it sees a gap,
 * so that a lost resume token costs nothing but a read.
 */
export function turnFeed(
  connection: Connection,
  channels: readonly string[],
  onError: (error: unknown) => void,
) {
  const process = randomUUID();
  const listeners = new Set<Listener>();
  const openings = new Set<() => void>();
  let stream: ChangeStream<StoredTurn, ChangeStreamInsertDocument<StoredTurn>> | undefined;
  let stopped = false;

  /** A turn that this process has just written. */
  const publish = (turn: Turn): void => tell(turn, true);

  function tell(turn: Turn, own: boolean): void {
    for (const listener of listeners) listener(turn, own);
  }

  const onTurn = (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  /** Told whenever the stream opens: turns of other processes may have gone by before. */
  const onOpen = (listener: () => void): void => {
    openings.add(listener);
  };

  /** Follows the turns of other processes until `stop`; starts again by itself after an error. */
  async function watch(): Promise<void> {
    while (!stopped) {
      try {
        await follow();
      } catch (error) {
        if (!stopped) onError(error);
      }
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  async function follow(): Promise<void> {
    stream = connection
      .collection<StoredTurn>(TURNS)
      .watch<StoredTurn, ChangeStreamInsertDocument<StoredTurn>>([
        {
          $match: {
            operationType: 'insert',
            'fullDocument.channel': { $in: channels },
            'fullDocument.process': { $ne: process },
          },
        },
      ]);
    // The first look opens the stream; what was written before it must be read from the log.
    const first = await stream.tryNext();
    for (const listener of openings) listener();
    if (first) tell(fromRecord(first.fullDocument), false);
    for await (const change of stream) tell(fromRecord(change.fullDocument), false);
  }

  async function stop(): Promise<void> {
    stopped = true;
    await stream?.close();
  }

  return { process, publish, onTurn, onOpen, watch, stop };
}

export type TurnFeed = ReturnType<typeof turnFeed>;
