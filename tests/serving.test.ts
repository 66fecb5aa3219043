import express from 'express';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serverOf } from '../serving';

/** What is changed afterwards lives on among the old objects: see docs/decisions/0026. */
test('calls and answers are born as the application’s own: express changes nothing about them', async () => {
  const app = express();
  const kinds: unknown[] = [];
  app.get('/', (req, res) => {
    kinds.push(Object.getPrototypeOf(req), Object.getPrototypeOf(res));
    res.status(201).json({ host: req.get('host'), app: req.app === app && res.app === app });
  });
  const server = serverOf(app);
  const born: unknown[] = [];
  server.prependListener('request', (req, res) => {
    born.push(Object.getPrototypeOf(req), Object.getPrototypeOf(res));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect([answer.status, await answer.json()]).toEqual([201, { host: `127.0.0.1:${port}`, app: true }]);
    expect(born).toHaveLength(2);
    kinds.forEach((kind, index) => expect(kind).toBe(born[index]));
  } finally {
    server.close();
  }
});
