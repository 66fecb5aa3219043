import { setTimeout as pause } from 'node:timers/promises';
import { Citizen } from '../citizen';
import { Officer } from '../officer';
import { endAll, System } from '../system';

jest.setTimeout(240_000);

afterAll(endAll);

/** Nobody says this but the people of one village. */
const FAREWELL = 'Lìa lía phăng teo chợ Gùng';

it('what an administrator teaches is understood without a restart, and after one', async () => {
  const system = await System.start();
  await Officer.first(system);
  const admin = await Officer.signIn(system.base, { email: 'lan@hotline.test', name: 'Chị Lan' });
  expect(await answerTo(FAREWELL, system)).not.toContain('Tạm biệt');
  for (const text of [FAREWELL, `${FAREWELL} nghen`, `Thôi ${FAREWELL}`])
    await admin.must('POST', '/examples', { text, intent: 'goodbye' });
  await until(async () => (await answerTo(FAREWELL, system)).includes('Tạm biệt'));

  await system.stop();
  await system.start();
  await until(async () => (await answerTo(FAREWELL, system)).includes('Tạm biệt'));
});

/** What the bot says to somebody who has never been there before. */
async function answerTo(text: string, system: System): Promise<string> {
  const citizen = await Citizen.arrive(system.base);
  const id = await citizen.say(text);
  return (await citizen.hears(({ replyToId }) => replyToId === id)).text ?? '';
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await pause(500);
}
