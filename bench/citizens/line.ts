/** One message of the citizen. */
export interface Said {
  text?: string;
  photo?: boolean;
  point?: { latitude: number; longitude: number };
}

/** The answer, as a program reads it: what the last message asks for, by which buttons, and of which ticket it tells. */
export interface Heard {
  ask: string | null;
  options: readonly string[];
  ticket: { code: string; secret: string | null } | null;
  handoff: string | null;
  /** For people: kept for the transcript, and to see that the numbers were given in danger. */
  texts: readonly string[];
}

/** How a citizen is connected: over HTTP to a running system, or straight to the bot. */
export interface Line {
  /** Says these in a row, without waiting for answers in between; resolves with the answer to the last. */
  say(messages: readonly Said[]): Promise<Heard>;
}

/** A report as staff see it. */
export interface Filed {
  code: string;
  lane: string;
  category: string | null;
  urgent: boolean;
  anonymous: boolean;
  description: string;
  location: { text: string; communeCode: string | null; provinceCode: string | null };
  time: { text: string } | null;
  source: string | null;
  reporter: { name: string | null; phone: string | null } | null;
  attachments: readonly unknown[];
}
