#!/usr/bin/env node
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { bundle, root } = require('./build.js');

const emulators = path.join(root, 'tests', 'emulators');
const sourceOf = (name) => path.join(emulators, name, 'simulator', 'index.ts');
const names = fs.readdirSync(emulators).filter((name) => fs.existsSync(sourceOf(name)));

const options = { port: { type: 'string', default: '8081' } };
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const [name] = positionals;

if (names.includes(name)) run(name, Number(values.port));
else list();

function list() {
  console.log('npm run simulate -- NAME [--port N]');
  for (const each of names) console.log(`  ${each}`);
  if (name !== undefined) process.exitCode = 1;
}

function run(each, port) {
  const target = path.join(root, 'dist', 'simulate', `${each}.js`);
  bundle(sourceOf(each), target);
  process.setSourceMapsEnabled(true);
  const folder = path.join(emulators, each, 'simulator', 'page');
  require(target)
    .simulate({ port, folder, say: (line) => console.log(line) })
    .then((running) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void running.stop());
    })
    .catch((error) => {
      const taken =
        error.code === 'EADDRINUSE'
          ? `Cổng ${port} đang có chương trình khác dùng; chọn --port khác.`
          : error;
      console.error(taken);
      process.exitCode = 1;
    });
}
