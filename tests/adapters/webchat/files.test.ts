import { filesFull } from '../../../hotline/errors';
import { PNG } from './memory-files';
import { call, heard, say, startChatServer, tokenOf, type ChatServer, type Grant } from './server';

let server: ChatServer;
let clock = Date.now();
beforeAll(async () => {
  server = await startChatServer({ options: { now: () => clock } });
});
beforeEach(() => {
  clock = Date.now();
  server.files.kept.clear();
  server.files.refuse = () => undefined;
});
afterAll(() => server.close());

const PDF = Buffer.from('%PDF-1.4 giấy tờ');

/** As directlinejs sends it: the message as a file named blob, beside the files. */
function upload(grant: Grant, activity: object, files: { name: string; bytes: Buffer }[]) {
  const form = new FormData();
  const whole = JSON.stringify({ type: 'message', from: { id: 'u' }, ...activity });
  form.append('activity', new Blob([whole], { type: 'application/vnd.microsoft.activity' }), 'blob');
  for (const { name, bytes } of files) form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return call(server, grant.token, `/conversations/${grant.conversationId}/upload?userId=u`, form);
}

const filesOf = async (grant: Grant) => (await heard(server, grant))[0]?.attachments ?? [];

test('uploaded files come with their message, under addresses that work', async () => {
  const grant = await tokenOf(server);
  const channelData = { clientActivityID: 'up1', attachmentSizes: [PNG.length, PDF.length] };
  const files = [
    { name: 'Ảnh kênh.png', bytes: PNG },
    { name: 'đơn.pdf', bytes: PDF },
  ];
  const attachments = files.map(({ name }) => ({ name, contentType: 'x/y' }));
  const sent = await upload(grant, { text: 'đây ạ', channelData, attachments }, files);
  expect(sent.status).toBe(200);
  const [mine] = await heard(server, grant);
  expect(mine).toMatchObject({ id: sent.body.id, text: 'đây ạ', channelData, from: { id: 'u' } });
  expect(mine?.attachments).toMatchObject([
    { contentType: 'image/png', name: 'Ảnh kênh.png', size: PNG.length },
    { contentType: 'application/pdf', name: 'đơn.pdf', size: PDF.length },
  ]);
  const [picture, paper] = await Promise.all(
    (mine?.attachments ?? []).map(({ contentUrl }) => fetch(contentUrl)),
  );
  expect(Buffer.from((await picture?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(PNG);
  expect(picture?.headers.get('content-disposition')).toMatch(/^inline/);
  expect(paper?.headers.get('content-disposition')).toMatch(
    /^attachment; filename\*=UTF-8''%C4%91%C6%A1n\.pdf$/,
  );
  for (const answer of [picture, paper]) {
    expect(answer?.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer?.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer?.headers.get('cache-control')).toMatch(/^private/);
  }
  expect(JSON.stringify(mine)).not.toContain('fileId');
});

test('an upload sent again is the same message', async () => {
  const grant = await tokenOf(server);
  const again = { channelData: { clientActivityID: 'up2' } };
  const first = await upload(grant, again, [{ name: 'a.png', bytes: PNG }]);
  const second = await upload(grant, again, [{ name: 'a.png', bytes: PNG }]);
  expect(second.body.id).toBe(first.body.id);
  expect(await heard(server, grant)).toHaveLength(2);
});

test('an upload sent again keeps its files once', async () => {
  const grant = await tokenOf(server);
  const again = { channelData: { clientActivityID: 'up3' } };
  for (let n = 0; n < 3; n += 1) await upload(grant, again, [{ name: 'a.png', bytes: PNG }]);
  expect(server.files.kept.size).toBe(1);
  const [file] = await filesOf(grant);
  expect((await fetch(String(file?.contentUrl))).status).toBe(200);
});

test('when one file is refused the others are not kept either, and nothing is said', async () => {
  const grant = await tokenOf(server);
  const good = { name: 'a.png', bytes: PNG };
  const sent = await upload(grant, {}, [good, good, { name: 'b.html', bytes: Buffer.from('<b>') }]);
  expect(sent.status).toBe(400);
  expect(server.files.kept.size).toBe(0);
  expect(await heard(server, grant)).toEqual([]);
});

test('too many files of one conversation are refused in words of their own', async () => {
  const grant = await tokenOf(server);
  server.files.refuse = (name) =>
    name === 'b.png' ? filesFull('Ngày mai bạn gửi tiếp giúp nhé.') : undefined;
  const sent = await upload(grant, {}, [
    { name: 'a.png', bytes: PNG },
    { name: 'b.png', bytes: PNG },
  ]);
  expect(sent).toMatchObject({
    status: 413,
    body: { error: { code: 'TooManyFiles', message: 'Ngày mai bạn gửi tiếp giúp nhé.' } },
  });
  expect(server.files.kept.size).toBe(0);
  expect((await say(server, grant, { text: 'vẫn nói được' })).status).toBe(200);
});

test('a picture has a small one beside it; nobody gets an original by asking for it', async () => {
  const grant = await tokenOf(server);
  await upload(grant, {}, [{ name: 'a.png', bytes: PNG }]);
  const [file] = await filesOf(grant);
  server.files.opened.length = 0;
  await fetch(String(file?.thumbnailUrl));
  for (const more of ['', '&size=original', '&original=1', '&size[]=original', '&size=thumb&size=original'])
    await fetch(`${file?.contentUrl}${more}`);
  expect(server.files.opened).toEqual(['thumb', ...Array.from({ length: 5 }, () => 'display')]);
});

test('one bare file is a message too', async () => {
  const grant = await tokenOf(server);
  const headers = { 'content-type': 'image/png', 'content-disposition': `name="file"; filename="kenh.png"` };
  const path = `/conversations/${grant.conversationId}/upload?userId=u9`;
  expect((await call(server, grant.token, path, PNG, headers)).status).toBe(200);
  expect(await filesOf(grant)).toMatchObject([{ name: 'kenh.png', contentType: 'image/png' }]);
  expect((await heard(server, grant))[0]?.from.id).toBe('u9');
});

test('a small picture inside the message itself is stored like any other', async () => {
  const grant = await tokenOf(server);
  const contentUrl = `data:image/png;base64,${PNG.toString('base64')}`;
  await say(server, grant, { attachments: [{ contentType: 'image/png', contentUrl, name: 'x.png' }] });
  expect([...server.files.kept.values()]).toMatchObject([{ name: 'x.png', type: 'image/png', bytes: PNG }]);
  expect(JSON.stringify(server.conversations.all())).not.toContain('base64');
});

test('a file may be sent on in its own conversation, not in another', async () => {
  const [hoa, binh] = [await tokenOf(server), await tokenOf(server)];
  await upload(hoa, {}, [{ name: 'a.png', bytes: PNG }]);
  const [file] = await filesOf(hoa);
  expect((await say(server, hoa, { attachments: [file] })).status).toBe(200);
  expect((await say(server, binh, { attachments: [file] })).status).toBe(400);
  expect(await heard(server, binh)).toEqual([]);
});

test('links that are forged, changed or too old open nothing', async () => {
  const grant = await tokenOf(server);
  await upload(grant, {}, [{ name: 'a.png', bytes: PNG }]);
  await upload(await tokenOf(server), {}, [{ name: 'b.png', bytes: PNG }]);
  const [first, second] = [...server.files.kept.keys()];
  const link = String((await filesOf(grant))[0]?.contentUrl);
  expect((await fetch(link)).status).toBe(200);
  expect((await fetch(link, { method: 'HEAD' })).headers.get('content-length')).toBe(String(PNG.length));
  const changed = [
    link.replace(String(first), String(second)),
    link.replace(/e=\d+/, 'e=99999999999'),
    link.replace(/s=.*/, 's='),
    link.replace(/\?.*/, ''),
    link.replace(/e=/, 'e[]='),
  ];
  for (const url of changed) expect((await fetch(url)).status).toBe(403);
  clock += 9 * 24 * 3600_000;
  expect((await fetch(link)).status).toBe(403);
  clock = Date.now();
  server.files.kept.clear();
  expect((await fetch(link)).status).toBe(404);
});
