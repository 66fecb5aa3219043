/** Work that only one process may do at a time, such as asking a channel for what came in. */
export interface Duties {
  /** Undefined while another process has it. What a dead process had is free when its time is up. */
  take(name: string, ms: number): Promise<Duty | undefined>;
}

/** The right to do it, for a while. */
export interface Duty {
  /** Prolongs it; false when another process has it by now. */
  keep(): Promise<boolean>;
  release(): Promise<void>;
}
