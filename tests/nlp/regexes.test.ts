import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { check, type VulnerableDiagnostics } from 'recheck';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');

/** A regular expression of the product, and where it stands: `nlp/email.ts:1`. */
interface Found {
  at: string;
  source: string;
  flags: string;
}

const within = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .sort();

const NLP = within('nlp');
const FILES = [...NLP, ...within('bot'), ...within('content')];

/** Those that are written between slashes. */
function literalsIn(file: string): Found[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        at: `${file}:${line + 1}`,
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Those that are put together from pieces, heard of while the files are loaded. */
function builtIn(files: readonly string[]): Found[] {
  const found: Found[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, given: [string, string?]) {
      const made: RegExp = Reflect.construct(target, given);
      found.push({ at: makerOf(new Error().stack ?? ''), source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    jest.isolateModules(() => files.forEach((file) => void jest.requireActual(join(ROOT, file))));
  } finally {
    globalThis.RegExp = Original;
  }
  return found.filter(({ at }) => at.startsWith('nlp'));
}

const makerOf = (stack: string): string =>
  relative(ROOT, /\(?(\/.*?:\d+):\d+\)?$/m.exec(stack.split('\n').slice(2).join('\n'))?.[1] ?? '');

/** A machine for which the checker has no program of its own needs longer. */
const DECIDED = 1_000;
/** As long as the longest message that is read. */
const LONGEST = 4_096;
/** Milliseconds; the whole reading of such a message has twenty. */
const ENOUGH = 5;

/**
 * What makes one slow: the checker finds the text that is worst for it, and on that, as long as a message may be, it is
 * tried. What the checker cannot decide in time is left to the tests that read hostile texts.
 */
async function slow({ at, source, flags }: Found): Promise<string[]> {
  const told = await check(source, flags.replace('y', ''), { timeout: DECIDED });
  if (told.status !== 'vulnerable') return [];
  const text = attackOf(told);
  const isEndless = told.complexity.type === 'exponential';
  const took = isEndless
    ? Infinity
    : Math.min(...Array.from({ length: 5 }, () => timeOf(new RegExp(source, flags), text)));
  if (took < ENOUGH) return [];
  return [`${at} /${source}/${flags}: ${told.complexity.summary}, for instance ${told.attack.pattern}`];
}

function attackOf({ attack: { pumps, suffix } }: VulnerableDiagnostics): string {
  const room = (LONGEST - suffix.length) / Math.max(1, pumps.length);
  const parts = pumps.map(({ prefix, pump }) => prefix + pump.repeat((room - prefix.length) / pump.length));
  return parts.join('') + suffix;
}

function timeOf(pattern: RegExp, text: string): number {
  const begin = performance.now();
  text.replace(pattern, '');
  return performance.now() - begin;
}

/** One after the other: side by side they would take each other's time. */
async function slowOnes(found: readonly Found[]): Promise<string[]> {
  const slowest: string[] = [];
  for (const each of found) slowest.push(...(await slow(each)));
  return slowest;
}

const COUNTED = 180_000;

it(
  'no regular expression that reads what people type takes longer than its text is long',
  async () => {
    const literals = FILES.flatMap(literalsIn);
    expect(literals.length).toBeGreaterThan(100);
    expect(await slowOnes(literals)).toEqual([]);
  },
  COUNTED,
);

it(
  'nor does one that is put together from pieces',
  async () => {
    const built = builtIn(NLP);
    expect(built.length).toBeGreaterThan(5);
    expect(await slowOnes(built)).toEqual([]);
  },
  COUNTED,
);

it('one that does is told', async () => {
  const bad = { at: 'nlp/bad.ts:1', source: '^(?:a+)+$', flags: 'u' };
  expect(await slow(bad)).toEqual([expect.stringMatching(/^nlp\/bad\.ts:1 .*exponential/)]);
});
