import { Citizen, STORY } from '../citizen';
import { heic } from '../files/heic';
import { CANARY, exifOfPhoto, photo, TAKEN } from '../files/pictures';
import { recording } from '../files/recording';
import { Officer, signUp } from '../officer';
import { endAll, System } from '../system';

jest.setTimeout(240_000);

const PLACE = '+21.0285+105.8542/';
/** What tells where, when and with what it was made, in any of the forms it could leave us in. */
const TELLING = [CANARY, PLACE, '105.8542', '105.9666', '2026:11:20', '2026-11-20T08:15', 'taken', 'Exif\0'];

let system: System;
let operator: Officer;
beforeAll(async () => {
  system = await System.start();
  operator = await Officer.first(system);
});
afterAll(endAll);

interface Attached {
  id: string;
  name: string;
  type: string;
  url: string;
  taken?: object;
}
const attachmentsOf = async (officer: Officer, code: string): Promise<Attached[]> =>
  (await officer.must<{ attachments: Attached[] }>('GET', `/tickets/${code}`)).attachments;

test('where and when a photo was taken is for staff who may know; it leaves us on no other way', async () => {
  const exif = await exifOfPhoto();
  const sent = [
    { name: 'khói.jpg', bytes: await photo() },
    { name: 'IMG_1.HEIC', bytes: heic({ exif }) },
    { name: 'khói.mp4', bytes: recording({ place: PLACE }) },
  ];
  const hoa = await Citizen.arrive(system.base);
  await hoa.ask(STORY);
  for (const file of sent) await hoa.say({ photo: file });
  const code = (await hoa.report('Ẩn danh')).channelData?.ticket?.code ?? '';
  await nothingForCitizens(hoa);

  const files = await attachmentsOf(operator, code);
  expect(files.map(({ taken }) => taken)).toEqual([TAKEN, TAKEN, undefined]);
  await copiesTellNothing(operator, files);
  for (const [at, { id }] of files.entries())
    expect(await harmless(await operator.call('GET', `/files/${id}?original=1`))).toEqual(sent[at]?.bytes);

  const [agency] = (await operator.must<{ items: { code: string }[] }>('GET', '/agencies?q=')).items;
  const handler = await signUp(system, { role: 'agency', agency: agency?.code ?? '' });
  await isClosedTo(handler, [`/tickets/${code}`, `/files/${files[0]?.id}?size=thumb`]);
  await operator.act(`/tickets/${code}/moves`, { type: 'forward', agency: agency?.code });
  expectSilent(Buffer.from(JSON.stringify(await handler.must('GET', `/tickets/${code}`))));
  await copiesTellNothing(handler, files);
  await isClosedTo(
    handler,
    files.map(({ id }) => `/files/${id}?original=1`),
  );
});

/** What the citizen, or whoever has their links, gets back. */
async function nothingForCitizens(citizen: Citizen): Promise<void> {
  const told = await citizen.readAll();
  expectSilent(Buffer.from(JSON.stringify(told)));
  const attached = told
    .flatMap(({ attachments }) => attachments ?? [])
    .filter(({ contentUrl }) => contentUrl);
  expect(attached.map(({ contentType }) => contentType)).toEqual(['image/jpeg', 'image/heic', 'video/mp4']);
  for (const { contentUrl, thumbnailUrl } of attached)
    for (const url of [contentUrl, thumbnailUrl, `${contentUrl}&original=1&size=original`])
      if (url) expectSilent(await harmless(await fetch(url)));
}

async function copiesTellNothing(officer: Officer, files: Attached[]): Promise<void> {
  for (const { id } of files)
    for (const query of ['', '?size=thumb'])
      expectSilent(await harmless(await officer.call('GET', `/files/${id}${query}`)));
}

async function isClosedTo(officer: Officer, paths: string[]): Promise<void> {
  for (const path of paths) expect((await officer.call('GET', path)).status).toBe(404);
}

function expectSilent(bytes: Buffer): void {
  expect(TELLING.filter((words) => bytes.includes(words))).toEqual([]);
}

/** Nothing that is sent out can run in a page. */
async function harmless(response: Response): Promise<Buffer> {
  expect(response.status).toBe(200);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-security-policy')).toMatch(/sandbox/);
  const shown = response.headers.get('content-disposition')?.startsWith('inline');
  if (shown) expect(response.headers.get('content-type')).toBe('image/jpeg');
  return Buffer.from(await response.arrayBuffer());
}
