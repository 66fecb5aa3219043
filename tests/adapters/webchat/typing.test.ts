import { type TypingSign, typingSigns } from '../../../hotline/conversation/typing';
import { WebSocket } from 'ws';
import { SECRET, startChatServer } from './server';

interface Grant {
  conversationId: string;
  token: string;
  streamUrl: string;
}

async function start(base: string): Promise<Grant> {
  const headers = { authorization: `Bearer ${SECRET}` };
  const response = await fetch(`${base}/conversations`, { method: 'POST', headers });
  return (await response.json()) as Grant;
}

test('typing goes both ways and leaves nothing in the log', async () => {
  const signs = typingSigns({ channels: new Map(), identities: { of: async () => undefined } });
  const heard: TypingSign[] = [];
  signs.onSign((sign) => heard.push(sign));
  const server = await startChatServer({ options: { typing: signs } });
  const grant = await start(server.base);
  const types: string[] = [];
  const socket = new WebSocket(grant.streamUrl);
  const until = async (met: () => boolean) => {
    while (!met()) await new Promise((next) => setTimeout(next, 10));
  };
  socket.onmessage = ({ data }) => {
    const { activities = [] } = data
      ? (JSON.parse(data as string) as { activities?: { type: string }[] })
      : {};
    types.push(...activities.map(({ type }) => type));
  };
  await until(() => types.length === 1);

  const posted = await fetch(`${server.base}/conversations/${grant.conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${grant.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'typing', from: { id: 'dl_1' } }),
  });
  expect(posted.status).toBe(200);
  expect(heard).toMatchObject([{ by: 'citizen' }]);

  const [{ conversation } = { conversation: undefined }] = heard;
  if (conversation) signs.note(conversation, 'staff');
  await until(() => types.length === 2);
  expect(types[1]).toBe('typing');
  expect([...server.conversations.log.values()].flat()).toHaveLength(1);
  socket.close();
  await server.close();
});
