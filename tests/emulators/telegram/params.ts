import { badRequest } from './refusal';

/** A file that came in the body of a call. */
export interface Upload {
  name: string;
  bytes: Buffer;
  mime: string;
}

/** What a call was made with: JSON has types, forms and queries have only strings, both are understood. */
export class Params {
  constructor(
    readonly values: Readonly<Record<string, unknown>>,
    readonly uploads: ReadonlyMap<string, Upload> = new Map(),
  ) {}

  has(name: string): boolean {
    return this.values[name] !== undefined;
  }

  text(name: string): string {
    const value = this.values[name];
    if (typeof value === 'string') return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  }

  integer(name: string, fallback = 0): number {
    const value = Number.parseInt(this.text(name), 10);
    return Number.isNaN(value) ? fallback : value;
  }

  number(name: string): number {
    return Number(this.text(name) || Number.NaN);
  }

  flag(name: string): boolean {
    return ['true', 'True', 'yes', '1'].includes(this.text(name));
  }

  /** A field that is an object or a list; in forms it comes as JSON. */
  json(name: string, calledThere = name): unknown {
    const value = this.values[name];
    if (typeof value !== 'string') return value;
    if (value === '') return undefined;
    try {
      return JSON.parse(value);
    } catch {
      throw badRequest(`can't parse ${calledThere} JSON object`);
    }
  }
}
