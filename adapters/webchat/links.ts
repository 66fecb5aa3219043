import { createHmac, timingSafeEqual } from 'node:crypto';

const DAY = 24 * 3600;
/** Days a link works; clients fetch fresh ones whenever they read the conversation again. */
const GOOD_FOR = 7;

/** Addresses of files that work for a while for whoever holds them, as an `<img>` cannot send a token. */
export class FileLinks {
  constructor(
    private readonly key: string | Buffer,
    private readonly now: () => number,
  ) {}

  /** The same all day, so that browsers can keep what they fetched. */
  to(fileId: string, name: string, base: string): string {
    const expires = (Math.floor(this.now() / 1000 / DAY) + 1 + GOOD_FOR) * DAY;
    const path = `/v3/directline/attachments/${fileId}/${encodeURIComponent(name)}`;
    return `${base}${path}?e=${expires}&s=${this.sign(fileId, String(expires))}`;
  }

  holds(fileId: string, expires: unknown, signature: unknown): boolean {
    if (typeof expires !== 'string' || !/^\d{1,12}$/.test(expires) || typeof signature !== 'string')
      return false;
    const expected = Buffer.from(this.sign(fileId, expires));
    const given = Buffer.from(signature);
    const genuine = given.length === expected.length && timingSafeEqual(given, expected);
    return genuine && Number(expires) * 1000 > this.now();
  }

  /** The file that one of our own links, still working, points to. */
  fileOf(link: string): string | undefined {
    const url = URL.canParse(link) ? new URL(link) : undefined;
    const fileId = /^\/v3\/directline\/attachments\/([\w-]{1,64})(?:\/|$)/.exec(url?.pathname ?? '')?.[1];
    if (url === undefined || fileId === undefined) return undefined;
    return this.holds(fileId, url.searchParams.get('e'), url.searchParams.get('s')) ? fileId : undefined;
  }

  private sign(fileId: string, expires: string): string {
    return createHmac('sha256', this.key).update(`${fileId} ${expires}`).digest('base64url');
  }
}
