import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChannelData } from '../hotline/activity';

/** One message as a Direct Line client reads it. */
export interface Read {
  id: string;
  type: string;
  text?: string;
  timestamp: string;
  from: { id: string; role?: string };
  replyToId?: string;
  attachments?: { contentType: string; name?: string; contentUrl?: string; thumbnailUrl?: string }[];
  channelData?: ChannelData;
}

export interface Photo {
  name: string;
  bytes: Buffer;
}

/** Something to post. The key is the client's own id of the message, the same at each try. */
export interface Words {
  text?: string;
  key?: string;
  photo?: Photo;
  entities?: object[];
}

/** What the citizen answers to each question of a report. */
export const ANSWERS: Readonly<Record<string, string>> = {
  category: 'Ô nhiễm môi trường',
  description: 'Nhà máy xả khói đen mù mịt, khét lắm',
  location: 'xã Yên Phong, tỉnh Bắc Ninh',
  time: 'tối hôm qua',
  anonymity: 'Ẩn danh',
  confirm: 'Đúng rồi',
};

/** A story that leaves only the contact and the summary to be asked. */
export const STORY =
  'Nhà máy ở xã Yên Phong, tỉnh Bắc Ninh xả khói đen mù mịt từ tối hôm qua, cả xóm không thở được';

const PATIENCE_MS = 20_000;

/** A citizen with a small Direct Line client that polls. It goes on trying until it is answered with 2xx. */
export class Citizen {
  /** All it has read so far, in order. */
  readonly read: Read[] = [];
  private watermark = '';

  private constructor(
    /** Where the system is; another process of it may be given at any time. */
    public base: string,
    readonly conversationId: string,
    readonly token: string,
  ) {}

  static async arrive(base: string, user = `dl_${randomUUID()}`): Promise<Citizen> {
    const grant = await patiently(() =>
      fetch(`${base}/v3/directline/tokens/generate`, post({ origin: base }, { user: { id: user } })),
    );
    const { token, conversationId } = (await grant.json()) as { token: string; conversationId: string };
    const citizen = new Citizen(base, conversationId, token);
    await patiently(() => fetch(`${base}/v3/directline/conversations`, post(citizen.headers, {})));
    return citizen;
  }

  /** The same person in another tab. */
  anotherTab(base: string): Citizen {
    return new Citizen(base, this.conversationId, this.token);
  }

  /** One try. */
  post(words: Words): Promise<Response> {
    const { text, key = randomUUID(), photo, entities } = words;
    const activity = {
      type: 'message',
      ...(text !== undefined && { text }),
      ...(entities && { entities }),
      channelData: { clientActivityID: key },
    };
    if (!photo) return fetch(this.url('activities'), post(this.headers, activity));
    const form = new FormData();
    const type = { type: 'application/vnd.microsoft.activity' };
    form.append('activity', new Blob([JSON.stringify(activity)], type), 'blob');
    form.append('file', new Blob([new Uint8Array(photo.bytes)], { type: 'image/png' }), photo.name);
    return fetch(this.url('upload'), { method: 'POST', headers: this.headers, body: form });
  }

  /** Tries until the message is acknowledged; returns its id. */
  async say(words: Words | string): Promise<string> {
    const given = typeof words === 'string' ? { text: words } : words;
    const fixed = { key: randomUUID(), ...given };
    const response = await patiently(() => this.post(fixed));
    return ((await response.json()) as { id: string }).id;
  }

  /** Says it and waits for the last message of the answer, the one that asks for something or tells of a ticket. */
  async ask(words: Words | string): Promise<Read> {
    const id = await this.say(words);
    return this.hears(({ replyToId, channelData }) => replyToId === id && Boolean(channelData?.ask));
  }

  /** Reads on until there is a message like that. */
  async hears(what: (message: Read) => boolean, patience = PATIENCE_MS): Promise<Read> {
    for (const until = Date.now() + patience; Date.now() < until; await pause(15)) {
      await this.readOn();
      const found = this.read.find(what);
      if (found) return found;
    }
    throw new Error(`never heard; the last was: ${JSON.stringify(this.read.at(-1))}`);
  }

  /** From a wish or a story to the ticket, whatever is asked in between; returns the message that tells of it. */
  async report(opening = STORY, answers: Readonly<Record<string, string>> = ANSWERS): Promise<Read> {
    let said = opening;
    for (let questions = 0; questions < 12; questions++) {
      const id = await this.say(said);
      const reply = await this.hears(
        ({ replyToId, channelData }) =>
          replyToId === id && Boolean(channelData?.ask ?? channelData?.ticket?.secret),
      );
      if (reply.channelData?.ticket?.secret) return reply;
      said = answerTo(reply, answers);
    }
    throw new Error('the report was never filed');
  }

  /** Everything from the start, as after a reload of the page. */
  async readAll(): Promise<Read[]> {
    const again = this.anotherTab(this.base);
    for (let before = -1; again.read.length > before;) {
      before = again.read.length;
      await again.readOn();
    }
    return again.read;
  }

  async readOn(): Promise<void> {
    const response = await patiently(() =>
      fetch(this.url('activities', `?watermark=${this.watermark}`), { headers: this.headers }),
    );
    const { activities, watermark } = (await response.json()) as { activities: Read[]; watermark: string };
    this.read.push(...activities);
    this.watermark = watermark;
  }

  get headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` };
  }

  private url(what: string, query = ''): string {
    return `${this.base}/v3/directline/conversations/${this.conversationId}/${what}${query}`;
  }
}

export const isOwn = ({ from }: Read): boolean => from.role === 'user';
/** The number of a message, which its id ends with. */
export const numberOf = (id: string): number => Number(id.split('|')[1]);

function answerTo(question: Read, answers: Readonly<Record<string, string>>): string {
  const { ask = '', options } = question.channelData ?? {};
  const answer = answers[ask];
  if (answer === undefined) throw new Error(`nobody knows what to answer to ${ask}`);
  // The kind of pollution is asked under the same name as the lane.
  return ask === 'category' && options && !options.includes(answer) ? (options[0] ?? answer) : answer;
}

/** As real clients do: no line, or a server that cannot, means to try again; anything else is an answer. */
export async function patiently(call: () => Promise<Response>, patience = 180_000): Promise<Response> {
  for (const until = Date.now() + patience; ; await pause(40)) {
    const response = await call().catch(() => undefined);
    if (response?.ok) return response;
    const said = await response?.text();
    if (response && response.status < 500)
      throw new Error(`${response.url} answered ${response.status}: ${said}`);
    if (Date.now() > until) throw new Error(`no answer but ${response?.status ?? 'a broken line'}`);
  }
}

function post(headers: Record<string, string>, body: object): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}
