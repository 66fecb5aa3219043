import type { Activity } from '../hotline/activity';
import type { TicketFile } from '../hotline/ticket/ticket';
import { affirmedPart } from '../nlp/affirmed';
import { keyOf } from '../nlp/fold';
import { remembering } from '../nlp/remembering';
import type { Intent } from '../nlp/types';
import type { Understand } from '../nlp/understand';
import type { Understood } from '../nlp/understood';
import { filesOf, pointOf, textOf } from './brought';
import { intentHeard } from './intent-heard';
import { type Manners, phraseBook } from './phrases';
import { rudeness } from './rudeness';
import { announces, wishAlone } from './preamble';
import { type SlipParts, slipMender } from './slips';
import { type Control, CONTROLS, steering } from './steering';
import { takesBack } from './takes-back';
import { yesOrNo } from './yes-or-no';

/** One message of the citizen, with all that was understood of it. */
export interface Heard {
  text: string;
  /** The same without accents and punctuation, to compare with choices. */
  key: string;
  understood: Understood;
  /** What is wanted, where it is likely enough to act upon; else `out_of_scope`. */
  intent: Intent;
  /** It is what a button of the menu says, or a short command that cannot be mistaken. */
  isMenu: boolean;
  /** It is English, as far as short commands tell. */
  isEnglish: boolean;
  /** Something that is said beside the matter, and nothing else. */
  saying: Saying | null;
  files: TicketFile[];
  point: { lat: number; lon: number } | null;
  control: Control | null;
  /** A bare yes or no, in any of its forms. */
  reply: 'yes' | 'no' | null;
  /** What is meant, where something else is denied beside it ("không phải X mà Y"); else the same as `understood`. */
  meant: Understood;
  /** It says that something was wrong: "à nhầm", "sửa lại", "chứ không phải". */
  isCorrection: boolean;
  /** Little else than bad words. */
  isRude: boolean;
  /** Only that they want to report, nothing of what happened: "tôi muốn phản ánh". */
  isWish: boolean;
  /** The wish names its kind: pollution, land, officials. */
  tellsKind: boolean;
}

export interface HearParts {
  understand: Understand;
  controls: Controls;
  /** What the buttons of the menu say, by key: they mean what is written on them, whatever else is learnt. */
  meanings: ReadonlyMap<string, Intent>;
  everyday: Everyday;
}

/** What people say beside their matter: content/everyday.yaml. */
export interface Everyday extends Readonly<Record<Saying, readonly string[]>> {
  /** Understanding is Vietnamese; these short commands are heard in English too. */
  english: { polite: readonly string[]; intents: Readonly<Partial<Record<Intent, readonly string[]>>> };
}

export const SAYINGS = [
  'person',
  'leave',
  'machine',
  'question',
  'wellbeing',
  'chat',
  'sorry',
  'laugh',
  'praise',
] as const;
export type Saying = (typeof SAYINGS)[number];

export interface Controls extends Manners, Readonly<Record<Control, readonly string[]>> {
  yes: readonly string[];
  no: readonly string[];
  nothingWrong: readonly string[];
  slips: SlipParts['slips'];
  rude: readonly string[];
  /** Words of which a mere wish to report is made. */
  wish: readonly string[];
  /** Those among them that tell what kind of report. */
  kind: readonly string[];
}

/** Reads messages for the dialogs. */
export function hearing({
  understand,
  controls,
  meanings,
  everyday,
}: HearParts): (activity: Activity | undefined, at: Date) => Heard {
  const { polite, onlyAccented, yes, no, nothingWrong, slips } = controls;
  const manners = { polite, onlyAccented };
  const controlOf = steering(controls);
  const replyOf = yesOrNo({ yes, no, nothingWrong, polite, onlyAccented });
  const mended = slipMender({
    slips,
    steering: [...CONTROLS.flatMap((each) => controls[each]), ...yes, ...no, 'nhầm', 'ẩn danh', ...WISHES],
  });
  const isRude = rudeness(controls.rude);
  const sayingOf = phraseBook(sayingsOf(everyday), manners);
  const englishOf = phraseBook(everyday.english.intents as Record<Intent, readonly string[]>, {
    polite: everyday.english.polite,
    onlyAccented: [],
  });
  const wishWords = new Set([...controls.wish, ...controls.kind].flatMap(wordsOf));
  const kinds = controls.kind.map((kind) => ` ${keyOf(kind)} `);
  /** All that hangs neither on the time nor on what comes along with the words. */
  const wordsIn = remembering((text) => {
    const typed = mended(text);
    const key = keyOf(typed);
    const control = ofPieces(typed, controlOf(lastLine(typed)));
    const english = englishOf(text);
    const saying = sayingOf(text);
    const affirmed = affirmedPart(typed);
    return {
      affirmed,
      command: english ?? (saying ? (COMMANDS[saying] ?? null) : null),
      wishes:
        english === 'report.pollution' ||
        (text !== '' &&
          wishAlone(key)
            .split(' ')
            .every((word) => wishWords.has(word))),
      told: {
        text,
        key,
        isEnglish: english !== null,
        saying,
        control,
        reply: control ? null : replyOf(typed),
        isCorrection: affirmed !== undefined || takesBack(typed, key),
        isRude: isRude(text),
        tellsKind: kinds.some((kind) => ` ${key} `.includes(kind)),
      },
    };
  });
  return (activity, at) => {
    const { told, command, affirmed, wishes } = wordsIn(textOf(activity));
    const understood = commanded(understand(told.text, at), command);
    return {
      understood,
      isWish: wishes || announces(told.key, understood),
      isMenu: meanings.has(told.key) || command !== null,
      intent: meanings.get(told.key) ?? intentHeard(understood),
      files: filesOf(activity),
      point: pointOf(activity),
      meant: affirmed === undefined ? understood : understand(affirmed, at),
      ...told,
    };
  };
}

function sayingsOf(everyday: Everyday): Record<Saying, readonly string[]> {
  return Object.fromEntries(SAYINGS.map((saying) => [saying, everyday[saying]])) as Record<
    Saying,
    readonly string[]
  >;
}

/** By these a report is wished for: a slip in one of them makes no other wish of it. */
const WISHES = ['phản ánh', 'tố cáo', 'tố giác', 'khiếu nại', 'ô nhiễm', 'môi trường'];

const COMMANDS: Readonly<Partial<Record<Saying, Intent>>> = { person: 'staff.request', question: 'help' };

/** What is said word for word needs no guess. */
const commanded = (understood: Understood, intent: Intent | null): Understood =>
  intent === null ? understood : understood.with({ intent, confidence: 1 });

const wordsOf = (phrase: string): string[] => keyOf(phrase).split(' ');

/** Of several messages that are answered as one, the last one decides what is to be done. */
const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);

/** "Mùi khét bay vào nhà," and then "không biết từ đâu ra": behind a piece of the story it skips nothing. */
const ofPieces = (text: string, control: Control | null): Control | null =>
  control === 'skip' && text.includes('\n') ? null : control;
