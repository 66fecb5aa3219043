import type { Sent } from '../../hotline/channel';
import { Refused, TOO_MANY, Unanswered } from './calls';
import { NoGrant, NotNow } from './options';
import { restOfMinute } from './pace';

/** The citizen left the OA, or wants no messages of it. */
const UNREACHABLE = new Set([-213, -244]);
/** The window in which one may write without being asked is closed, or was never open. */
const CLOSED = new Set([-230, -232]);
/** No promotions at night. */
const AT_NIGHT = -234;
const OUT_OF_QUOTA = new Set([-211, -218]);
/** No other try of the same message will do: a parameter, its kind, a call that has ended, the rules for content. */
const NEVER = new Set([-201, -233, -240, -248]);

const TOKEN = 'Zalo không nhận mã truy cập của OA: mở trang Kênh trong bảng điều khiển và bấm "Cấp quyền"';

/** What is wrong with the OA itself, in words for operators; messages wait until it is mended. */
const TROUBLES: Readonly<Record<number, string>> = {
  [-216]: TOKEN,
  [-220]: TOKEN,
  [-221]: 'OA chưa được xác thực (-221): hãy xác thực OA tại oa.zalo.me',
  [-224]: 'gói dịch vụ của OA không cho gửi tin này hoặc đã hết hạn (-224): hãy nâng cấp hay gia hạn gói OA',
  [-227]: 'OA bị khóa hoặc ngừng hoạt động quá 45 ngày (-227): hãy liên hệ Zalo để mở lại',
};

const MINUTE_MS = 60_000;
const QUOTA_PAUSE_MS = 10 * MINUTE_MS;
const NIGHT_PAUSE_MS = 60 * MINUTE_MS;

/** What a call that did not succeed tells of the message. */
export function sentOf(error: unknown): Sent {
  if (error instanceof NoGrant || error instanceof NotNow)
    return { result: 'failed', reason: 'no token', waits: true };
  if (error instanceof Refused) return refusedOf(error.code);
  if (error instanceof Unanswered && !error.isDoubtful)
    return { result: 'failed', reason: error.code, waits: true };
  return { result: 'uncertain', reason: error instanceof Unanswered ? error.code : 'unknown' };
}

function refusedOf(code: number): Sent {
  const reason = `Zalo ${code}`;
  const later = (retryAfterMs: number): Sent => ({ result: 'failed', reason, waits: true, retryAfterMs });
  if (UNREACHABLE.has(code)) return { result: 'dead', reason, unreachable: true };
  if (CLOSED.has(code)) return { result: 'closed', reason };
  if (NEVER.has(code)) return { result: 'dead', reason };
  if (code === TOO_MANY) return later(restOfMinute(Date.now()));
  if (OUT_OF_QUOTA.has(code)) return later(QUOTA_PAUSE_MS);
  if (code === AT_NIGHT) return later(NIGHT_PAUSE_MS);
  if (TROUBLES[code] !== undefined) return { result: 'failed', reason, waits: true };
  // Nobody knows what it means: it is tried again, and given up in the end.
  return { result: 'failed', reason };
}

/** Why nothing can be sent to anybody, in words for operators; undefined when it is about one message only. */
export function troubleOf(error: unknown): string | undefined {
  if (error instanceof NoGrant)
    return 'chưa có quyền gửi tin thay OA: mở trang Kênh trong bảng điều khiển và bấm "Cấp quyền"';
  if (error instanceof Refused) return TROUBLES[error.code];
  return undefined;
}
