/** Where an adapter tells what went wrong; never given texts, names, ids of people or tokens. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
