#!/usr/bin/env node
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { bundle, load, root } = require('./build.js');

const emulators = path.join(root, 'tests', 'emulators');
const sourceOf = (name) => path.join(emulators, name, 'simulator', 'index.ts');
const names = fs.readdirSync(emulators).filter((name) => fs.existsSync(sourceOf(name)));

const options = { port: { type: 'string', default: '8081' }, webhook: { type: 'string' } };
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const [name] = positionals;

const port = Number(values.port);
const portIsGood = Number.isInteger(port) && port >= 0 && port <= 65535;

const { webhook } = values;
const webhookIsGood = webhook === undefined || (/^https?:/.test(webhook) && URL.canParse(webhook));

if (!names.includes(name)) list();
else if (!portIsGood) refuse('--port: phải là một số từ 0 đến 65535');
else if (!webhookIsGood) refuse('--webhook: phải là một địa chỉ http hoặc https');
else run(name);

function list() {
  console.log('npm run simulate -- NAME [--port N] [--webhook URL]');
  for (const each of names) console.log(`  ${each}`);
  if (name !== undefined) process.exitCode = 1;
}

function refuse(why) {
  console.error(why);
  process.exitCode = 1;
}

function run(each) {
  const target = path.join(root, 'dist', 'simulate', `${each}.js`);
  bundle(sourceOf(each), target);
  const folder = path.join(emulators, each, 'simulator', 'page');
  load(target)
    .simulate({ port, folder, webhook, say: (line) => console.log(line) })
    .then((running) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void running.stop());
    })
    .catch((error) => {
      if (error.code !== 'EADDRINUSE') throw error;
      refuse(`--port: cổng ${port} đang có chương trình khác dùng, hãy chọn cổng khác`);
    });
}
