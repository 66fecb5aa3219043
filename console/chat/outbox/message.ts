import type { WireActivity } from '../directline/wire';
import { NOTICE_VERSION } from '../notice';

/** A place that the citizen chose to send, in degrees. */
export interface Place {
  latitude: number;
  longitude: number;
}

/** A file that waits on the shelf. */
export interface HeldFile {
  key: string;
  name: string;
  type: string;
  size: number;
}

export type Refusal = 'too_large' | 'too_many' | 'type' | 'other';

/** Something the citizen said, kept on the device until the server has it. */
export interface OwnMessage {
  /** clientActivityID: the server takes each only once, however often it is sent. */
  id: string;
  /** When it was said, milliseconds since 1970. */
  at: number;
  text?: string;
  place?: Place;
  /** What a card's button sends back along with its title. */
  value?: unknown;
  files: HeldFile[];
  /** Refused by the server: sent again only when the citizen wants it. */
  refused?: Refusal;
}

/** The message as Direct Line takes it. */
export function toActivity(message: OwnMessage, userId: string, timeZone?: string): WireActivity {
  const { id, at, text, place, value } = message;
  return {
    type: 'message',
    from: { id: userId, role: 'user' },
    locale: 'vi-VN',
    localTimestamp: new Date(at).toISOString(),
    ...(timeZone ? { localTimezone: timeZone } : {}),
    ...(text ? { text, textFormat: 'plain' } : {}),
    ...(value === undefined ? {} : { value }),
    ...(place ? { entities: [{ type: 'GeoCoordinates', ...place }] } : {}),
    channelData: { clientActivityID: id, notice: NOTICE_VERSION },
  };
}
