import type { SendMailOptions } from 'nodemailer';
import type { AlertCarrier, AlertMessage, Audience } from '../../hotline/alerts/alert';

/** A mail server that says nothing for so long is given up, below the lease of whoever sends. */
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

export interface MailOptions {
  name: string;
  reaches: Audience;
  smtpUrl: string;
  from: string;
  /** Addresses; asked for each message, as people come and go. */
  to: () => Promise<readonly string[]>;
}

/** Alerts by e-mail. The library is loaded when the first one is sent. */
export function mailAlerts({ name, reaches, smtpUrl, from, to }: MailOptions): AlertCarrier {
  async function send(message: AlertMessage): Promise<void> {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      url: smtpUrl,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
    });
    try {
      await transport.sendMail(letterOf(message, from, await to()));
    } finally {
      transport.close();
    }
  }

  return { name, reaches, send };
}

/** The same alerts have the same Message-ID, by which a mail server can tell what comes twice. */
function letterOf(
  { key, subject, text }: AlertMessage,
  from: string,
  to: readonly string[],
): SendMailOptions {
  return {
    messageId: `<${key}@${from.split('@').at(-1)}>`,
    from,
    to: [...to],
    subject,
    text,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
