import { Answers } from './answers';
import type { Chance } from './chance';
import type { Goal } from './goal';
import type { Heard, Line, Said } from './line';

/** What became of one citizen's report, as they saw it. */
export interface Outcome {
  goal: Goal;
  code: string | null;
  secret: string | null;
  /** Each prompt of a report before the ticket, the summary left out. */
  asks: readonly string[];
  messages: number;
  /** Their own words that belong in the report, in order. */
  words: readonly string[];
  /** What they told that must be found again. */
  told: { time: string | null; source: string | null; photos: number };
  cancelled: boolean;
  /** Were the numbers given in the answer to the first word of danger? */
  warned: boolean;
  /** What went wrong on the way. */
  troubles: readonly string[];
  transcript: readonly string[];
}

/** So many messages, and the citizen has given up. */
const PATIENCE = 28;

/** The question that is open, and its buttons. */
type Question = Pick<Heard, 'options'> & { ask: string };

/** A made-up citizen who wants one thing and answers by what is asked, never by the text. */
export class MadeUpCitizen {
  private answers: Answers;
  private readonly transcript: string[] = [];
  private readonly asks: string[] = [];
  private readonly troubles: string[] = [];
  private messages = 0;
  private prompts = 0;
  private digressed = 0;
  private wentAway = false;
  private beganAnew = false;
  private angry = false;
  private warned = false;

  constructor(
    private readonly goal: Goal,
    private readonly line: Line,
    private readonly chance: Chance,
  ) {
    this.answers = new Answers(goal, chance);
  }

  async report(): Promise<Outcome> {
    let heard = await this.open();
    let open = this.questionOf(heard);
    while (!heard.ticket) {
      if (this.messages >= PATIENCE) return this.outcome(heard, 'gave up');
      if (!open) return this.outcome(heard, 'left without a question');
      if (this.cancelsAt(open)) return this.cancel();
      heard = await this.next(open);
      open = heard.ticket ? open : this.questionOf(heard, open);
    }
    const { thanks } = this.goal.manner;
    if (thanks !== undefined) await this.say([{ text: this.goal.types.talk(thanks) }]);
    return this.outcome(heard);
  }

  private async open(): Promise<Heard> {
    const { manner, types } = this.goal;
    if (manner.opening === 'greet')
      await this.say([{ text: types.talk(this.chance.oneOf(this.goal.says.greet)) }]);
    const heard = await this.say(this.answers.opening());
    this.warned = heard.texts.some((text) => /\b11[345]\b/.test(text));
    return heard;
  }

  /** What is open now: what the answer asks, or what was open before when it asks nothing. */
  private questionOf({ ask, options, handoff }: Heard, before?: Question): Question | undefined {
    if (ask !== null) return { ask, options };
    if (before && handoff === null) this.troubles.push(`the question was lost: ${before.ask}`);
    return before;
  }

  private cancelsAt({ ask }: Question): boolean {
    const { cancel } = this.goal.manner;
    return cancel !== undefined && (this.prompts + 1 >= cancel.at || ask === 'confirm');
  }

  private async cancel(): Promise<Outcome> {
    const { manner, types } = this.goal;
    const heard = await this.say([{ text: types.talk(manner.cancel?.says ?? '') }]);
    if (heard.ask !== null) this.troubles.push(`asked on after it was cancelled: ${heard.ask}`);
    return { ...this.outcome(heard), cancelled: true };
  }

  private async next(question: Question): Promise<Heard> {
    const { ask } = question;
    const aside = this.aside(ask);
    if (aside) return aside;
    this.prompts++;
    if (ask !== 'confirm' && ask !== 'choice') this.asks.push(ask);
    return this.say(this.answers.to(ask, question.options));
  }

  /** What they say or do instead of an answer, if it is time for that. */
  private aside(ask: string): Promise<Heard> | undefined {
    const { manner, types, says } = this.goal;
    const isDue = (at: number): boolean => this.prompts + 1 >= at || ask === 'confirm';
    const digression = manner.digressions[this.digressed];
    if (digression && isDue(digression.at)) {
      this.digressed++;
      return this.saidBeside(ask, types.talk(digression.says));
    }
    const { something } = this.answers.told;
    if (manner.later && !this.wentAway && isDue(manner.later.at) && something) return this.goAway();
    if (manner.restart && !this.beganAnew && isDue(manner.restart.at) && something)
      return this.beginAnew(types.talk(manner.restart.says));
    if (manner.temper !== 'angry' || this.angry || this.prompts !== 1) return undefined;
    this.angry = true;
    return this.saidBeside(ask, types.talk(this.chance.oneOf(says.anger)));
  }

  /** It is no answer: the same must be asked once more. */
  private async saidBeside(ask: string, text: string): Promise<Heard> {
    const heard = await this.say([{ text }]);
    if (heard.ask !== ask)
      this.troubles.push(`"${text}" was taken for an answer to ${ask}: ${heard.ask ?? 'nothing asked'}`);
    return heard;
  }

  private async goAway(): Promise<Heard> {
    const { manner, types } = this.goal;
    this.wentAway = true;
    const heard = await this.say([{ text: types.talk(manner.later?.says ?? '') }]);
    if (heard.ask !== null) this.troubles.push(`asked on when they wanted to go on later: ${heard.ask}`);
    return this.say([{ text: types.talk(manner.later?.back ?? '') }]);
  }

  /** All they told is forgotten. */
  private async beginAnew(text: string): Promise<Heard> {
    this.beganAnew = true;
    this.answers = new Answers(this.goal, this.chance);
    return this.say([{ text }]);
  }

  private async say(messages: readonly Said[]): Promise<Heard> {
    this.messages += messages.length;
    for (const { text, photo, point } of messages)
      this.transcript.push(
        `– ${[text, photo && '[photo]', point && '[position]'].filter(Boolean).join(' ')}`,
      );
    const heard = await this.line.say(messages);
    for (const text of heard.texts) this.transcript.push(`    ${text.replace(/\n/g, '\n    ')}`);
    if (heard.ask) this.transcript.push(`    [${[heard.ask, ...heard.options].join(' | ')}]`);
    return heard;
  }

  private outcome({ ticket }: Heard, trouble?: string): Outcome {
    const { goal, asks, messages, warned, transcript, answers } = this;
    const { words, time, source, photos } = answers.told;
    return {
      ...{ goal, asks, messages, warned, transcript, words, cancelled: false },
      told: { time, source, photos },
      code: ticket?.code ?? null,
      secret: ticket?.secret ?? null,
      troubles: trouble === undefined ? this.troubles : [...this.troubles, trouble],
    };
  }
}
