import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Content } from './content';
// What a model is made of, below the project's folder: the messages, and the code that learns from them.
import SOURCES from './learned-from.json';
import * as classifierBytes from './nlp/classifier/bytes';
import { conceptFinder, type ConceptsIn } from './nlp/classifier/concepts';
import { learn as learnLabels } from './nlp/classifier/learn';
import { learnUtterances } from './nlp/classifier/lessons';
import { readText } from './nlp/fold';
import { placeFinder } from './nlp/places';
import { learnProcedures } from './nlp/procedures';
import { lessonsFrom } from './nlp/procedures/lessons';
import * as procedureBytes from './nlp/procedures/bytes';
import type { Utterance } from './nlp/types';
import { type Learned, type Understand, understanding } from './nlp/understand';
import { urgencyFinder } from './nlp/urgency';

const FOLDER = path.join('dist', 'learned');
const CLASSIFIER = 'classifier.bin';
const PROCEDURES = 'procedures.bin';
/** What was learnt last, and before: a step back costs no learning. */
const KEPT = 4;

export interface Learning {
  /** The project's folder. */
  root: string;
  content: Pick<Content, 'utterances' | 'concepts' | 'catalogue' | 'procedureWords'>;
  /** Messages that staff taught the system, beside those of `content/`. */
  taught?: readonly Utterance[];
  /** Hears when it takes longer. */
  say?: (line: string) => void;
}

/** Reads messages with all that was learnt: what the running bot, the commands and the tests understand by. */
export interface Reader {
  understand: Understand;
  /** Reads by this from now on. */
  use: (learned: Learned) => void;
}

export function reader({ content, ...learning }: Learning & { content: Content }): Reader {
  const parts = {
    placesIn: placeFinder(content.gazetteer),
    dangerIn: urgencyFinder(content.danger),
    procedureWords: content.procedureWords,
  };
  let current = understanding({ ...parts, learned: learned({ content, ...learning }) });
  return {
    understand: (text, now) => current(text, now),
    use: (fresh) => (current = understanding({ ...parts, learned: fresh })),
  };
}

/** The classifier by itself, for any labels: tells the label of a text. */
export function labeller(
  examples: readonly { text: string; label: string }[],
  { concepts }: Pick<Content, 'concepts'>,
): (text: string) => string {
  const labelled = examples.map(({ text, label }) => ({ text, labels: { label } }));
  const model = learnLabels(labelled, { conceptsIn: conceptFinder(concepts) });
  return (text) => model.judge(readText(text)).best('label').label;
}

/**
 * What is learnt from messages: read from where it was kept, or learnt now and kept. Changes of a message, or of the code
 * that learns, make it anew.
 * @throws Error that names file and line of a message that is not valid
 */
export function learned({ root, content, taught = [], say = () => {} }: Learning): Learned {
  const kept = keptLearned({ root, content, taught });
  if (kept) return kept;
  say('Đang học cách hiểu tin nhắn… (một lần, khoảng nửa phút)');
  const fresh = learn(content, taught, conceptFinder(content.concepts));
  keep(folderOf(root, taught), fresh, say);
  return fresh;
}

/** The same where it was kept; undefined where it is still to be learnt. */
export function keptLearned({ root, content, taught = [] }: Learning): Learned | undefined {
  return read(folderOf(root, taught), conceptFinder(content.concepts));
}

const folderOf = (root: string, taught: readonly Utterance[]): string =>
  path.join(root, FOLDER, printOf(root, taught));

function learn(
  { utterances, catalogue, procedureWords }: Learning['content'],
  taught: readonly Utterance[],
  conceptsIn: ConceptsIn,
): Learned {
  const lessons = [...utterances(), ...taught];
  const ids = catalogue.map(({ id }) => id);
  return {
    classifier: learnUtterances(lessons, conceptsIn),
    procedures: learnProcedures(lessonsFrom(catalogue, lessons), ids, procedureWords),
  };
}

function printOf(root: string, taught: readonly Utterance[]): string {
  const print = createHash('sha256').update(JSON.stringify(taught));
  for (const source of SOURCES)
    for (const file of filesOf(path.join(root, source)))
      print.update(path.relative(root, file)).update('\0').update(readFileSync(file));
  return print.digest('hex').slice(0, 32);
}

function filesOf(place: string): string[] {
  if (path.extname(place)) return [place];
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function read(folder: string, conceptsIn: ConceptsIn): Learned | undefined {
  try {
    return {
      classifier: classifierBytes.fromBytes(readFileSync(path.join(folder, CLASSIFIER)), conceptsIn),
      procedures: procedureBytes.fromBytes(readFileSync(path.join(folder, PROCEDURES))),
    };
  } catch {
    // Not there, or cut short when a process was killed: it is learnt again.
    return undefined;
  }
}

/** Whoever comes second finds it there. Where nothing can be written, it is learnt again at the next start. */
function keep(folder: string, { classifier, procedures }: Learned, say: (line: string) => void): void {
  const draft = `${folder}.${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true });
    writeFileSync(path.join(draft, CLASSIFIER), classifierBytes.toBytes(classifier));
    writeFileSync(path.join(draft, PROCEDURES), procedureBytes.toBytes(procedures));
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    forgetOlder(path.dirname(folder));
  } catch (error) {
    say(`Không giữ được kết quả học trong ${folder}: ${(error as Error).message}`);
  }
}

function forgetOlder(folder: string): void {
  const newestFirst = readdirSync(folder)
    .map((name) => path.join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of newestFirst.slice(KEPT)) rmSync(old, { recursive: true, force: true });
}
