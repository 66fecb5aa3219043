import type { Sent } from '../../hotline/channel';
import { NOT_REACHED } from '../not-reached';

/** Refused for now, among what else would be refused for good; Teams answers 412 when it is busy with the conversation. */
const FOR_NOW = new Set([408, 409, 412, 423, 425, 429]);
/** Nothing is wrong with this message: the other side is too busy, or not there. */
const NOT_NOW = new Set([429, 502, 503, 504]);
/** The bot was removed or blocked, or the conversation is gone. */
const GONE = new Set([403, 404, 410]);

/** What an answer of the connector means for the message. */
export async function outcome(response: Response): Promise<Sent | 'unauthorized'> {
  const { status } = response;
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return { result: 'sent', ...idOf(body) };
  if (status === 401) return 'unauthorized';
  const reason = `${status} ${codeOf(body)}`.trim();
  if (GONE.has(status)) return { result: 'dead', reason, unreachable: true };
  if (status < 500 && !FOR_NOW.has(status)) return { result: 'dead', reason };
  return { result: 'failed', reason, ...retryOf(response), ...(NOT_NOW.has(status) && { waits: true }) };
}

/** Nobody knows whether the message arrived, unless the line was never there. */
export function lostLine(error: unknown): Sent {
  const code = causeOf(error);
  if (NOT_REACHED.has(code)) return { result: 'failed', reason: code, waits: true };
  return { result: 'uncertain', reason: code };
}

/** The system's word for what went wrong, such as `ECONNRESET`, or the kind of error. */
function causeOf(error: unknown): string {
  const code = fieldOf(fieldOf(error, 'cause'), 'code') ?? fieldOf(error, 'name');
  return typeof code === 'string' ? code : 'unknown';
}

function idOf(body: unknown): { channelMessageId?: string } {
  const id = fieldOf(body, 'id');
  return typeof id === 'string' && id.length <= 500 ? { channelMessageId: id } : {};
}

/** The connector's own word, such as `ConversationNotFound`; its sentences may hold names. */
function codeOf(body: unknown): string {
  const code = fieldOf(fieldOf(body, 'error'), 'code');
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : '';
}

/** Seconds or a date (RFC 9110, 10.2.3). */
function retryOf({ headers }: Response): { retryAfterMs?: number } {
  const after = headers.get('retry-after');
  if (after === null) return {};
  const ms = /^\d{1,6}$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now();
  return ms > 0 ? { retryAfterMs: ms } : {};
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
}
