import { TelegramError } from 'telegraf';
import type { Sent } from '../../hotline/channel';
import { NOT_REACHED } from '../not-reached';

const TOKEN_PAUSE_MS = 60_000;

/** What a call that did not succeed tells of the message. The reason holds nothing of what was sent, nor to whom. */
export function sentOf(error: unknown): Sent {
  if (error instanceof TelegramError) return refusedOf(error);
  const code = codeOf(error);
  if (NOT_REACHED.has(code)) return { result: 'failed', reason: code, waits: true };
  return { result: 'uncertain', reason: code };
}

function refusedOf(error: TelegramError): Sent {
  const { code } = error;
  const reason = `${code} ${error.description}`.slice(0, 200);
  if (code === 429) return { result: 'failed', reason, waits: true, retryAfterMs: retryAfterMs(error) };
  // A wrong token: the operator will mend it.
  if (code === 401 || code === 404)
    return { result: 'failed', reason, waits: true, retryAfterMs: TOKEN_PAUSE_MS };
  // Something before the Bot API waited for it in vain; it may have done its work.
  if (code === 504) return { result: 'uncertain', reason };
  if (code >= 500) return { result: 'failed', reason, waits: true };
  if (code === 403 || /chat not found|user is deactivated/i.test(error.description))
    return { result: 'dead', reason, unreachable: true };
  return { result: 'dead', reason };
}

export const retryAfterMs = (error: TelegramError): number => 1_000 * (error.parameters?.retry_after ?? 1);

/** A short name for what happened to the line. */
export function codeOf(error: unknown): string {
  const { code, name, type } = (error ?? {}) as { code?: unknown; name?: unknown; type?: unknown };
  if (name === 'AbortError' || name === 'TimeoutError' || type === 'aborted') return 'timeout';
  return [code, type, name].find((each): each is string => typeof each === 'string') ?? 'unknown';
}

/** Why the line is down, in words for operators. */
export function lineWords(error: unknown): string {
  if (!(error instanceof TelegramError)) return `không nối được tới Telegram (${codeOf(error)})`;
  const { code, description } = error;
  if (code === 401 || code === 404)
    return 'TELEGRAM_BOT_TOKEN: Telegram không nhận mã này (401); hãy lấy lại mã ở BotFather';
  if (code === 409)
    return 'có chương trình khác đang nhận tin của cùng bot (409); hãy tắt chương trình đó hoặc dùng bot khác';
  return `Telegram báo lỗi ${code}: ${description.slice(0, 120)}`;
}
