import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import { personChoice } from '../../replies/menu';
import { message } from '../../replies/prompt';
import { filed } from '../../replies/ticket';
import { say } from '../../say';
import { type Draft, EMPTY, type Waiting, reportOf } from './draft';
import { blank, forget, keptOf } from './forget';
import { forgetLeft } from './leaving/left';
import { sameMatter } from './offers';
import { pressed, toldInstead } from './told/pressed';
import { QUESTIONS, countOf, hasAllInDanger, nextStep, stepOf } from './steps';
import { summary } from './summary/summary';
import { type Turn, ask, promptOf } from './turn';

/** The next question, or the summary when nothing is left to ask. */
export async function goOn(turn: Turn, told: Draft): Promise<DialogTurnResult> {
  const draft = await keepConfidential(turn, told);
  const step = nextStep(draft);
  if (step) {
    const prompt = step.prompt(draft, turn);
    return ask(turn, { ...draft, waitingFor: step.waiting, asked: [...draft.asked, step.waiting] }, prompt);
  }
  const looked = countOf(draft) < QUESTIONS ? await lookForSame(turn, draft) : draft;
  if (asksWhetherSame(draft, looked)) return askWhetherSame(turn, looked);
  return ask(
    turn,
    { ...looked, waitingFor: 'confirm', changing: false },
    summary(looked, turn.words, turn.places),
  );
}

/** Misconduct is kept confidential from the first word on, and it is explained once. */
async function keepConfidential({ context, scope, words }: Turn, draft: Draft): Promise<Draft> {
  if (draft.lane !== 'misconduct' || scope.state.confidential) return draft;
  scope.state = { ...scope.state, confidential: true };
  await say(context, message({ text: words('confidential') }));
  return draft;
}

/** Once for a report, when all of it is known: one indexed read. In danger nobody is held up by it. */
async function lookForSame({ parts, scope }: Turn, draft: Draft): Promise<Draft> {
  if (draft.looked || draft.urgent) return draft;
  const codes = await parts.incidents.likeIt(reportOf(draft), scope.question);
  return { ...draft, looked: true, incident: codes.length > 0 ? { codes, same: false } : null };
}

const asksWhetherSame = (before: Draft, { looked, incident }: Draft): boolean =>
  looked && !before.looked && incident !== null;

const askWhetherSame = (turn: Turn, draft: Draft): Promise<DialogTurnResult> =>
  ask(
    turn,
    { ...draft, waitingFor: 'incident', changing: false, asked: [...draft.asked, 'incident'] },
    sameMatter(draft, turn.words),
  );

/** After something else was said: the question that is open, or the next one when that told what it asked for. */
export function goOnWith(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
  const step = stepOf(draft.waitingFor);
  if (hasAllInDanger(draft)) return goOn(turn, { ...draft, misses: 0 });
  const open = draft.changing || !step || step.waiting === 'photos' || !step.known(draft);
  return open && draft.waitingFor !== 'confirm' && draft.waitingFor !== 'change'
    ? askAgain(turn, { ...draft, misses: 0 })
    : goOn(turn, { ...draft, misses: 0 });
}

/** The open question once more. Two misunderstandings in a row offer choices, a third a person. */
export function askAgain(turn: Turn, left: Draft): Promise<DialogTurnResult> {
  const draft = pressed(left, turn.before);
  const story = toldInstead(draft);
  if (story) return goOn(turn, story);
  const { words } = turn;
  const prompt = promptOf(turn, draft);
  if (draft.misses === 0) return ask(turn, draft, prompt);
  const text = words(draft.misses > 2 ? 'report.againPerson' : 'report.again', { question: prompt.text });
  const ways = (['skip', 'later'] as const)
    .map((each) => words(`choices.${each}`))
    .filter((each) => !prompt.options?.includes(each))
    .map((each) => ({ title: each, says: each }));
  const choices = draft.misses > 1 ? [...ways, personChoice(words)] : [];
  return ask(turn, draft, { ...prompt, text, choices });
}

export function skip(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
  if (draft.changing) return goOn(turn, { ...draft, ...draft.kept, changing: false, misses: 0 });
  const step = stepOf(draft.waitingFor);
  const skipped = step ? step.skip(draft) : { ...draft, waitingFor: null };
  if (skipped) return goOn(turn, { ...skipped, changing: false, misses: 0 });
  turn.lines.push(turn.words('report.cannotSkip'));
  const asked = draft.waitingFor ? [...draft.asked, draft.waitingFor] : draft.asked;
  return askAgain(turn, { ...draft, asked, misses: 0 });
}

/** To the question before this one, its answer forgotten. */
export function back(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
  const after = draft.waitingFor === 'confirm' || draft.waitingFor === 'change';
  const asked = after ? draft.asked : draft.asked.slice(0, -1);
  const before = stepOf(asked.at(-1) ?? null);
  if (!before) {
    turn.lines.push(turn.words('report.nothingBefore'));
    return askAgain(turn, { ...draft, misses: 0 });
  }
  const forgotten = forget(draft, before.waiting);
  return ask(
    turn,
    { ...forgotten, waitingFor: before.waiting, asked, misses: 0 },
    before.prompt(forgotten, turn),
  );
}

/** One part of the summary is to be told anew. */
export function change(turn: Turn, draft: Draft, part: Waiting): Promise<DialogTurnResult> {
  const step = stepOf(part);
  if (!step) return goOn(turn, draft);
  const cleared = Object.assign({}, blank(draft, part), {
    kept: keptOf(draft),
    waitingFor: part,
    changing: true,
    misses: 0,
  });
  return ask(turn, cleared, step.prompt(cleared, turn));
}

export function restart(turn: Turn, draft: Draft = EMPTY): Promise<DialogTurnResult> {
  forgetLeft(turn.scope);
  turn.lines.push(turn.words('report.restarted'));
  return goOn(turn, draft);
}

/** The summary is right. */
export async function fileIt(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
  const looked = await lookForSame(turn, draft);
  if (asksWhetherSame(draft, looked)) return askWhetherSame(turn, looked);
  const { scope, parts, context, words } = turn;
  const tied = looked.incident?.same
    ? await parts.incidents.join(looked.incident.codes, scope.question.at)
    : undefined;
  const ticket = await parts.file(reportOf(looked), scope.question, tied?.incident);
  for (const other of tied?.changed ?? []) scope.change(other);
  scope.file(ticket, !ticket.anonymous);
  forgetLeft(scope);
  await say(context, withTied(words('incident.joined'), tied !== undefined, filed(words, ticket)));
  return turn.dc.endDialog();
}

const withTied = (joined: string, tied: boolean, said: ReturnType<typeof filed>): ReturnType<typeof filed> =>
  tied ? { ...said, text: `${said.text ?? ''}\n\n${joined}` } : said;
