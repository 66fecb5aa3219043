import { CallError } from '../../../console/chat/directline/calls';
import { forgetAll, memoryStore } from '../../../console/chat/kept';
import { toActivity, type OwnMessage } from '../../../console/chat/outbox/message';
import { Outbox, type Shelf } from '../../../console/chat/outbox/outbox';

function memoryShelf(): Shelf & { files: Map<string, Blob> } {
  const files = new Map<string, Blob>();
  return {
    files,
    put: async (key, file) => void files.set(key, file),
    get: async (key) => files.get(key),
    remove: async (keys) => keys.forEach((key) => files.delete(key)),
    clear: async () => files.clear(),
  };
}

/** An outbox whose server answers as told: an error to throw, or nothing for "taken". */
function open(answers: (Error | undefined)[] = [], store = memoryStore(), shelf = memoryShelf()) {
  const sent: { id: string; files: number }[] = [];
  let settled: () => void = () => undefined;
  const send = async (message: OwnMessage, files: Blob[]) => {
    sent.push({ id: message.id, files: files.length });
    const error = answers.shift();
    if (error) throw error;
  };
  const outbox = new Outbox({
    store,
    shelf,
    send,
    alone: (work) => work(),
    changed: () => settled(),
    isOnline: () => true,
  });
  opened.push(outbox);
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      settled = () => holds() && resolve();
      settled();
    });
  return { outbox, sent, until, store, shelf };
}

// An outbox that still rests would keep the test's process waiting.
const opened: Outbox[] = [];
afterEach(() => opened.splice(0).forEach((outbox) => outbox.hurry()));

const DOWN = () => new CallError(0);
const photo = { blob: new Blob(['x'], { type: 'image/png' }), name: 'a.png' };

test('messages go out in the order they were said, and leave nothing behind', async () => {
  const { outbox, sent, until, store, shelf } = open();
  await outbox.add({ id: 'z', text: 'một' }, []);
  await outbox.add({ id: 'a', text: 'hai' }, [photo]);
  await until(() => outbox.all().length === 0);
  expect(sent).toEqual([
    { id: 'z', files: 0 },
    { id: 'a', files: 1 },
  ]);
  await Promise.resolve();
  expect(store.length).toBe(0);
  expect(shelf.files.size).toBe(0);
});

test('while the line is down it tries again with the same id, and the next one waits its turn', async () => {
  const { outbox, sent, until } = open([DOWN(), new CallError(503, 'ServiceUnavailable')]);
  await outbox.add({ id: 'a', text: 'một' }, []);
  await outbox.add({ id: 'b', text: 'hai' }, []);
  await until(() => sent.length === 1);
  outbox.hurry();
  await until(() => outbox.all().length === 0);
  expect(sent.map(({ id }) => id)).toEqual(['a', 'a', 'a', 'b']);
});

test('what was not sent when the page went away is sent by the next page, photo included', async () => {
  const first = open([DOWN()]);
  await first.outbox.add({ id: 'a', text: 'một' }, [photo]);
  await first.until(() => first.sent.length === 1);
  const next = open([], first.store, first.shelf);
  next.outbox.hurry();
  await next.until(() => next.outbox.all().length === 0);
  expect(next.sent).toEqual([{ id: 'a', files: 1 }]);
});

test('what the server refuses is shown so, does not hold up the others, and goes again only when wanted', async () => {
  const { outbox, sent, until } = open([new CallError(413, 'MessageSizeTooBig')]);
  await outbox.add({ id: 'a', text: 'một' }, []);
  await outbox.add({ id: 'b', text: 'hai' }, []);
  await until(() => sent.length === 2 && outbox.all().length === 1);
  const [refused] = outbox.all();
  expect(refused).toMatchObject({ id: 'a', refused: 'too_large' });
  expect(refused && outbox.stateOf(refused)).toBe('refused');
  outbox.retry('a');
  await until(() => outbox.all().length === 0);
  expect(sent.map(({ id }) => id)).toEqual(['a', 'b', 'a']);
});

test('a refused message can be thrown away', async () => {
  const { outbox, until, shelf } = open([new CallError(400, 'BadArgument')]);
  await outbox.add({ id: 'a' }, [photo]);
  await until(() => outbox.all()[0]?.refused === 'type');
  outbox.drop('a');
  expect(outbox.all()).toEqual([]);
  await Promise.resolve();
  expect(shelf.files.size).toBe(0);
});

test('a photo that the browser threw away is told, not sent without it', async () => {
  const { outbox, sent, until, shelf, store } = open([DOWN()]);
  await outbox.add({ id: 'a', text: 'xem ảnh' }, [photo]);
  await until(() => sent.length === 1);
  await shelf.clear();
  const next = open([], store, shelf);
  next.outbox.hurry();
  await next.until(() => next.outbox.all()[0]?.refused === 'other');
  expect(next.sent).toEqual([]);
});

test('forgetting the device leaves other things in the storage alone', async () => {
  const { outbox, store } = open([DOWN()]);
  store.setItem('another-app', 'x');
  await outbox.add({ id: 'a', text: 'một' }, []);
  forgetAll(store);
  expect(outbox.all()).toEqual([]);
  expect(store.getItem('another-app')).toBe('x');
});

test('a message becomes the activity of the contract', () => {
  const place = { latitude: 21.0285, longitude: 105.8542 };
  const activity = toActivity({ id: 'a', at: Date.parse('2026-11-23T05:00:00Z'), place, files: [] }, 'dl_1');
  expect(activity).toMatchObject({
    type: 'message',
    from: { id: 'dl_1' },
    entities: [{ type: 'GeoCoordinates', ...place }],
    channelData: { clientActivityID: 'a', notice: expect.stringMatching(/^[\w.-]+$/) },
  });
  expect(activity).not.toHaveProperty('text');
});
