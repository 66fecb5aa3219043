import { randomUUID } from 'node:crypto';
import { patiently } from './citizen';
import type { System } from './system';

export const PASSWORD = 'con mèo xanh trên mái nhà 7';
const MINH = { email: 'minh@hotline.test', name: 'Anh Minh' };
export const TAM = { email: 'tam@hotline.test', name: 'Chị Tâm' };

/** Another account, made by the first administrator, who must be there. */
export async function signUp(system: System, account: { role: string; agency?: string }): Promise<Officer> {
  const admin = await Officer.signIn(system.base, { email: 'lan@hotline.test', name: 'Chị Lan' });
  const who = { email: `${account.role}@hotline.test`, name: `Cán bộ ${account.role}` };
  await admin.must('POST', '/accounts', { ...who, ...account, password: PASSWORD });
  return Officer.signIn(system.base, who);
}

/** A person of the staff at the staff API. */
export class Officer {
  private cookie = '';
  private csrf = '';

  constructor(public base: string) {}

  /** The first administrator, by the link that the system printed, who makes the account of an operator. */
  static async first(system: System): Promise<Officer> {
    const admin = new Officer(system.base);
    await admin.open();
    await admin.must('POST', '/session/first-admin', {
      token: system.firstAdminToken,
      email: 'lan@hotline.test',
      name: 'Chị Lan',
      password: PASSWORD,
    });
    for (const { email, name } of [MINH, TAM]) {
      await admin.must('POST', '/accounts', { email, name, role: 'operator', password: PASSWORD });
    }
    return Officer.signIn(system.base);
  }

  static async signIn(base: string, { email } = MINH): Promise<Officer> {
    const officer = new Officer(base);
    await officer.open();
    await officer.must('POST', '/session', { email, password: PASSWORD });
    return officer;
  }

  /** The same session, at another process. */
  at(base: string): Officer {
    return Object.assign(new Officer(base), { cookie: this.cookie, csrf: this.csrf });
  }

  /** One try. */
  async call(method: string, path: string, body?: object, key?: string): Promise<Response> {
    const headers = {
      cookie: this.cookie,
      'x-csrf-token': this.csrf,
      ...(key && { 'idempotency-key': key }),
      ...(body && { 'content-type': 'application/json' }),
    };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(`${this.base}/api/staff${path}`, init);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie) this.cookie = cookie;
    return response;
  }

  /** Tries until it is answered with 2xx. */
  async must<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: object,
    key?: string,
  ): Promise<T> {
    const response = await patiently(() => this.call(method, path, body, key));
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  /** A changing call with a key of its own. */
  async act<T = Record<string, unknown>>(path: string, body: object): Promise<T> {
    return this.must<T>('POST', path, body, randomUUID());
  }

  async upload(path: string, name: string, bytes: Buffer): Promise<{ fileId: string }> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    const headers = { cookie: this.cookie, 'x-csrf-token': this.csrf };
    const response = await fetch(`${this.base}/api/staff${path}`, { method: 'POST', headers, body: form });
    if (!response.ok) throw new Error(`upload answered ${response.status}`);
    return (await response.json()) as { fileId: string };
  }

  private async open(): Promise<void> {
    const { csrfToken } = await this.must<{ csrfToken: string }>('GET', '/session');
    this.csrf = csrfToken;
  }
}
