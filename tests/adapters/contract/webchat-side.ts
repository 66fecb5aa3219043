import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { webchat } from '../../../adapters/webchat';
import { conversationIdOf, type DirectLineId } from '../../../adapters/webchat/id';
import { Citizen, isOwn, type Read, type Words } from '../../citizen';
import type { FarPerson, FarSide, Seen, Side } from './far-side';
import { type Adapter, FILE_BYTES, House, KEY, type Rooms } from './house';

const KEYS = { directLineTokens: 'k1'.repeat(16), conversationIds: KEY, fileLinks: 'k3'.repeat(16) };

/** The web page, by Direct Line. */
export const webchatSide: Side = {
  declares: {
    textLimit: 20_000,
    quickReplies: true,
    cards: true,
    images: true,
    files: true,
    typing: true,
    pulls: true,
  },
  has: ['webhook'],
  open: async (uri) => new WebchatSide(uri, await openHouse(uri)),
};

const openHouse = (uri: string): Promise<House> => House.open({ uri, adapter: adapterOf });

function adapterOf({ stores, log }: Rooms): Adapter {
  return {
    open({ conversations, typing }) {
      const limits = { tokensPerMinute: 10_000, fileBytes: FILE_BYTES };
      return webchat({ conversations, typing, files: stores.files, keys: KEYS, limits, log });
    },
  };
}

class WebchatSide implements FarSide {
  private readonly people: WebPerson[] = [];

  constructor(
    private readonly uri: string,
    public house: House,
  ) {}

  async person(name: string): Promise<FarPerson> {
    const person = new WebPerson(name, await Citizen.arrive(this.house.url, `dl_${name}_${randomUUID()}`));
    this.people.push(person);
    return person;
  }

  isTaken(): boolean {
    return this.people.every(({ underWay }) => underWay === 0);
  }

  async restarts(): Promise<void> {
    await this.house.close();
    this.house = await openHouse(this.uri);
    for (const { citizen } of this.people) citizen.base = this.house.url;
  }

  /** In the conversation of somebody who may write there. */
  async knocks(body: string | Buffer): Promise<number> {
    const [person] = this.people;
    if (!person) throw new Error('nobody is there');
    const { headers, conversationId } = person.citizen;
    const url = `${this.house.url}/v3/directline/conversations/${conversationId}/activities`;
    const json = { 'content-type': 'application/json', ...headers };
    return (await fetch(url, { method: 'POST', headers: json, body: body as string })).status;
  }

  posted(): readonly object[] {
    return this.people.flatMap(({ posted }) =>
      posted.map(({ key, photo: _photo, ...said }) => ({
        type: 'message',
        ...said,
        channelData: { clientActivityID: key },
      })),
    );
  }

  asNew(body: object, n: number): object {
    return { ...body, channelData: { clientActivityID: `new-${n}` } };
  }

  async close(): Promise<void> {
    for (const { socket } of this.people) socket?.terminate();
    await this.house.close();
  }
}

class WebPerson implements FarPerson {
  readonly posted: Words[] = [];
  underWay = 0;
  socket: WebSocket | undefined;
  private line: Promise<unknown> = Promise.resolve();
  private typing = false;

  constructor(
    private readonly name: string,
    readonly citizen: Citizen,
  ) {}

  conversation = () => conversationIdOf(this.citizen.conversationId as DirectLineId, KEY);

  get secrets(): readonly string[] {
    return [this.name, this.citizen.conversationId, this.citizen.token];
  }

  says = (text: string): Promise<void> => this.posts({ text });

  sendsPicture = (bytes: Buffer, words: string): Promise<void> =>
    this.posts({ text: words, photo: { name: 'anh.png', bytes } });

  sendsPaper = (name: string, bytes: Buffer): Promise<void> => this.posts({ photo: { name, bytes } });

  sendsPlace = (latitude: number, longitude: number): Promise<void> =>
    this.posts({ entities: [{ type: 'GeoCoordinates', latitude, longitude }] });

  async isToldAgain(times: number): Promise<void> {
    await this.line;
    const last = this.posted.at(-1) ?? {};
    await Promise.all(Array.from({ length: times }, () => this.citizen.say(last)));
  }

  async seen(): Promise<readonly Seen[]> {
    await this.citizen.readOn();
    return this.citizen.read.filter((each) => !isOwn(each)).map(seenOf);
  }

  presses = (option: string): Promise<void> => this.says(option);

  /** Only windows that are open show it. */
  async seesTyping(): Promise<boolean> {
    this.socket ??= await this.opens();
    return this.typing;
  }

  private async opens(): Promise<WebSocket> {
    const { base, conversationId, headers } = this.citizen;
    const answer = await fetch(`${base}/v3/directline/conversations/${conversationId}`, { headers });
    const { streamUrl } = (await answer.json()) as { streamUrl: string };
    const socket = new WebSocket(streamUrl);
    await once(socket, 'open');
    socket.onmessage = ({ data }) => {
      if (/"type":"typing"/.test(data as string)) this.typing = true;
    };
    return socket;
  }

  private posts(words: Words): Promise<void> {
    const fixed = { key: randomUUID(), ...words };
    this.posted.push(fixed);
    this.underWay += 1;
    this.line = this.line.then(() => this.citizen.say(fixed)).then(() => (this.underWay -= 1));
    return Promise.resolve();
  }
}

function seenOf({ text = '', attachments = [], ...rest }: Read & Choices): Seen {
  return {
    text,
    options: rest.suggestedActions?.actions.map(({ title }) => title) ?? [],
    files: attachments.filter(({ contentUrl }) => contentUrl !== undefined).length,
  };
}

interface Choices {
  suggestedActions?: { actions: { title: string }[] };
}
