import { botFramework } from '../../../adapters/botframework';
import { conversationIdOf } from '../../../adapters/botframework/id';
import type { Person } from '../../emulators/botframework/person';
import { BotService } from '../../emulators/botframework/service';
import type { FarPerson, FarSide, Seen, Side } from './far-side';
import { type Adapter, FILE_BYTES, House, KEY, type Rooms } from './house';

const TEAMS_FILE = 'application/vnd.microsoft.teams.file.download.info';

/** Teams, by Azure Bot Service. */
export const botFrameworkSide: Side = {
  declares: {
    textLimit: 1_500,
    quickReplies: true,
    cards: true,
    images: false,
    files: false,
    typing: true,
    pulls: false,
  },
  has: ['leaving', 'webhook'],
  async open(uri) {
    const service = await new BotService().start();
    return new BotFrameworkSide(service, uri, await openHouse(service, uri));
  },
};

async function openHouse(service: BotService, uri: string): Promise<House> {
  const house = await House.open({ uri, adapter: (rooms) => adapterOf(service, rooms) });
  service.botUrl = `${house.url}/webhooks/botframework`;
  return house;
}

function adapterOf({ app, cloud }: BotService, { log }: Rooms): Adapter {
  const onlyPersonal = 'Bạn nhắn riêng cho tôi nhé.';
  const { channel, open } = botFramework({
    app,
    secret: KEY,
    onlyPersonal,
    fileBytes: FILE_BYTES,
    log,
    cloud,
  });
  return {
    channel,
    open: ({ conversations }) => ({ capabilities: channel.capabilities, ...open(conversations) }),
  };
}

class BotFrameworkSide implements FarSide {
  /** What the connector is still trying to hand over. */
  private underWay = 0;
  private readonly told: object[] = [];

  constructor(
    private readonly service: BotService,
    private readonly uri: string,
    public house: House,
  ) {}

  person(name: string): Promise<FarPerson> {
    const { service } = this;
    return Promise.resolve(
      new TeamsPerson(service, { name, phone: service.person(name) }, (work) => this.during(work)),
    );
  }

  isTaken(): boolean {
    return this.underWay === 0;
  }

  async restarts(): Promise<void> {
    await this.house.close();
    this.house = await openHouse(this.service, this.uri);
  }

  async knocks(body: string | Buffer): Promise<number> {
    return (await this.service.post(String(body), { claims: { serviceurl: this.service.serviceUrl } }))
      .status;
  }

  posted(): readonly object[] {
    return this.told;
  }

  asNew(body: object, n: number): object {
    return { ...body, id: `new-${n}` };
  }

  async close(): Promise<void> {
    await this.house.close();
    await this.service.stop();
  }

  /** In order, each until it is taken. */
  private during(work: () => Promise<object>): void {
    this.underWay += 1;
    void work().then((posted) => {
      this.told.push(posted);
      this.underWay -= 1;
    });
  }
}

class TeamsPerson implements FarPerson {
  private line: Promise<unknown> = Promise.resolve();
  private last: object | undefined;

  constructor(
    private readonly service: BotService,
    private readonly who: { name: string; phone: Person },
    private readonly during: (work: () => Promise<object>) => void,
  ) {}

  private get phone(): Person {
    return this.who.phone;
  }

  conversation() {
    const { channelId, conversation } = this.phone.activity({}) as unknown as Said;
    return conversationIdOf({ channelId, conversation } as Parameters<typeof conversationIdOf>[0], KEY);
  }

  get secrets(): readonly string[] {
    return [this.who.name, this.phone.id, this.phone.conversation, this.phone.aadObjectId];
  }

  says = (text: string): Promise<void> => this.does({ text, textFormat: 'plain' });

  sendsPicture(bytes: Buffer, words: string): Promise<void> {
    return this.does({ text: words, attachments: [this.shared('anh.png', bytes)] });
  }

  sendsPaper(name: string, bytes: Buffer): Promise<void> {
    return this.does({ attachments: [this.shared(name, bytes)] });
  }

  sendsPlace(latitude: number, longitude: number): Promise<void> {
    const geo = { type: 'GeoCoordinates', latitude, longitude };
    return this.does({ entities: [{ type: 'Place', geo }] });
  }

  async isToldAgain(times: number): Promise<void> {
    await this.line;
    await Promise.all(Array.from({ length: times }, () => this.service.post(this.last)));
  }

  seen(): Promise<readonly Seen[]> {
    const ours = this.phone.heard.filter(({ type }) => type === 'message');
    return Promise.resolve(
      ours.map(({ text = '', attachments = [] }) => ({
        text,
        options: attachments.flatMap(({ content }) => content?.buttons?.map(({ title }) => title) ?? []),
        files: attachments.filter(({ content }) => !content).length,
      })),
    );
  }

  /** A button of a card says its words. */
  presses = (option: string): Promise<void> => this.says(option);

  /** Nobody is told; the next message is refused. */
  leaves(): Promise<void> {
    this.service.connector.faults.push({ status: 403, code: 'BotBlockedByUser' });
    return Promise.resolve();
  }

  seesTyping(): Promise<boolean> {
    return Promise.resolve(this.phone.heard.some(({ type }) => type === 'typing'));
  }

  private does(what: object): Promise<void> {
    const { line } = this;
    const work = async (): Promise<object> => {
      await line;
      this.last = await this.phone.send({ type: 'message', ...what });
      return this.last;
    };
    this.during(() => {
      const done = work();
      this.line = done;
      return done;
    });
    return Promise.resolve();
  }

  /** As Teams hands over a file. */
  private shared(name: string, bytes: Buffer): object {
    const path = `/personal/${this.service.nextId()}/${encodeURIComponent(name)}`;
    this.service.shared.set(path, bytes);
    const downloadUrl = `${this.service.cloud.fileHosts[0] ?? ''}${path}`;
    return { contentType: TEAMS_FILE, name, content: { downloadUrl } };
  }
}

interface Said {
  channelId: string;
  conversation: { id: string };
}
