import { randomUUID } from 'node:crypto';

/** The registration of the bot, as the operator made it. */
export interface Registration {
  appId: string;
  password: string;
  tenantId: string;
}

interface Answer {
  status: number;
  body: object;
}

/** Gives tokens for client credentials, as Microsoft Entra ID does. */
export class Login {
  private readonly valid = new Set<string>();
  /** How often a token was asked for. */
  asked = 0;
  /** The password was changed at the other side. */
  refuses = false;

  constructor(private readonly app: Registration) {}

  answer(tenant: string, form: URLSearchParams): Answer {
    this.asked += 1;
    const { appId, password, tenantId } = this.app;
    if (tenant !== tenantId) return { status: 400, body: { error: 'invalid_request' } };
    const known = form.get('client_id') === appId && form.get('client_secret') === password;
    if (!known || this.refuses) return { status: 401, body: { error: 'invalid_client' } };
    const asksRight =
      form.get('grant_type') === 'client_credentials' &&
      form.get('scope') === 'https://api.botframework.com/.default';
    if (!asksRight) return { status: 400, body: { error: 'invalid_scope' } };
    const token = `token-${randomUUID()}`;
    this.valid.add(token);
    return { status: 200, body: { token_type: 'Bearer', expires_in: 3599, access_token: token } };
  }

  holds(authorization: string | undefined): boolean {
    return this.valid.has(authorization?.replace(/^Bearer /, '') ?? '');
  }

  /** Takes back all that were given. */
  revoke(): void {
    this.valid.clear();
  }
}
