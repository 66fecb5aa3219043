import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A browser without a window: the one of `CHROMIUM_PATH`, one of the system, else one from the package registry. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? NAMES.map(onPath).find(Boolean) ?? fromRegistry();
  return chromium.launch({ executablePath, args: QUIET, headless: true });
}

function onPath(name: string): string | undefined {
  try {
    return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

/** It is an ES module that unpacks its browser, neither of which jest would let happen in here. */
function fromRegistry(): string {
  const ask = "import('@sparticuz/chromium').then((it) => it.default.executablePath()).then(console.log)";
  const cwd = join(__dirname, 'clients');
  return execFileSync(process.execPath, ['-e', ask], { cwd, encoding: 'utf8' }).trim();
}
