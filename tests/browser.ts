import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import installClients from './clients/install';

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
  const executablePath =
    process.env.CHROMIUM_PATH ?? NAMES.map(onPath).find(Boolean) ?? (await fromRegistry());
  return chromium.launch({ executablePath, args: QUIET, headless: true });
}

function onPath(name: string): string | undefined {
  try {
    return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

async function fromRegistry(): Promise<string> {
  installClients();
  const load = createRequire(join(__dirname, 'clients', 'package.json'));
  const published = load('@sparticuz/chromium') as { default: { executablePath(): Promise<string> } };
  return published.default.executablePath();
}
