import { conversationIdOf as ofBotFramework } from '../../../adapters/botframework/id';
import { conversationIdOf as ofTelegram } from '../../../adapters/telegram/id';
import { conversationIdOf as ofWebchat, type DirectLineId } from '../../../adapters/webchat/id';
import { conversationIdOf as ofZalo } from '../../../adapters/zalo/id';

const ADDRESS = '5200100101';

const idsWith = (key: Buffer): string[] => [
  ofWebchat(ADDRESS as DirectLineId, key),
  ofTelegram(Number(ADDRESS), key),
  ofZalo(ADDRESS, key),
  ...['msteams', 'telegram', 'zalo'].map((channelId) =>
    ofBotFramework({ channelId, conversation: { id: ADDRESS } } as Parameters<typeof ofBotFramework>[0], key),
  ),
];

test('the same address on two channels is two conversations, and no id is made without the key', () => {
  const ids = [...idsWith(Buffer.alloc(32, 1)), ...idsWith(Buffer.alloc(32, 2))];
  expect(new Set(ids).size).toBe(ids.length);
  expect(idsWith(Buffer.alloc(32, 1))).toEqual(ids.slice(0, ids.length / 2));
  for (const id of ids) expect(id).toMatch(/^[\w-]{43}$/);
});
