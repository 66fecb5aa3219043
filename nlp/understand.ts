import type { Judgement, LinearModel } from './classifier/linear-model';
import type { HeadName } from './classifier/lessons';
import { breachIn } from './breach';
import { complainsOfCounter, complainsOfOffice, complainsOfOfficial } from './complaint';
import { withoutCourtesy } from './courtesy';
import { dossierCodesIn, emailIn, phoneIn, platesIn, signatureIn, ticketCodesIn } from './contact';
import { type Reading, readText } from './fold';
import { type ProcedureModel, procedureRanker, type ThingWords } from './procedures';
import { remembering } from './remembering';
import { asksOfOrigin } from './origin';
import { isOnlyBout, stings } from './stings';
import type { Aspect, Category, Intent, Place } from './types';
import { type Known, Understood } from './understood';

/** Reads one message; `now` is what "tối qua" is counted from. */
export type Understand = (text: string, now: Date) => Understood;

/** What was learnt from messages. */
export interface Learned {
  classifier: LinearModel;
  procedures: ProcedureModel;
}

export interface UnderstandingParts {
  learned: Learned;
  placesIn: (said: Reading) => Place[];
  /** Are people in danger now? */
  dangerIn: (said: Reading, sounds: boolean) => boolean;
  procedureWords: ThingWords;
}

/** A message longer than this, in UTF-16 units, is read to here. */
const READ = 4_096;

/** Less likely than this, a guess alone makes nothing urgent: "chị Loan, 0917…", "cạnh cây xăng đầu dốc". */
const LIKELY = 0.9;

/**
 * Reads Vietnamese messages: spelt with care once, then a row of pure passes, each of which knows nothing of the others.
 * No network, no clock. Built once from what was learnt and from the gazetteer.
 */
export function understanding(parts: UnderstandingParts): Understand {
  const read = remembering(readerOf(parts));

  return (message, now) => new Understood(message, read(message), now);
}

/** All that does not hang on the time at which it is read. */
function readerOf({ learned, placesIn, dangerIn, procedureWords }: UnderstandingParts) {
  const proceduresIn = procedureRanker(learned.procedures, procedureWords);

  return (message: string): Known => {
    const said = readText(message.slice(0, READ));
    const [places, phone] = [placesIn(said), phoneIn(said.text)];
    const { judged, matter } = judgedIn(learned.classifier, said, { places, phone });
    const rest = {
      places,
      phone,
      urgent: dangerIn(said, soundsLikeDanger(judged)),
      ticketCodes: ticketCodesIn(said.text),
      dossierCodes: dossierCodesIn(said.text),
      email: emailIn(said.text),
      plates: platesIn(said.text),
    };
    return {
      said,
      judged,
      rest,
      why: () => whyOf(learned.classifier, matter, judged.intent),
      kind: () => best<Category>(learned.classifier.judge(matter), 'category'),
      procedures: () => proceduresIn(said),
    };
  };
}

const soundsLikeDanger = ({ intent, confidence }: Known['judged']): boolean =>
  intent === 'report.emergency' && confidence >= LIKELY;

type Found = Pick<Known['rest'], 'places' | 'phone'>;
/** In fewer words nothing is told beside who tells it. */
const SIGNED = 9;

interface Judged {
  judged: Known['judged'];
  /** The words that tell so. */
  matter: Reading;
}

/**
 * What a message is: what is said around a story for courtesy changes nothing of it, nor does where it happens or who
 * signs it. Danger is told by all the words: it is neither lost without some of them, nor heard in what is left.
 */
function judgedIn(classifier: LinearModel, said: Reading, { places, phone }: Found): Judged {
  const whole = { judged: judgedBy(classifier, said), matter: said };
  const { intent } = whole.judged;
  if (soundsLikeDanger(whole.judged)) return whole;
  const matter = withoutFrame(said, phone !== null && said.words.length >= SIGNED);
  const judged = matter && judgedBy(classifier, matter);
  if (judged && judged.confidence >= enoughFor(judged.intent)) return { judged, matter };
  return (intent === 'out_of_scope' && besidePlaces(classifier, said, places)) || whole;
}

/** Without courtesy, and without "cần gì cháu gọi Thịnh, 0963…" behind it; undefined: it has none of them. */
function withoutFrame(said: Reading, maySign: boolean): Reading | undefined {
  const signed = (maySign && signatureIn(said.text)?.story) || '';
  const story = signed === '' ? said : readText(signed);
  return withoutCourtesy(story) ?? (story === said ? undefined : story);
}

/** "Phường Bàn Cờ quận 3, karaoke ồn ào": what is told beside the place; undefined: no report for certain. */
function besidePlaces(classifier: LinearModel, said: Reading, places: readonly Place[]): Judged | undefined {
  if (places.length === 0) return undefined;
  const matter = readText(places.reduce((text, place) => text.replace(place.text, ' '), said.text));
  const judged = judgedBy(classifier, matter);
  return judged.intent.startsWith('report.') && judged.confidence >= CERTAIN ? { judged, matter } : undefined;
}
const CERTAIN = 0.8;

/** How sure it must be that the words without courtesy tell of a matter; what tells of none is judged with all of them. */
function enoughFor(intent: Intent): number {
  if (intent === 'report.emergency') return Infinity;
  if (intent.startsWith('report.')) return 0.5;
  return OF_MATTER.has(intent) ? 0.7 : Infinity;
}

const OF_MATTER: ReadonlySet<Intent> = new Set<Intent>([
  ...(['procedure.ask', 'regulation.ask', 'dossier.status', 'ticket.status', 'ticket.update'] as const),
  ...(['air.quality', 'hotline.info', 'staff.request'] as const),
]);

/** A message without a letter says nothing: numbers, dots, pictures. How sure that is, is not learnt. */
const SILENT = {
  intent: 'out_of_scope',
  confidence: 0.9,
  category: null,
  categoryChance: 0,
  aspect: null,
} as const;

function judgedBy(classifier: LinearModel, said: Reading): Known['judged'] {
  if (isSilent(said)) return SILENT;
  const judgement = classifier.judge(said);
  const guess = best<Intent>(judgement, 'intent');
  const instead = told(guess.label, said);
  const { label, chance } = instead ? { label: instead, chance: TOLD } : guess;
  const asked = label === 'procedure.ask';
  const category = isPollution(label) ? kindIn(judgement, said) : undefined;
  return {
    intent: label,
    confidence: chance,
    category: category?.label ?? null,
    categoryChance: category?.chance ?? 0,
    aspect: asked ? best<Aspect>(judgement, 'aspect').label : null,
  };
}

/** Some tell what sounds like a question. */
function told(label: Intent, said: Reading): Intent | undefined {
  if (label === 'dossier.status')
    return complainsOfOffice(said) && dossierCodesIn(said.text).length === 0
      ? 'report.misconduct'
      : undefined;
  if (label === 'hotline.info') return asksOfOrigin(said.folded.trim()) ? 'report.pollution' : undefined;
  if (label === 'procedure.ask' && (complainsOfOfficial(said) || complainsOfCounter(said)))
    return 'report.misconduct';
  return label === 'procedure.ask' || label === 'regulation.ask' ? breachIn(said) : undefined;
}

/** How sure that is. */
const TOLD = 0.8;

/** Insects are of no kind that has a name of its own. */
function kindIn(judgement: Judgement, said: Reading): { label: Category; chance: number } {
  const kind = best<Category>(judgement, 'category');
  return kind.label === 'open_burning' && (stings(said) || isOnlyBout(said))
    ? { ...kind, label: 'other' }
    : kind;
}

const isSilent = ({ text }: Reading): boolean => !/\p{L}/u.test(text);

const whyOf = (classifier: LinearModel, said: Reading, intent: Intent): string[] =>
  isSilent(said) ? [] : classifier.judge(said).why('intent', intent);

const isPollution = (intent: Intent): boolean =>
  intent === 'report.pollution' || intent === 'report.emergency';

const best = <Label extends string>(judgement: Judgement, head: HeadName): { label: Label; chance: number } =>
  judgement.best(head) as { label: Label; chance: number };
