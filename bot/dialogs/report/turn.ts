import type { TurnContext } from 'botbuilder-core';
import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Incidents } from '../../../hotline/incidents';
import type { Places } from '../../places';
import { type Prompt, message } from '../../replies/prompt';
import { say } from '../../say';
import { TurnScope } from '../../turn-scope';
import { chosenOf } from './by-number';
import { type Draft, EMPTY } from './draft';
import type { FileReport } from './filing';
import { offer, sameMatter } from './offers';
import type { StepTools } from './step';
import { stepOf } from './steps';
import { changes, summary, summaryOptions } from './summary/summary';

export interface ReportParts {
  places: Places;
  file: FileReport;
  incidents: Incidents;
}

/** What the moves of one turn share. */
export interface Turn extends StepTools {
  dc: DialogContext;
  context: TurnContext;
  parts: ReportParts;
  /** The draft as the last turn left it. */
  before: Draft;
  /** Said before the question, in the same message. */
  lines: string[];
}

/** What the dialog remembers between its turns. */
export interface Remembered {
  draft?: Draft;
  /** When the citizen last spoke. */
  at?: number;
  /** While an old draft is offered: what they told meanwhile. */
  instead?: Draft;
}

export function turnOf(dc: DialogContext, parts: ReportParts, before: Draft): Turn {
  const scope = TurnScope.of(dc.context);
  const { context } = dc;
  return { dc, context, scope, parts, words: scope.words, places: parts.places, before, lines: [] };
}

export const rememberedBy = (dc: DialogContext): Remembered => (dc.activeDialog?.state ?? {}) as Remembered;

export const draftOf = (dc: DialogContext): Draft => Object.assign({}, EMPTY, rememberedBy(dc).draft);

/** Asks, with what was said before it in the same message, and remembers the draft. */
export async function ask(
  turn: Turn,
  draft: Draft,
  prompt: Prompt,
  instead?: Draft,
): Promise<DialogTurnResult> {
  const remembered: Remembered = { draft, at: turn.scope.question.at.getTime(), ...(instead && { instead }) };
  if (turn.dc.activeDialog) turn.dc.activeDialog.state = remembered;
  await say(turn.context, message({ ...prompt, text: [...turn.lines, prompt.text].join('\n') }));
  return Dialog.EndOfTurn;
}

/** The question that is open. */
export function promptOf(tools: StepTools, draft: Draft): Prompt {
  switch (draft.waitingFor) {
    case 'change':
      return changes(tools.words);
    case 'resume':
      return offer(draft, tools.words);
    case 'incident':
      return sameMatter(draft, tools.words);
    default:
      return stepOf(draft.waitingFor)?.prompt(draft, tools) ?? summary(draft, tools.words, tools.places);
  }
}

/** What its buttons say; the summary, which is long, is not read back for that. */
export const optionsOf = (tools: StepTools, draft: Draft): readonly string[] =>
  draft.waitingFor === 'confirm' ? summaryOptions(tools.words) : (promptOf(tools, draft).options ?? []);

/** It is what a button of the open question says, or its number. */
export const isOption = (turn: Turn, draft: Draft): boolean =>
  chosenOf(turn.scope.heard, () => optionsOf(turn, draft)) !== undefined;

/** Where "Thời gian" or "thêm ảnh" cannot be the answer. */
export const isInTheMiddle = ({ waitingFor }: Draft): boolean => IN_THE_MIDDLE.has(waitingFor);
const IN_THE_MIDDLE: ReadonlySet<Draft['waitingFor']> = new Set([
  'location',
  'time',
  'source',
  'category',
  'anonymity',
  'contact',
]);
