import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { FromActivity } from '../../../adapters/webchat/from-activity';
import { newDirectLineId } from '../../../adapters/webchat/id';
import { FileLinks } from '../../../adapters/webchat/links';
import { UserIdSeal } from '../../../adapters/webchat/seal';
import { Stream } from '../../../adapters/webchat/stream';
import type { ConversationId } from '../../../hotline/conversation/turn';
import { MemoryConversations } from './memory-conversations';

const conversation = 'conv' as ConversationId;

/** A socket whose other end takes as much as the test lets it. */
class Line extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  sent: string[] = [];
  send = (frame: string) => void this.sent.push(frame);
  ping = () => void this.sent.push('ping');
  terminate = () => void (this.readyState = 3);
  close = () => void (this.readyState = 2);
}

function openOn(line: Line, conversations: MemoryConversations): Stream {
  const from = new FromActivity(new FileLinks('key', Date.now), new UserIdSeal('key'));
  const view = { id: newDirectLineId(), base: 'http://localhost' };
  const log = { warn: () => undefined, error: () => undefined };
  const parts = { conversations, from, greet: () => Promise.resolve(), log };
  return new Stream(line as unknown as WebSocket, conversation, view, 0, parts);
}

async function saysTo(conversations: MemoryConversations, stream: Stream, text: string): Promise<void> {
  const activity = { type: 'message', text };
  const { turn } = await conversations.receive({ conversation, channel: 'webchat', eventId: text, activity });
  stream.wake(turn);
  await new Promise((resolve) => setImmediate(resolve));
}

test('a window that takes nothing is dropped before it fills our memory', async () => {
  const [line, conversations] = [new Line(), new MemoryConversations()];
  const stream = openOn(line, conversations);
  await saysTo(conversations, stream, 'một');
  expect(line.sent).toHaveLength(1);
  line.bufferedAmount = 2 * 1024 * 1024;
  await saysTo(conversations, stream, 'hai');
  expect(line.readyState).toBe(3);
  expect(line.sent).toHaveLength(1);
});

test('a window that shows no sign of life between two looks is dropped; one that does is not', () => {
  const line = new Line();
  const stream = openOn(line, new MemoryConversations());
  stream.checkAlive();
  expect(line.sent).toEqual(['ping', '']);
  line.emit('pong');
  stream.checkAlive();
  line.emit('message');
  stream.checkAlive();
  expect(line.readyState).toBe(1);
  stream.checkAlive();
  expect(line.readyState).toBe(3);
});

test('more wakes than can wait make it read the log instead, each message once', async () => {
  const [line, conversations] = [new Line(), new MemoryConversations()];
  const stream = openOn(line, conversations);
  for (let n = 1; n <= 100; n += 1) {
    const activity = { type: 'message', text: `số ${n}` };
    await conversations.receive({ conversation, channel: 'webchat', eventId: String(n), activity });
  }
  conversations.all().forEach((turn) => stream.wake(turn));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const ids = line.sent.flatMap((frame) =>
    (JSON.parse(frame) as { activities: { id: string }[] }).activities.map(({ id }) => id),
  );
  expect(ids).toHaveLength(200);
  expect(ids).toEqual([...new Set(ids)].sort());
});
