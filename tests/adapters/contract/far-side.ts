import type { Capabilities } from '../../../hotline/channel';
import type { ConversationId } from '../../../hotline/conversation/turn';
import type { House } from './house';

/** A message of the hotline as somebody's phone shows it. */
export interface Seen {
  text: string;
  /** What can be pressed below it. */
  options: readonly string[];
  /** Pictures and papers. */
  files: number;
}

/** Somebody with a phone. What they do is sent when it resolves, and taken when the side says so. */
export interface FarPerson {
  conversation(): ConversationId;
  /** Names, numbers and addresses that nobody but the channel may know. */
  readonly secrets: readonly string[];
  says(text: string): Promise<void>;
  sendsPicture(bytes: Buffer, words: string): Promise<void>;
  sendsPaper(name: string, bytes: Buffer): Promise<void>;
  sendsPlace(latitude: number, longitude: number): Promise<void>;
  /** What they did last is told so many times more. */
  isToldAgain(times: number): Promise<void>;
  /** All that the phone shows of the hotline, in order. */
  seen(): Promise<readonly Seen[]>;
  presses?(option: string): Promise<void>;
  /** Agrees where a number is asked for. */
  sharesNumber?(phone: string): Promise<void>;
  /** Wants to hear nothing more from the hotline. */
  leaves?(): Promise<void>;
  /** Looks at the phone from now on. */
  seesTyping?(): Promise<boolean>;
}

/** The other side of a channel, with one process of the hotline on this one. */
export interface FarSide {
  readonly house: House;
  person(name: string): Promise<FarPerson>;
  /** Everything that was sent is acknowledged. */
  isTaken(): boolean;
  /** The process ends, and another that remembers nothing begins on the same data. */
  restarts(): Promise<void>;
  /** Calls the door with these very bytes, signed as they must be. */
  knocks?(body: string | Buffer): Promise<number>;
  /** Bodies that were really posted, and one of them as if it were new. */
  posted?(): readonly object[];
  asNew?(body: object, n: number): object;
  timePasses?(hours: number): void;
  close(): Promise<void>;
}

/** What a channel has, beside what it declares. */
export type Hand = 'number' | 'leaving' | 'webhook';

/** A channel as it is tried. */
export interface Side {
  declares: Capabilities;
  has: readonly Hand[];
  /** On a database of its own. */
  open(uri: string): Promise<FarSide>;
}
