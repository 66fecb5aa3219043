import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { BROKE_OFF, parseObject, readBody } from '../../adapters/body';
import { HotlineError } from '../../hotline/errors';

const LIMIT = 20;

let server: Server;
let url: string;
/** What was made of each call, in order. */
let read: Promise<string>[];

beforeAll(async () => {
  server = createServer((req, res) => {
    const reading = readBody(req, LIMIT).then(
      (bytes) => bytes.toString('utf8'),
      (error: unknown) => (error instanceof HotlineError ? `${error.status} ${error.id}` : String(error)),
    );
    read.push(reading);
    void reading.then((made) => res.writeHead(200, { connection: 'close' }).end(made));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => (read = []));
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

async function post(body: string | ReadableStream, headers: Record<string, string> = {}): Promise<string> {
  const given = typeof body === 'string' ? { body } : { body, duplex: 'half' as const };
  await fetch(url, { method: 'POST', headers, ...given }).catch(() => undefined);
  return read[0] ?? 'not called';
}

const inPieces = (...pieces: string[]) => new Blob(pieces).stream();

test('the bytes come as they were sent', async () => {
  expect(await post('{"chữ":1}')).toBe('{"chữ":1}');
});

test('a body above the limit is refused, whether its length was told or not', async () => {
  expect(await post('x'.repeat(LIMIT + 1))).toBe('413 too_large');
  read = [];
  expect(await post(inPieces('x'.repeat(LIMIT), 'x'))).toBe('413 too_large');
});

test('nothing is unpacked', async () => {
  expect(await post('x', { 'content-encoding': 'gzip' })).toBe('400 invalid');
});

test('a caller who hangs up is told from one who sends what cannot be read', async () => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write('POST / HTTP/1.1\r\nhost: hotline\r\ncontent-length: 10\r\n\r\n12345');
  await once(server, 'request');
  socket.destroy();
  expect(await read[0]).toBe(`400 ${BROKE_OFF}`);
});

test.each(['', '[]', 'null', '1', '"x"', '{"a":'])('%j is no object', (text) => {
  expect(() => parseObject(text)).toThrow(HotlineError);
});
