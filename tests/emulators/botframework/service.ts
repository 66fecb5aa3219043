import { type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { HttpSide } from '../http-side';
import { answer, Connector } from './connector';
import { Login, type Registration } from './login';
import { Person } from './person';
import { SigningKey } from './signing-key';

const ISSUER = 'https://api.botframework.com';
const CHANNELS = ['msteams', 'webchat', 'directline', 'facebook'];

/** How a call is signed; for tests that forge. */
export interface Signed {
  claims?: Record<string, unknown>;
  key?: SigningKey;
  kid?: string;
  /** The whole header, or none. */
  authorization?: string | null;
}

/**
 * An Azure Bot Service of one's own: announces its keys, gives tokens, signs and posts what people say, takes what
 * the bot answers. Everything is in memory and gone after `stop`.
 */
export class BotService {
  readonly app: Registration = {
    appId: '11111111-2222-4333-8444-555555555555',
    password: 'mat-khau~cua.bot',
    tenantId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  };
  readonly login = new Login(this.app);
  readonly connector = new Connector(this.login);
  readonly key = new SigningKey('key-1', CHANNELS);
  /** Files of Teams' users: whoever has the address may have them, whoever shows a token is a mistake. */
  readonly shared = new Map<string, Buffer>();
  /** The keys cannot be had. */
  away = false;
  /** Where the bot is. */
  botUrl = '';
  private last = 0;
  private readonly http = new HttpSide((req, res) => void this.serve(req, res));

  async start(): Promise<this> {
    await this.http.open();
    return this;
  }

  async stop(): Promise<void> {
    await this.http.close();
  }

  get base(): string {
    return this.http.root;
  }

  get serviceUrl(): string {
    return `${this.base}/emea/`;
  }

  /** For the adapter. */
  get cloud() {
    const openIdMetadata = `${this.base}/v1/.well-known/openidconfiguration`;
    return {
      loginUrl: this.base,
      openIdMetadata,
      fileHosts: [`http://localhost:${new URL(this.base).port}`],
    };
  }

  /** Somebody on one of the channels, in a conversation of their own with the bot. */
  person(name: string, channelId = 'msteams'): Person {
    return new Person(this, { name, channelId, number: ++this.last });
  }

  nextId(): string {
    return `17323${String(++this.last).padStart(8, '0')}`;
  }

  /** Posts once, as the connector does; returns the bot's answer. */
  async post(activity: unknown, signed: Signed = {}): Promise<Response> {
    const authorization = this.authorization(signed, activity);
    const body = typeof activity === 'string' ? activity : JSON.stringify(activity);
    return fetch(this.botUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== null && { authorization }) },
      body,
    });
  }

  private authorization({ authorization, claims, key = this.key, kid }: Signed, activity: unknown) {
    if (authorization !== undefined) return authorization;
    const seconds = Math.floor(Date.now() / 1000);
    const said = typeof activity === 'object' && activity !== null ? activity : {};
    const serviceurl = 'serviceUrl' in said ? said.serviceUrl : this.serviceUrl;
    const whole = { iss: ISSUER, aud: this.app.appId, nbf: seconds - 10, exp: seconds + 3600, serviceurl };
    return `Bearer ${key.sign({ ...whole, ...claims }, kid)}`;
  }

  private async serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await text(req);
    const { pathname } = new URL(req.url ?? '/', this.base);
    const tenant = /^\/([\w-]+)\/oauth2\/v2\.0\/token$/.exec(pathname)?.[1];
    const conversation = /^\/emea\/v3\/conversations\/([^/]+)\/activities$/.exec(pathname)?.[1];
    const attachment = /^\/emea\/v3\/attachments\/([\w-]+)\/views\/original$/.exec(pathname)?.[1];
    if (pathname.startsWith('/v1/.well-known/')) return this.announce(res, pathname);
    if (tenant) {
      const given = this.login.answer(tenant, new URLSearchParams(body));
      return answer(res, given.status, given.body);
    }
    if (conversation) return this.connector.activity(req, res, decodeURIComponent(conversation), body);
    if (attachment) return this.connector.attachment(req, res, attachment);
    return this.share(req, res, pathname);
  }

  private announce(res: ServerResponse, pathname: string): void {
    if (this.away) return answer(res, 503, {});
    if (pathname.endsWith('/keys')) return answer(res, 200, { keys: [this.key.announced()] });
    answer(res, 200, { issuer: ISSUER, jwks_uri: `${this.base}/v1/.well-known/keys` });
  }

  private share({ headers }: IncomingMessage, res: ServerResponse, pathname: string): void {
    const bytes = this.shared.get(pathname);
    if (!bytes || headers.authorization !== undefined) return answer(res, bytes ? 400 : 404, {});
    res.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes);
  }
}
