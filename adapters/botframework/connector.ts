import type { LineWatch, Sent } from '../../hotline/channel';
import type { Address } from './address';
import type { Outgoing } from './from-activity';
import type { Log } from './options';
import { outcome, lostLine } from './outcome';
import { type AppToken, NoToken } from './token';

const PATIENCE_MS = 15_000;

const WRONG_PASSWORD =
  'Microsoft không nhận bot này: xem lại MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD (có thể đã hết hạn) và MICROSOFT_APP_TENANT_ID';

interface Parts {
  token: AppToken;
  log: Log;
  line?: LineWatch | undefined;
}

/**
 * The one call of the Bot Connector that we need. Made without the SDK's client, which repeats a call up to three
 * times by itself, also one whose first try may have arrived (decision 0020).
 */
export class Connector {
  constructor(private readonly parts: Parts) {}

  async send(to: Address, message: Outgoing): Promise<Sent> {
    const { token, log, line } = this.parts;
    try {
      const sent = await this.sendSigned(to, message, await token.get());
      if (sent.result === 'sent') line?.up();
      return sent;
    } catch (error) {
      if (!(error instanceof NoToken)) throw error;
      log.error({ reason: error.message }, 'Microsoft gives no token to this bot');
      if (error.ours) line?.down(WRONG_PASSWORD);
      return { result: 'failed', reason: `no token: ${error.message}`, waits: true };
    }
  }

  /** A token may be taken back before it ends: what was refused for it is tried once with a new one. */
  private async sendSigned(to: Address, message: Outgoing, token: string): Promise<Sent> {
    const first = await this.post(to, message, token);
    if (first !== 'unauthorized') return first;
    this.parts.token.drop(token);
    const second = await this.post(to, message, await this.parts.token.get());
    if (second !== 'unauthorized') return second;
    this.parts.line?.down(WRONG_PASSWORD);
    return { result: 'failed', reason: 'the connector does not accept our token', waits: true };
  }

  private async post(to: Address, message: Outgoing, token: string): Promise<Sent | 'unauthorized'> {
    try {
      const response = await fetch(activitiesOf(to), {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(message),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return await outcome(response);
    } catch (error) {
      return lostLine(error);
    }
  }
}

function activitiesOf({ serviceUrl, conversation }: Address): string {
  const path = `v3/conversations/${encodeURIComponent(conversation)}/activities`;
  return serviceUrl.endsWith('/') ? `${serviceUrl}${path}` : `${serviceUrl}/${path}`;
}
