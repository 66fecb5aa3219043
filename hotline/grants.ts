/** What another service gave us to act for an account: a token for calls, and one that is good once, for the next pair. */
export interface TokenPair {
  access: string;
  refresh: string;
  issuedAt: Date;
  /** Of the token for calls. */
  expiresAt: Date;
}

/**
 * A pair and its number, by which every write is fenced: a pair takes the place of one with a smaller number alone, so
 * an answer that comes late can never undo what came after it.
 */
export interface NumberedPair {
  number: number;
  pair: TokenPair;
}

/** What is kept of a grant, for all processes. */
export interface KeptGrant {
  /** Of the newest pair; 0: there was none yet. */
  number: number;
  pair?: TokenPair;
  /** Since when a renewal of this pair is under way, or broke off: its refresh token may be used up. */
  renewing?: Date;
  /** Since when nobody can renew it: somebody must consent anew. */
  lost?: Date;
  /** Renewals that failed in a row, why the last one did, in words for operators, and when the next may be tried. */
  failures?: number;
  trouble?: string;
  nextTry?: Date;
  /** Whose account it is, as the service calls it. */
  account?: string;
  /** Marks of where pairs were taken from that are good once: never again from there. */
  marks?: string[];
}

/** What may be noted of a pair; `undefined` takes a note away. */
export type GrantNote = {
  [K in 'renewing' | 'lost' | 'failures' | 'trouble' | 'nextTry']?: KeptGrant[K] | undefined;
};

/** The right to renew a grant, held by one process at a time. */
export interface GrantHold {
  /** As it was when the right was taken. */
  grant: KeptGrant;
  /** Durable when it resolves; false, and nothing noted, when another process holds it or there is another pair by now. */
  note(note: GrantNote): Promise<boolean>;
  release(): Promise<void>;
}

/** Grants by name; what is secret in them lies sealed. Every write is on a majority's disks when it resolves. */
export interface GrantStore {
  find(name: string): Promise<KeptGrant>;
  /** Undefined while another process has it. What a dead process had is free when its time is up. */
  hold(name: string, ms: number): Promise<GrantHold | undefined>;
  /**
   * False, and nothing kept, when the number is not greater than that of the newest. Kept, it ends the right to renew
   * the one before.
   * @param mark of where the pair was taken from
   */
  keep(name: string, numbered: NumberedPair, mark?: string): Promise<boolean>;
  setAccount(name: string, account: string): Promise<void>;
  /** Somebody was sent to consent; only the last one's answer counts, once, and until then. */
  ask(name: string, mark: string, until: Date): Promise<void>;
  /** Whether it was asked so; a second time no more. */
  takeAnswer(name: string, mark: string, now: Date): Promise<boolean>;
}

/**
 * Where a new pair lies on this machine until the database has it. Nobody can get it a second time: to write it here
 * is the very next thing after it came.
 */
export interface GrantDrafts {
  /** On the disk when it resolves. */
  write(name: string, numbered: NumberedPair): Promise<void>;
  newest(name: string): Promise<NumberedPair | undefined>;
  /** That one and all before it. */
  remove(name: string, number: number): Promise<void>;
}

/** How it goes with a grant, for those who administer it. `failing`: it still serves, but could not be renewed. */
export interface GrantState {
  state: 'none' | 'good' | 'failing' | 'lost';
  account: string | null;
  renewedAt: Date | null;
  /** How long calls go without a renewal. */
  goodUntil: Date | null;
  /** Why it could not be renewed, in words for operators. */
  trouble: string | null;
  /** What must be saved in the service's console, by its name there. */
  callbackUrl: string | null;
  challenge: string;
}

/** Consent by the account's owner, for a channel that needs it. */
export interface Consent {
  state(): Promise<GrantState>;
  /**
   * The service's page where the owner agrees; good for ten minutes, once.
   * @throws HotlineError `no_public_url`
   */
  begin(): Promise<string>;
  /** Whether nobody can act for the account until its owner consents; as it was looked at last. */
  isNeeded(): boolean;
}
