import type { TurnContext } from 'botbuilder-core';
import { Dialog } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { DialogInstance, DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import { maskPhone } from '../../../nlp/contact';
import type { Heard } from '../../hear';
import type { Listening } from '../../topics';
import type { Places } from '../../places';
import { filed } from '../../replies/ticket';
import { personChoice } from '../../replies/menu';
import { type Prompt, message } from '../../replies/prompt';
import { say } from '../../say';
import { TurnScope } from '../../turn-scope';
import { absorbFacts, absorbStory } from './absorb';
import { verdictOf } from './confirm';
import { type Draft, EMPTY, MOST_FILES, type Waiting, reportOf, withFiles } from './draft';
import type { FileReport } from './filing';
import { type StepTools, nextStep, stepOf, takeContact } from './steps';
import { changes, summary } from './summary';

/** Quiet to wait for before photos are acknowledged, so that an album gets one answer. */
const ALBUM_MS = 1_200;
/** Dialog id. */
export const REPORT = 'report';

export interface ReportParts {
  places: Places;
  file: FileReport;
}

/** Takes a report: asks what is missing, one question at a time, reads it back, files it. */
export class ReportDialog extends Dialog implements Listening {
  constructor(private readonly parts: ReportParts) {
    super(REPORT);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = this.turnOf(dc, EMPTY);
    const { words } = turn;
    const draft = absorbStory(EMPTY, turn.scope.heard, this.parts.places);
    turn.lines.push(words(draft.words.length > 0 ? 'report.heard' : 'report.start'));
    acknowledge(turn, draft);
    return this.goOn(turn, draft);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const before = draftOf(dc);
    const turn = this.turnOf(dc, before);
    const { heard } = turn.scope;
    if (isAlbum(turn.scope)) {
      turn.scope.waitMs = ALBUM_MS;
      return Dialog.EndOfTurn;
    }
    // Photos belong to the report whatever the words beside them say.
    const draft = withFiles(before, heard.files);
    if (heard.control === 'back') return this.back(turn, draft);
    if (heard.control === 'skip') return this.skip(turn, draft);
    const answered = draft.waitingFor !== null && stepOf(draft.waitingFor)?.answers?.(heard);
    if (isCancel(heard) && !answered) return this.cancel(turn, heard);
    if (draft.waitingFor === 'confirm' || draft.waitingFor === 'change') return this.confirm(turn, draft);
    return this.take(turn, draft);
  }

  /** The answer to the question that was asked; what else it tells is taken, too. */
  private take(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
    const heard = withoutPhone(turn.scope, draft);
    const taken = draft.waitingFor && stepOf(draft.waitingFor)?.take(draft, heard, turn);
    if (taken) {
      acknowledge(turn, taken);
      if (draft.changing) turn.lines.push(turn.words('report.changed'));
      return this.goOn(turn, { ...taken, misses: 0 });
    }
    const told = absorbFacts(draft, heard, turn.places);
    acknowledge(turn, told);
    const understood = heard.point !== null || tellsMore(turn.before, told);
    if (understood && turn.lines.length === 0) turn.lines.push(turn.words('report.noted'));
    return this.askAgain(turn, { ...told, misses: understood ? 0 : draft.misses + 1 });
  }

  isAnswer(dc: DialogContext, heard: Heard): boolean {
    const { waitingFor } = draftOf(dc);
    return (waitingFor !== null && stepOf(waitingFor)?.answers?.(heard)) || false;
  }

  /** After something else was answered: the question that is still open, once more. */
  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const draft = { ...EMPTY, ...(instance.state as { draft?: Draft }).draft };
    const { words } = TurnScope.of(context);
    const tools = { words, places: this.parts.places, scope: TurnScope.of(context) };
    const prompt = promptOf(tools, draft);
    await say(context, message({ ...prompt, text: `${words('report.backTo')}\n${prompt.text}` }));
  }

  private async confirm(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
    if (turn.scope.heard.understood.phone) {
      turn.lines.push(turn.words('report.changed'));
      return this.goOn(turn, takeContact(draft, turn.scope.heard, turn));
    }
    const verdict = verdictOf(draft, turn.scope.heard, turn.words, turn.places);
    switch (verdict.type) {
      case 'right':
        return this.fileIt(turn, draft);
      case 'change':
        return this.ask(turn, { ...draft, waitingFor: 'change' }, changes(turn.words));
      case 'change_part':
        return this.change(turn, draft, verdict.part);
      case 'corrected':
        acknowledge(turn, verdict.draft);
        turn.lines.push(turn.words('report.changed'));
        return this.goOn(turn, { ...verdict.draft, misses: 0 });
      case 'unclear':
        return this.askAgain(turn, { ...draft, misses: draft.misses + 1 });
    }
  }

  private change(turn: Turn, draft: Draft, part: Waiting): Promise<DialogTurnResult> {
    const cleared = { ...draft, candidates: [], changing: true };
    const asking = part === 'lane' ? { ...cleared, category: null } : cleared;
    const forgetting = part === 'anonymity' ? { ...asking, anonymous: null, contact: null } : asking;
    const step = stepOf(part);
    if (!step) return this.goOn(turn, draft);
    const blank = part === 'location' ? { ...forgetting, location: null } : forgetting;
    const prompt = step.prompt(part === 'location' ? blank : forgetting, turn);
    return this.ask(turn, { ...forgetting, waitingFor: part }, prompt);
  }

  /** The next question, or the summary when nothing is left to ask. */
  private async goOn(turn: Turn, told: Draft): Promise<DialogTurnResult> {
    const draft = await this.warn(turn, told);
    const step = nextStep(draft);
    if (!step) {
      return this.ask(
        turn,
        { ...draft, waitingFor: 'confirm', changing: false },
        summary(draft, turn.words, turn.places),
      );
    }
    const prompt = step.prompt(draft, turn);
    return this.ask(
      turn,
      { ...draft, waitingFor: step.waiting, asked: [...draft.asked, step.waiting] },
      prompt,
    );
  }

  /** Danger first, before any form; misconduct is kept confidential from the first word on. */
  private async warn({ context, scope, words, before }: Turn, draft: Draft): Promise<Draft> {
    if (draft.urgent && !before.urgent) await say(context, message({ text: words('emergency') }));
    if (draft.lane === 'misconduct' && !scope.state.confidential) {
      scope.state = { ...scope.state, confidential: true };
      await say(context, message({ text: words('confidential') }));
    }
    return draft;
  }

  private async askAgain(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
    const prompt = promptOf(turn, draft);
    const person = draft.misses >= 2 ? [personChoice(turn.words)] : [];
    const text = draft.misses > 0 ? turn.words('report.again', { question: prompt.text }) : prompt.text;
    return this.ask(turn, draft, { ...prompt, text, choices: person });
  }

  private skip(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
    const step = draft.waitingFor && stepOf(draft.waitingFor);
    const skipped = step ? step.skip(draft) : { ...draft, waitingFor: null };
    if (skipped) return this.goOn(turn, { ...skipped, changing: false });
    turn.lines.push(turn.words('report.cannotSkip'));
    const asked = draft.waitingFor ? [...draft.asked, draft.waitingFor] : draft.asked;
    return this.askAgain(turn, { ...draft, asked });
  }

  /** To the question before this one, its answer forgotten. */
  private back(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
    const asked =
      draft.waitingFor === 'confirm' || draft.waitingFor === 'change'
        ? draft.asked
        : draft.asked.slice(0, -1);
    const before = asked.at(-1);
    if (!before) {
      turn.lines.push(turn.words('report.nothingBefore'));
      return this.askAgain(turn, draft);
    }
    const forgotten = forget(draft, before);
    const step = stepOf(before);
    return step
      ? this.ask(turn, { ...forgotten, waitingFor: before, asked }, step.prompt(forgotten, turn))
      : this.goOn(turn, draft);
  }

  private async cancel(turn: Turn, heard: Heard): Promise<DialogTurnResult> {
    if (/\b(?:bat dau lai|lam lai)\b/.test(heard.key)) {
      turn.lines.push(turn.words('report.restarted'));
      return this.goOn(turn, EMPTY);
    }
    await say(turn.context, message({ text: turn.words('report.cancelled') }));
    return turn.dc.endDialog();
  }

  private async fileIt(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
    const ticket = await this.parts.file(reportOf(draft), turn.scope.question);
    turn.scope.file(ticket, !ticket.anonymous);
    await say(turn.context, filed(turn.words, ticket));
    return turn.dc.endDialog();
  }

  private async ask(turn: Turn, draft: Draft, prompt: Prompt): Promise<DialogTurnResult> {
    keep(turn.dc, draft);
    const text = [...turn.lines, prompt.text].join('\n');
    await say(turn.context, message({ ...prompt, text }));
    return Dialog.EndOfTurn;
  }

  private turnOf(dc: DialogContext, before: Draft): Turn {
    const scope = TurnScope.of(dc.context);
    return {
      dc,
      context: dc.context,
      scope,
      words: scope.words,
      places: this.parts.places,
      before,
      lines: [],
    };
  }
}

/** What the steps of one turn share. */
interface Turn extends StepTools {
  dc: DialogContext;
  context: TurnContext;
  /** The draft as the last turn left it. */
  before: Draft;
  /** Said before the question, in the same message. */
  lines: string[];
}

function promptOf(tools: StepTools, draft: Draft): Prompt {
  if (draft.waitingFor === 'change') return changes(tools.words);
  const step = draft.waitingFor && stepOf(draft.waitingFor);
  return step ? step.prompt(draft, tools) : summary(draft, tools.words, tools.places);
}

function draftOf(dc: DialogContext): Draft {
  const { draft } = (dc.activeDialog?.state ?? {}) as { draft?: Draft };
  return { ...EMPTY, ...draft };
}

function keep(dc: DialogContext, draft: Draft): void {
  if (dc.activeDialog) dc.activeDialog.state = { draft };
}

/** How sure it must be that a message which is no answer means to stop: a draft is soon lost, and not soon told again. */
const SURE = 0.75;

/** Nothing is filed yet, so who wants to withdraw the report wants to stop. */
function isCancel({ control, intent, key, understood }: Heard): boolean {
  if (control === 'cancel') return true;
  if (intent === 'cancel') return understood.confidence >= SURE;
  return intent === 'ticket.update' && /\b(?:rut|huy|khong (?:phan anh|bao|gui|khai) nua)\b/.test(key);
}

/** A phone number in an answer to something else is kept apart all the same; only a story is kept as it was told. */
function withoutPhone(scope: TurnScope, { waitingFor }: Draft): Heard {
  const { heard } = scope;
  const { phone } = heard.understood;
  if (!phone || waitingFor === null || ASKS_FOR_WORDS.has(waitingFor)) return heard;
  const masked = maskPhone(heard.text);
  scope.keepContact({ phone }, masked);
  return { ...heard, text: masked };
}

const ASKS_FOR_WORDS: ReadonlySet<Waiting> = new Set(['lane', 'description', 'anonymity', 'contact']);

/** Photos alone may be the first of several: wait for more, unless the wait is over. */
function isAlbum({ heard, question }: TurnScope): boolean {
  return (
    heard.files.length > 0 && !heard.text && question.activity !== undefined && question.cause?.type !== 'due'
  );
}

/** It was no answer, but it told something that belongs in the report. */
function tellsMore(before: Draft, after: Draft): boolean {
  return (
    after.files.length > before.files.length ||
    after.time !== before.time ||
    after.location !== before.location
  );
}

/** Says what was received: files, and where a shared position lies. */
function acknowledge({ lines, words, scope, places, before }: Turn, after: Draft): void {
  const count = after.files.length - before.files.length;
  if (count > 0) lines.push(words('report.photos', { count }));
  if (scope.heard.files.length > count) lines.push(words('report.photosLimit', { count: MOST_FILES }));
  if (!scope.heard.point) return;
  const found = places.at(scope.heard.point);
  if (!found) lines.push(words('report.locationNowhere'));
  else
    lines.push(
      words(found.sure ? 'report.locationTaken' : 'report.locationNear', { place: found.location.text }),
    );
}

function forget(draft: Draft, waiting: Waiting): Draft {
  switch (waiting) {
    case 'lane':
      return { ...draft, lane: null, category: null };
    case 'category':
      return { ...draft, category: null };
    case 'description':
      return { ...draft, words: draft.words.slice(0, -1) };
    case 'location':
      return { ...draft, location: null, candidates: [] };
    case 'time':
      return { ...draft, time: null };
    case 'anonymity':
    case 'contact':
      return { ...draft, anonymous: null, contact: null };
    default:
      return draft;
  }
}
