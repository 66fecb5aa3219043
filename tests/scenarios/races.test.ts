import { randomUUID } from 'node:crypto';
import { MongoClient, type Document } from 'mongodb';
import { Citizen, isOwn, numberOf } from '../citizen';
import { Officer, TAM } from '../officer';
import { PHOTO } from '../photo';
import { Recorder } from '../recorder';
import { Database, endAll, System } from '../system';

jest.setTimeout(60_000);

let one: System;
let two: System;
let mongo: MongoClient;
let minh: Officer;
let recorder: Recorder;

beforeAll(async () => {
  const mongodbUri = (await Database.start()).fresh();
  mongo = await MongoClient.connect(mongodbUri);
  one = await System.start({ mongodbUri });
  two = await System.start({ mongodbUri });
  minh = await Officer.first(two);
});
beforeEach(() => {
  recorder = new Recorder();
});
/** Whatever was told: nobody's message lost, nothing doubled, numbers without gaps. */
afterEach(async () => {
  expect(await recorder.compare(mongo.db())).toEqual({ missing: [], doubled: [], wrong: [] });
});
afterAll(async () => {
  await mongo.close();
  await endAll();
});

const turnsOf = (eventId: string): Promise<Document[]> =>
  mongo.db().collection('turns').find({ eventId }).toArray();
const codeOf = (message: { channelData?: { ticket?: { code: string } } }) =>
  message.channelData?.ticket?.code ?? '';

test('staff and citizen speak in the same millisecond, over and over: all of it stands in the log, in order', async () => {
  const citizen = await Citizen.arrive(one.base);
  const code = codeOf(await citizen.report());
  const rounds = Array.from({ length: 25 }, (_, round) => round);
  for (const round of rounds) {
    const text = `trả lời số ${round} của cán bộ.`;
    await Promise.all([
      recorder.say(citizen, { key: randomUUID(), text: `tôi hỏi câu số ${round}` }),
      minh.must('POST', `/tickets/${code}/messages`, { text }, randomUUID()),
    ]);
    recorder.staffWrote(code, text);
  }
  const truth = await citizen.readAll();
  const asked = truth
    .filter(isOwn)
    .flatMap(({ text }) => /^tôi hỏi câu số (\d+)$/.exec(text ?? '')?.[1] ?? []);
  const answered = truth.flatMap(({ text }) => /trả lời số (\d+) của cán bộ/.exec(text ?? '')?.[1] ?? []);
  expect(asked.map(Number)).toEqual(rounds);
  expect(answered.map(Number)).toEqual(rounds);
});

test('two processes take the same event at once: one effect, and both tell of the same message', async () => {
  const citizen = await Citizen.arrive(one.base);
  const elsewhere = citizen.anotherTab(two.base);
  for (let round = 0; round < 10; round++) {
    const words = { key: randomUUID(), text: 'xin chào' };
    const ids = await Promise.all([
      recorder.say(citizen, words),
      recorder.say(elsewhere, words),
      elsewhere.say(words),
      citizen.say(words),
    ]);
    expect(new Set(ids).size).toBe(1);
    expect(await turnsOf(words.key)).toHaveLength(1);
  }
});

test('the same confirmation on two processes at once files one ticket', async () => {
  const citizen = await Citizen.arrive(one.base);
  const mark = randomUUID();
  await citizen.say(`Nhà máy ở xã Yên Phong, tỉnh Bắc Ninh xả khói đen mù mịt từ tối hôm qua (${mark})`);
  await citizen.say('Ẩn danh');
  const words = { key: randomUUID(), text: 'Đúng rồi' };
  const elsewhere = citizen.anotherTab(two.base);
  const [id] = await Promise.all([recorder.say(citizen, words), recorder.say(elsewhere, words)]);
  const told = await citizen.hears(({ replyToId }) => replyToId === id);
  recorder.ticketSeen(citizen, mark, codeOf(told));
  const about = await mongo
    .db()
    .collection('tickets')
    .find({ description: { $regex: mark } })
    .toArray();
  expect(about).toHaveLength(1);
});

test('two tabs on two processes share a conversation: each message once, in the order of its tab', async () => {
  const first = await Citizen.arrive(one.base);
  const tabs = [first, first.anotherTab(two.base)];
  const rounds = Array.from({ length: 15 }, (_, round) => round);
  await Promise.all(
    tabs.map(async (tab, index) => {
      for (const round of rounds)
        await recorder.say(tab, { key: randomUUID(), text: `thẻ ${index} câu ${round}` });
    }),
  );
  const truth = await first.readAll();
  for (const index of tabs.keys()) {
    const said = truth.flatMap(
      ({ text }) => new RegExp(`^thẻ ${index} câu (\\d+)$`).exec(text ?? '')?.[1] ?? [],
    );
    expect(said.map(Number)).toEqual(rounds);
  }
});

test('two citizens choose the same clientActivityID: both are heard', async () => {
  const [hoa, nam] = await Promise.all([Citizen.arrive(one.base), Citizen.arrive(two.base)]);
  const key = randomUUID();
  await Promise.all([
    recorder.say(hoa, { key, text: 'mùi hôi ở chợ' }),
    recorder.say(nam, { key, text: 'nước đen ở kênh' }),
  ]);
  expect(await turnsOf(key)).toHaveLength(2);
  expect((await hoa.readAll()).filter(isOwn).map(({ text }) => text)).toEqual(['mùi hôi ở chợ']);
  expect((await nam.readAll()).filter(isOwn).map(({ text }) => text)).toEqual(['nước đen ở kênh']);
});

test('thirty messages at once are all taken, each answered once, numbered as acknowledged', async () => {
  const citizen = await Citizen.arrive(one.base);
  const ids = await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      recorder.say(citizen, { key: randomUUID(), text: `xin chào lần ${n}` }),
    ),
  );
  const truth = await citizen.readAll();
  expect(truth.filter(isOwn).map(({ id }) => id)).toEqual([...ids].sort((a, b) => numberOf(a) - numberOf(b)));
  for (const id of ids) expect(truth.filter(({ replyToId }) => replyToId === id)).toHaveLength(1);
});

test('a double click of staff on two processes is one answer', async () => {
  const citizen = await Citizen.arrive(one.base);
  const code = codeOf(await citizen.report());
  for (let round = 0; round < 5; round++) {
    const text = `Cán bộ trả lời lần ${round}, một lần thôi.`;
    const key = randomUUID();
    const path = `/tickets/${code}/messages`;
    await Promise.all([
      minh.must('POST', path, { text }, key),
      minh.at(one.base).must('POST', path, { text }, key),
    ]);
    recorder.staffWrote(code, text);
  }
});

test('two people move the same ticket at once: one move is made, the other is told, and nothing is half done', async () => {
  const tam = await Officer.signIn(one.base, TAM);
  const citizen = await Citizen.arrive(one.base);
  for (let round = 0; round < 4; round++) {
    const code = codeOf(await citizen.report());
    const verify = (officer: Officer) =>
      officer.call('POST', `/tickets/${code}/moves`, { type: 'verify' }, randomUUID());
    const answers = await Promise.all([verify(minh), verify(tam)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const ticket = await minh.must<{ events: { type: string }[] }>('GET', `/tickets/${code}`);
    expect(ticket.events.map(({ type }) => type)).toEqual(['received', 'verified']);
    const told = (await citizen.readAll()).filter(
      ({ text }) => text === `Phản ánh ${code} đang được xác minh.`,
    );
    expect(told).toHaveLength(1);
  }
});

test('a photo that waits for more is answered though staff speak in between', async () => {
  const citizen = await Citizen.arrive(one.base);
  const code = codeOf(await citizen.report());
  await citizen.say('Có mùi hôi thối nồng nặc ở xã Yên Phong, tỉnh Bắc Ninh từ sáng nay');
  await recorder.say(citizen, { key: randomUUID(), photo: { name: 'mui.png', bytes: PHOTO } });
  const text = 'Cán bộ đang trên đường đến.';
  await minh.act(`/tickets/${code}/messages`, { text });
  recorder.staffWrote(code, text);
  await citizen.hears((each) => !isOwn(each) && Boolean(each.text?.includes('Tôi đã nhận')));
});
