import {
  ActivityHandler,
  BotAdapter,
  ConversationState,
  MemoryStorage,
  type Storage,
  type StoreItems,
  TurnContext,
} from 'botbuilder-core';
import { DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } from 'botbuilder-dialogs';
import express, { type Express, type RequestHandler } from 'express';
import type { AddressInfo } from 'node:net';
import { type Collection, MongoClient } from 'mongodb';

/** Acknowledged by the server alone, as a driver does by default against one server. */
const PLAIN = { w: 1 } as const;
/** What ours promises too: nothing is acknowledged before the journal of a majority has it. */
const JOURNALLED = { w: 'majority', j: true } as const;

type Activity = TurnContext['activity'];
type Sent = Awaited<ReturnType<BotAdapter['sendActivities']>>;

interface Said {
  conversation: string;
  text: string;
}

/** The baselines, each at a path of its own; prints where, and runs until it is ended. */
export async function serveBaselines(uri: string): Promise<void> {
  const client = await MongoClient.connect(uri);
  const db = client.db('baselines');
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(express.json());
  app.post('/a', (req, res) => void res.json(req.body));
  app.post('/b-w1', storing(db.collection('b1'), PLAIN));
  app.post('/b-journalled', storing(db.collection('bj'), JOURNALLED));
  app.post('/c', waterfall(new MemoryStorage()));
  app.post('/d', waterfall(new PlainStorage(db.collection('d'))));
  listen(app);
}

function listen(app: Express): void {
  const server = app.listen(0, '127.0.0.1', () =>
    console.log(`http://localhost:${(server.address() as AddressInfo).port}/`),
  );
}

interface Kept {
  _id: string;
  step: number;
  words: string[];
  at: Date;
}

/** What any web application does: look up where one stands, store where one stands now. */
function storing(kept: Collection<Kept>, writeConcern: typeof PLAIN | typeof JOURNALLED): RequestHandler {
  return async (req, res) => {
    const { conversation, text } = req.body as Said;
    const before = await kept.findOne({ _id: conversation });
    const step = (before?.step ?? 0) + 1;
    const words = [...(before?.words ?? []), text].slice(-3);
    await kept.replaceOne(
      { _id: conversation },
      { step, words, at: new Date() },
      { upsert: true, writeConcern },
    );
    res.json({ id: `${conversation}|${step}` });
  };
}

/** One document for each key, as botbuilder's own storages for document databases keep them. */
class PlainStorage implements Storage {
  constructor(private readonly items: Collection<{ _id: string; item: unknown }>) {}

  async read(keys: string[]): Promise<StoreItems> {
    const read: StoreItems = {};
    for (const key of keys) {
      const found = await this.items.findOne({ _id: key });
      if (found) read[key] = found.item;
    }
    return read;
  }

  async write(changes: StoreItems): Promise<void> {
    for (const [key, item] of Object.entries(changes) as [string, unknown][]) {
      await this.items.replaceOne({ _id: key }, { item }, { upsert: true, writeConcern: JOURNALLED });
    }
  }

  async delete(keys: string[]): Promise<void> {
    await this.items.deleteMany({ _id: { $in: keys } }, { writeConcern: JOURNALLED });
  }
}

const QUESTIONS = ['Bạn muốn phản ánh chuyện gì?', 'Chuyện xảy ra ở đâu?', 'Bạn muốn ẩn danh không?'];

/** A botbuilder bot as its samples build one: three prompts in a waterfall, over and over. */
function waterfall(storage: Storage): RequestHandler {
  const state = new ConversationState(storage);
  const dialogs = new DialogSet(state.createProperty('dialogs'));
  dialogs.add(new TextPrompt('text'));
  dialogs.add(
    new WaterfallDialog(
      'report',
      QUESTIONS.map((question) => (step) => step.prompt('text', question)),
    ),
  );
  const bot = new ActivityHandler();
  bot.onMessage(async (context, next) => {
    const dialog = await dialogs.createContext(context);
    const { status } = await dialog.continueDialog();
    if (status === DialogTurnStatus.empty || status === DialogTurnStatus.complete)
      await dialog.beginDialog('report');
    await next();
  });
  bot.onTurn(async (context, next) => {
    await next();
    await state.saveChanges(context);
  });
  const adapter = new CollectingAdapter();
  return async (req, res) => void res.json(await adapter.take(req.body as Said, bot));
}

class CollectingAdapter extends BotAdapter {
  private readonly said = new WeakMap<object, Partial<Activity>[]>();

  async take({ conversation, text }: Said, bot: ActivityHandler): Promise<Partial<Activity>[]> {
    const activity = {
      type: 'message',
      text,
      channelId: 'bench',
      conversation: { id: conversation },
      from: { id: 'citizen' },
      recipient: { id: 'hotline' },
    } as Activity;
    const out: Partial<Activity>[] = [];
    this.said.set(activity, out);
    await this.runMiddleware(new TurnContext(this, activity), (context) => bot.run(context));
    return out;
  }

  override sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<Sent> {
    this.said.get(context.activity)?.push(...activities);
    return Promise.resolve(activities.map(() => ({ id: '' })));
  }

  override updateActivity = (): Promise<void> => Promise.reject(new Error('not here'));
  override deleteActivity = (): Promise<void> => Promise.reject(new Error('not here'));
  override continueConversation = (): Promise<void> => Promise.reject(new Error('not here'));
}
