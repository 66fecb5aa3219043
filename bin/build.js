'use strict';
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const dist = path.join(root, 'dist');

/** What each part is made of; a part whose sources have not changed since it was made is left as it is. */
const server = {
  name: 'server',
  title: 'máy chủ',
  sources: [
    'main.ts',
    'air.ts',
    'alerting.ts',
    'house.ts',
    'channels.ts',
    'config',
    'keeping.ts',
    'learned.ts',
    'learned-from.json',
    'logging.ts',
    'serving.ts',
    'teaching.ts',
    'hotline',
    'bot',
    'adapters',
    'nlp',
    'storage',
    'api',
    'commands',
    'content',
  ],
  make: bundleServer,
};
/** Learning takes memory that the running system should not keep, so it is done before, in a process of its own. */
const learned = {
  name: 'learned',
  title: 'cách hiểu tin nhắn',
  sources: require('../learned-from.json'),
  make: learn,
};
const web = { name: 'web', title: 'trang web', sources: ['console'], make: bundleWeb };

/**
 * Builds what is stale into dist/: main.js from the server's sources, public/ from the console's.
 * `say` hears of what takes time; `only` limits it to some parts.
 */
function build({ say = () => {}, only } = {}) {
  for (const part of [server, learned, web]) {
    if (only && !only.includes(part.name)) continue;
    const print = fingerprint(part);
    const stamp = path.join(dist, `${part.name}.stamp`);
    if (read(stamp) === print) continue;
    say(`Đang dựng ${part.title}…`);
    part.make();
    fs.mkdirSync(dist, { recursive: true });
    fs.writeFileSync(stamp, print);
  }
}

function bundleServer() {
  bundle(path.join(root, 'main.ts'), path.join(dist, 'main.js'));
}

/** What is loaded from here on has none. */
const MAPS_OFF = 'process.setSourceMapsEnabled(false);';

/**
 * Loads a bundle. Stacks name its sources; of the packages, which are loaded by it, they name what is published: their
 * source maps would take eight megabytes.
 */
function load(file) {
  process.setSourceMapsEnabled(true);
  const loaded = require(file);
  process.setSourceMapsEnabled(true);
  return loaded;
}

/** One CommonJS file of our own sources; packages stay in node_modules, and so do their licences. */
function bundle(source, target) {
  const draft = `${target}.${process.pid}.js`;
  require('esbuild').buildSync({
    entryPoints: [source],
    outfile: draft,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    sourcemap: 'inline',
    banner: { js: MAPS_OFF },
    sourcesContent: false,
    logLevel: 'error',
  });
  fs.renameSync(draft, target);
}

function learn() {
  const { status } = spawnSync(process.execPath, [path.join(__dirname, 'learn.js')], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('learning from content/utterances failed');
}

/** In a process of its own, which gives its memory back; the new pages take the place of the old at one stroke. */
function bundleWeb() {
  const config = path.join(root, 'console', 'vite.config.mts');
  const draft = path.join(dist, `public.${process.pid}`);
  const vite = path.join(path.dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
  const options = ['--config', config, '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn'];
  const args = [vite, 'build', path.join(root, 'console'), ...options];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('building the web pages failed');
  const pages = path.join(dist, 'public');
  for (let attempt = 1; ; attempt++) {
    fs.rmSync(pages, { recursive: true, force: true });
    try {
      return fs.renameSync(draft, pages);
    } catch (error) {
      // Another start has put its own there in this moment.
      if (error.code !== 'ENOTEMPTY' || attempt === 5) throw error;
    }
  }
}

/** Changes whenever a source, the packages or this script change. */
function fingerprint({ name, sources }) {
  const hash = createHash('sha256');
  const always = ['package-lock.json', 'tsconfig.json', 'bin/build.js'];
  for (const file of [...always, ...sources].flatMap((source) => filesOf(source))) {
    if (name === 'server' && isData(file)) continue;
    hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

function filesOf(source) {
  const stat = fs.statSync(path.join(root, source), { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [source];
  const files = fs.readdirSync(path.join(root, source), { recursive: true, withFileTypes: true });
  return files
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(path.sep).includes('node_modules'))
    .sort();
}

/** Read when the system runs, never bundled. */
const isData = (file) => file.startsWith('content') && !/\.(ts|json)$/.test(file);

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}

module.exports = { build, bundle, load, root };

if (require.main === module) build({ say: (line) => console.log(line) });
