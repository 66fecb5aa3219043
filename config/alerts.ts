import { ConfigError } from './error';
import { present } from './present';
import type { Given } from './variables';

/** Where staff are told of what cannot wait; each way is off until it is set. */
export interface AlertsConfig {
  /** Group or channel that the hotline's own Telegram bot writes to. */
  telegramChatId?: string;
  email?: { to: string[]; from: string; smtpUrl: string };
  /** Minutes of the day in Vietnam; `from` may lie after `to`, over midnight. */
  quiet?: { from: number; to: number };
}

export function alertsOf(given: Given): AlertsConfig {
  const telegramChatId = given.ALERT_TELEGRAM_CHAT_ID;
  if (telegramChatId && !given.TELEGRAM_BOT_TOKEN)
    throw new ConfigError('TELEGRAM_BOT_TOKEN: còn thiếu, cần để báo tin vào nhóm ở ALERT_TELEGRAM_CHAT_ID');
  return present({ telegramChatId, email: emailOf(given), quiet: quietOf(given.ALERT_QUIET_HOURS) });
}

function emailOf({ ALERT_EMAIL_TO, ALERT_EMAIL_FROM, SMTP_URL }: Given): AlertsConfig['email'] {
  if (!ALERT_EMAIL_TO) return undefined;
  if (!SMTP_URL) throw new ConfigError('SMTP_URL: còn thiếu, cần để gửi thư tới ALERT_EMAIL_TO');
  if (!ALERT_EMAIL_FROM)
    throw new ConfigError('ALERT_EMAIL_FROM: còn thiếu, cần để gửi thư tới ALERT_EMAIL_TO');
  return { to: ALERT_EMAIL_TO, from: ALERT_EMAIL_FROM, smtpUrl: SMTP_URL };
}

function quietOf(hours: string | undefined): AlertsConfig['quiet'] {
  if (!hours) return undefined;
  const [from = 0, to = 0] = hours.split('-').map(minuteOf);
  return { from, to };
}

function minuteOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}
