import type { TurnContext } from 'botbuilder-core';
import { Dialog, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Ticket } from '../../../hotline/ticket/ticket';
import { keyOf } from '../../../nlp/fold';
import type { Heard } from '../../hear';
import { looksForIt } from '../../looks-for-it';
import { message, type Prompt } from '../../replies/prompt';
import { withWaiting } from '../../person/still-waiting';
import { say } from '../../say';
import { TurnScope } from '../../turn-scope';
import type { Words } from '../../words';
import { inOrder } from '../follow-up/amid';
import { chosenOf, kindOf, list, namedAmong, SHOWN } from '../follow-up/list';
import { ticketSpokenOf } from '../follow-up/spoken-of';
import type { OwnReports } from '../own-reports';
import { isDanger } from '../report/told/absorb';
import { takesBack, tellsInstead, wantsToAdd } from './withdrawing';
import { keeps, type Wish, wantsBack } from './wish';

/** Dialog id. */
export const OWN_REPORT = 'own-report';

interface Progress extends Wish {
  /** Of this one; absent: still to be chosen from those. */
  code?: string;
  offered?: string[];
  /** What is to be added, once it is known to which. */
  words?: string;
  /** It was asked once more already. */
  again?: true;
}

/** A report that was sent is added to, or taken back: which one, then what, or whether really. */
export class OwnReportDialog extends Dialog {
  constructor(private readonly own: OwnReports) {
    super(OWN_REPORT);
  }

  /** @param options the wish, as `wishIn` read it */
  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const scope = TurnScope.of(dc.context);
    const wish = { wants: 'add', ...options } as Wish;
    if (wish.wants === 'keep') return this.leave(dc, wish);
    const open = await this.own.openFor(scope, wish.wants);
    const { heard } = scope;
    const wanted =
      heard.understood.ticketCodes[0] ?? namedAmong(heard, open)?.code ?? ticketSpokenOf(scope)?.code;
    const ticket = open.find(({ code }) => code === wanted) ?? onlyOne(open) ?? (wish.tells && askedBy(open));
    if (ticket) return this.of(dc, ticket, wish, wish.tells && scope.heard.text);
    if (open.length === 0) return this.refuse(dc, wish);
    const shown = open.slice(0, SHOWN);
    await say(dc.context, askWhich(scope.words, wish, shown, open.length));
    const words = wish.tells ? { words: scope.heard.text } : {};
    return wait(dc, { ...wish, ...words, offered: shown.map(({ code }) => code) });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const scope = TurnScope.of(dc.context);
    const progress = progressOf(dc.activeDialog);
    const { heard } = scope;
    if (isOver(heard.control) && heard.files.length === 0) return this.leave(dc, progress);
    if (progress.code === undefined) return this.choose(dc, progress);
    const [ticket] = await this.own.find([progress.code]);
    if (!ticket) return this.leave(dc, progress);
    if (progress.wants === 'withdraw') return this.decide(dc, ticket, progress);
    if (looksForIt(heard.key) && heard.files.length === 0) return this.waitOn(dc, progress);
    return wantsBack(heard)
      ? this.of(dc, ticket, { wants: 'withdraw' }, undefined)
      : this.add(dc, ticket, heard.text);
  }

  /** What is to be added tells more of the same matter, danger too: no other report begins. */
  isAnswer(dialogs: DialogContext, heard: Heard): boolean {
    const { code, wants } = progressOf(dialogs.activeDialog);
    return code !== undefined && wants === 'add' && (isDanger(heard) || heard.intent.startsWith('report.'));
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { words } = TurnScope.of(context);
    const { code = '', wants, offered, ...rest } = progressOf(instance);
    if (offered && code === '') {
      const tickets = inOrder(offered, await this.own.find(offered));
      return say(context, askWhich(words, { ...rest, wants }, tickets, tickets.length));
    }
    const [ticket] = await this.own.find([code]);
    if (ticket)
      await say(context, message(wants === 'add' ? askMore(words, ticket) : askWhether(words, ticket)));
  }

  private async of(
    dc: DialogContext,
    ticket: Ticket,
    wish: Wish,
    text: string | undefined | false,
  ): Promise<DialogTurnResult> {
    const { words } = TurnScope.of(dc.context);
    if (wish.wants === 'add' && text) return this.add(dc, ticket, text);
    const prompt = wish.wants === 'add' ? askMore(words, ticket) : askWhether(words, ticket);
    await say(dc.context, message(prompt));
    return wait(dc, { wants: wish.wants, code: ticket.code });
  }

  private async choose(dc: DialogContext, progress: Progress): Promise<DialogTurnResult> {
    const { heard, words } = TurnScope.of(dc.context);
    const { offered = [] } = progress;
    const tickets = inOrder(offered, await this.own.find(offered));
    const chosen = chosenOf(heard, { tickets, from: 0, total: tickets.length });
    if (chosen) return this.of(dc, chosen, progress, progress.words);
    if (progress.again) return this.leave(dc, progress);
    await say(dc.context, askWhich(words, progress, tickets, tickets.length));
    return wait(dc, { ...progress, again: true });
  }

  private async add(dc: DialogContext, ticket: Ticket, text: string): Promise<DialogTurnResult> {
    const { heard, words } = TurnScope.of(dc.context);
    if (isDanger(heard)) await say(dc.context, message({ text: words('emergency') }));
    await this.own.addTo(dc.context, ticket, text);
    return dc.endDialog();
  }

  /** Taken back only after a yes; whatever else is said twice, it stays. */
  private async decide(dc: DialogContext, ticket: Ticket, progress: Progress): Promise<DialogTurnResult> {
    const { heard, words } = TurnScope.of(dc.context);
    if (heard.reply === 'yes' || heard.key === keyOf(words('follow.withdraw')) || takesBack(heard)) {
      await this.own.withdraw(dc.context, ticket);
      return dc.endDialog();
    }
    if (tellsInstead(heard)) {
      await this.own.addTo(dc.context, ticket, heard.text, 'follow.keptAdded');
      return dc.endDialog();
    }
    if (wantsToAdd(heard)) return this.of(dc, ticket, { wants: 'add' }, undefined);
    const isNo = heard.reply === 'no' || heard.key === keyOf(words('follow.keep')) || keeps(heard);
    if (isNo || progress.again) return this.leave(dc, progress);
    await say(dc.context, message(askWhether(words, ticket)));
    return wait(dc, { ...progress, again: true });
  }

  /** "Để tôi tìm ảnh đã" adds nothing yet. */
  private async waitOn(dc: DialogContext, progress: Progress): Promise<DialogTurnResult> {
    const { words } = TurnScope.of(dc.context);
    const options = [words('choices.cancel')];
    await say(dc.context, message({ text: words('report.takeTime'), ask: 'free_text', options }));
    return wait(dc, progress);
  }

  private async refuse(dc: DialogContext, { wants }: Wish): Promise<DialogTurnResult> {
    await this.own.refuse(dc.context, wants);
    return dc.endDialog();
  }

  private async leave(dc: DialogContext, { wants }: Progress): Promise<DialogTurnResult> {
    const { words } = TurnScope.of(dc.context);
    const text = words(wants === 'add' ? 'follow.nothingAdded' : 'follow.kept');
    await say(dc.context, message({ text: withWaiting(TurnScope.of(dc.context), text) }));
    return dc.endDialog();
  }
}

const onlyOne = ([first, ...others]: readonly Ticket[]): Ticket | undefined =>
  others.length === 0 ? first : undefined;

/** What is told may be the answer to a question of staff. */
const askedBy = (open: readonly Ticket[]): Ticket | undefined =>
  open.find(({ status }) => status === 'awaiting_citizen');

const isOver = (control: string | null): boolean => control !== null && control !== 'resume';

const askWhich = (words: Words, { wants }: Wish, tickets: readonly Ticket[], total: number) =>
  list(words, wants === 'add' ? 'follow.whichToAdd' : 'follow.whichToWithdraw', { tickets, total, from: 0 });

const askMore = (words: Words, { code }: Ticket): Prompt => ({
  text: words('follow.askMore', { code }),
  ask: 'free_text',
  options: [words('choices.cancel')],
});

const askWhether = (words: Words, ticket: Ticket): Prompt => ({
  text: words('follow.askWithdraw', { code: ticket.code, kind: kindOf(words, ticket) }),
  ask: 'choice',
  options: [words('follow.withdraw'), words('follow.keep')],
});

const progressOf = (instance: DialogInstance | undefined): Progress => ({
  wants: 'add',
  ...(instance?.state as object | undefined),
});

function wait(dc: DialogContext, progress: Progress): DialogTurnResult {
  if (dc.activeDialog) dc.activeDialog.state = progress;
  return Dialog.EndOfTurn;
}
