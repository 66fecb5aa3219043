#!/usr/bin/env node
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { build, bundle, load, root } = require('./build.js');

const folder = path.join(root, 'bench');
const names = fs.existsSync(folder)
  ? fs
      .readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => path.basename(file, '.ts'))
      .sort()
  : [];
const [name, ...rest] = process.argv.slice(2);

if (name === undefined) list();
else if (names.includes(name)) run(name);
else refuse(name);

function list() {
  console.log('npm run bench -- NAME');
  for (const each of names) console.log(`  ${each.padEnd(12)} ${purpose(each)}`);
}

/** The first sentence of the comment that opens the file. */
function purpose(each) {
  const source = fs.readFileSync(path.join(folder, `${each}.ts`), 'utf8');
  return /^\/\*\*\s*\*?\s*([^\n]*?)\s*(?:\*\/|\n)/.exec(source)?.[1] ?? '';
}

function refuse(unknown) {
  console.error(`There is no benchmark "${unknown}"; there are: ${names.join(', ')}`);
  process.exitCode = 1;
}

function run(each) {
  build({ say: (line) => console.error(line) });
  const target = path.join(root, 'dist', 'bench', `${each}.js`);
  bundle(path.join(folder, `${each}.ts`), target);
  process.argv = [process.argv[0], target, ...rest];
  load(target);
}
