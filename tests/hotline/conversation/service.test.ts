import type { Activity } from '../../../hotline/activity';
import type { Answerer } from '../../../hotline/conversation/conversations';
import { conversations } from '../../../hotline/conversation/service';
import { SECRET_MARK } from '../../../hotline/conversation/turn';
import { turnTaking } from '../../../hotline/conversation/turn-taking';
import { dung, hoa, lan, monday } from '../../town/people';
import { MemoryLog } from './memory-log';

const message = (text: string): Activity => ({ type: 'message', text });

/** A bot that keeps silent while a person holds the conversation, hides phone numbers and files one report. */
const bot: Answerer = ({ state, activity }) => {
  if (state.holder.kind === 'staff') return Promise.resolve({ out: [], state });
  if (activity?.text === hoa.phone)
    return Promise.resolve({ out: [{ activity: message('Đã ghi số.') }], state, maskedText: '••• ••• 678' });
  if (activity?.text !== 'gửi') return Promise.resolve({ out: [{ activity: message('Vâng') }], state });
  const ticket = { code: 'XH-2026-000001', secret: SECRET_MARK, status: 'received', category: null };
  const told = { ...message(`Mã bí mật: ${SECRET_MARK}`), channelData: { ticket } };
  return Promise.resolve({ out: [{ activity: told, secretOf: ticket.code }], state });
};

function open() {
  const log = new MemoryLog();
  const turns = turnTaking({
    log,
    answer: bot,
    pushes: () => false,
    messagesPerMinute: 30,
    now: () => monday,
  });
  const service = conversations({
    turns,
    log,
    identities: log.identities,
    secretOf: (code) => `SECRET-${code}`,
    words: {
      tookOver: ({ name }) => message(`${name} đang trả lời`),
      handedBack: () => message('Tôi lại tiếp chuyện'),
    },
  });
  let events = 0;
  const hears = (text: string) =>
    service.receive({
      conversation: hoa.conversation,
      channel: 'webchat',
      eventId: `e${++events}`,
      activity: message(text),
    });
  const lastSaid = () => log.turns.at(-1)?.out.map(({ activity }) => activity.text);
  return { log, service, hears, lastSaid };
}

describe('a person of the staff', () => {
  it('says something, and holds the conversation from then on: the bot is silent', async () => {
    const { log, service, hears, lastSaid } = open();
    await hears('chào');
    await service.say(hoa.conversation, lan, message('Chào chị Hoa'), 'k1');
    expect(log.turns.at(-1)).toMatchObject({
      cause: { type: 'staff', ...lan },
      out: [{ by: lan }],
      state: { holder: { kind: 'staff', ...lan } },
    });
    await hears('Vâng em');
    expect(lastSaid()).toEqual([]);
  });

  it('sends twice with one key and is heard once', async () => {
    const { log, service } = open();
    const first = await service.say(hoa.conversation, lan, message('Chào chị'), 'k1');
    const second = await service.say(hoa.conversation, lan, message('Chào chị'), 'k1');
    expect(second).toEqual({ turn: first.turn, duplicate: true });
    expect(log.turns).toHaveLength(1);
  });

  it('may not take a citizen’s event away by choosing its id as a key', async () => {
    const { log, service, hears } = open();
    await service.say(hoa.conversation, lan, message('Chào chị'), 'e1');
    await hears('chào');
    expect(log.turns).toHaveLength(2);
  });

  it('takes over, which is told once; a colleague who takes over is told again', async () => {
    const { service, lastSaid } = open();
    await service.takeOver(hoa.conversation, lan);
    expect(lastSaid()).toEqual(['Phạm Thị Lan đang trả lời']);
    await service.takeOver(hoa.conversation, lan);
    expect(lastSaid()).toEqual([]);
    await service.takeOver(hoa.conversation, dung);
    expect(lastSaid()).toEqual(['Đỗ Tiến Dũng đang trả lời']);
  });

  it('hands back, which is told once, and the bot answers again', async () => {
    const { service, hears, lastSaid } = open();
    await service.takeOver(hoa.conversation, lan);
    await service.handBack(hoa.conversation, lan);
    expect(lastSaid()).toEqual(['Tôi lại tiếp chuyện']);
    await service.handBack(hoa.conversation, lan);
    expect(lastSaid()).toEqual([]);
    await hears('chào');
    expect(lastSaid()).toEqual(['Vâng']);
  });

  it('and the citizen speak in the same moment: both are in the log, the bot after neither', async () => {
    const { log, service, hears } = open();
    log.moments = () => 2;
    await service.takeOver(hoa.conversation, lan);
    await Promise.all([service.say(hoa.conversation, lan, message('Chào chị'), 'k1'), hears('chào em')]);
    expect(log.turns.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(log.turns.flatMap(({ out }) => out).filter(({ by }) => !by)).toHaveLength(1);
  });
});

describe('what only the citizen may see', () => {
  it('secrets are marks in the log and filled in for the citizen, in text and data', async () => {
    const { log, service, hears } = open();
    await hears('gửi');
    expect(JSON.stringify(log.turns)).not.toContain('SECRET-');
    const [turn] = await service.forCitizen(await service.read(hoa.conversation, 0));
    expect(turn?.out[0]?.activity).toMatchObject({
      text: 'Mã bí mật: SECRET-XH-2026-000001',
      channelData: {
        ticket: { code: 'XH-2026-000001', secret: 'SECRET-XH-2026-000001', status: 'received' },
      },
    });
    expect(JSON.stringify(log.turns)).not.toContain('SECRET-');
  });

  it('private words are masked in the log and whole for the citizen', async () => {
    const { log, service, hears } = open();
    await hears(hoa.phone);
    expect(JSON.stringify(await service.read(hoa.conversation, 0))).not.toContain(hoa.phone);
    const [turn] = await service.forCitizen(await service.read(hoa.conversation, 0));
    expect(turn?.in?.text).toBe(hoa.phone);
    await log.identities.forget(hoa.conversation);
    const [forgotten] = await service.forCitizen(await service.read(hoa.conversation, 0));
    expect(forgotten?.in?.text).toBe('••• ••• 678');
  });

  it('reads from a watermark, in order', async () => {
    const { service, hears } = open();
    for (const text of ['một', 'hai', 'ba']) await hears(text);
    const read = async (after: number, limit?: number) =>
      (await service.read(hoa.conversation, after, limit)).map((turn) => turn.in?.text);
    expect(await read(0)).toEqual(['một', 'hai', 'ba']);
    expect(await read(2)).toEqual(['hai', 'ba']);
    expect(await read(3)).toEqual(['hai', 'ba']);
    expect(await read(6)).toEqual([]);
    expect(await read(0, 2)).toEqual(['một', 'hai']);
  });
});
