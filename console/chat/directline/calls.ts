import type { ActivitySet, WireActivity } from './wire';

/** The server could not be reached (`status` 0) or answered with an error. */
export class CallError extends Error {
  constructor(
    readonly status: number,
    /** Error code of the server's own JSON answer; absent when something in between answered. */
    readonly code?: string,
  ) {
    super(`Direct Line call failed: ${status} ${code ?? ''}`);
  }

  /** The server itself refused, and would refuse again. Anything else is worth another try. */
  get isRefusal(): boolean {
    const later = [408, 425, 429];
    const byNature = [413, 415];
    return (
      byNature.includes(this.status) ||
      (this.code !== undefined && this.status >= 400 && this.status < 500 && !later.includes(this.status))
    );
  }
}

export interface Opened {
  conversationId: string;
  token: string;
  streamUrl?: string;
}

export interface UploadedFile {
  name: string;
  bytes: Blob;
}

export type DirectLine = ReturnType<typeof directLine>;

const QUICK_MS = 20_000;
const UPLOAD_MS = 300_000;

/**
 * The calls of Direct Line 3.0 that this page makes, to the server it came from.
 * Every one throws CallError.
 */
export function directLine(fetchFn: typeof fetch, base = '/v3/directline') {
  const json = async <T>(path: string, token: string | undefined, init: RequestInit, ms = QUICK_MS) =>
    (await call(fetchFn, base + path, token, init, ms)) as T;

  return {
    /** @param resume asks for the conversation that this browser's cookie proves, where there is one */
    generate: (userId: string, resume: boolean) =>
      json<Opened>('/tokens/generate', undefined, body({ user: { id: userId }, resume })),

    refresh: (token: string) => json<Opened>('/tokens/refresh', token, body({})),

    start: (token: string, userId: string) =>
      json<Opened>('/conversations', token, body({ user: { id: userId }, locale: 'vi-VN' })),

    reconnect: (token: string, conversationId: string, watermark: string) =>
      json<Opened>(`${of(conversationId)}?watermark=${encodeURIComponent(watermark)}`, token, {}),

    activities: (token: string, conversationId: string, watermark: string) =>
      json<ActivitySet>(
        `${of(conversationId)}/activities?watermark=${encodeURIComponent(watermark)}`,
        token,
        {},
      ),

    post: (token: string, conversationId: string, activity: WireActivity) =>
      json<{ id?: string }>(`${of(conversationId)}/activities`, token, body(activity)),

    upload: (token: string, conversationId: string, activity: WireActivity, files: UploadedFile[]) =>
      json<{ id?: string }>(
        `${of(conversationId)}/upload?userId=${encodeURIComponent(activity.from?.id ?? '')}`,
        token,
        { method: 'POST', body: multipart(activity, files) },
        UPLOAD_MS,
      ),
  };
}

function of(conversationId: string): string {
  return `/conversations/${encodeURIComponent(conversationId)}`;
}

function body(value: unknown): RequestInit {
  return { method: 'POST', body: JSON.stringify(value), headers: { 'content-type': 'application/json' } };
}

function multipart(activity: WireActivity, files: UploadedFile[]): FormData {
  const form = new FormData();
  const part = new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' });
  form.append('activity', part, 'blob');
  for (const file of files) form.append('file', file.bytes, file.name);
  return form;
}

async function call(
  fetchFn: typeof fetch,
  url: string,
  token: string | undefined,
  init: RequestInit,
  ms: number,
): Promise<unknown> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), ms);
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  try {
    const response = await fetchFn(url, {
      ...init,
      headers: { ...(init.headers as Record<string, string> | undefined), ...authorization },
      signal: abort.signal,
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw new CallError(response.status, errorCode(answer));
    // A sign-in page of a public Wi-Fi answers 200 to everything.
    if (typeof answer !== 'object' || answer === null) throw new CallError(0);
    return answer;
  } catch (error) {
    throw error instanceof CallError ? error : new CallError(0);
  } finally {
    clearTimeout(timer);
  }
}

function errorCode(answer: unknown): string | undefined {
  const error = (answer as { error?: { code?: unknown } } | undefined | null)?.error;
  return typeof error?.code === 'string' ? error.code : undefined;
}
