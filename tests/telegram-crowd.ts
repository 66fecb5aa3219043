import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Db, Document } from 'mongodb';
import { STORY } from './citizen';
import type { TelegramEmulator } from './emulators/telegram/emulator';
import type { Person } from './emulators/telegram/people';
import { PHOTO } from './photo';
import type { Findings } from './recorder';

/** A reply that may take as long as the system needs to be up again and to go on with what was left. */
const PATIENCE_MS = 90_000;

/** What one citizen said, and was told. */
interface Story {
  person: Person;
  said: string[];
  photos: number;
  codes: string[];
  /** What it ended with, when it ended for good. */
  trouble?: string;
}

/** Citizens who talk at once over Telegram; what they said and were told is compared with what the system holds. */
export class TelegramCrowd {
  private readonly talking: Promise<void>[] = [];
  private readonly stories: Story[];
  private over = false;

  constructor(telegram: TelegramEmulator, size: number) {
    this.stories = Array.from({ length: size }, (_, n) => ({
      person: telegram.person({ first_name: `Người dân ${n}` }),
      ...{ said: [], photos: 0, codes: [] },
    }));
  }

  talk(): void {
    for (const story of this.stories)
      this.talking.push(this.talkAs(story).catch((error: Error) => void (story.trouble = error.message)));
  }

  /** Resolves when so many messages were said. */
  async hasSaid(messages: number): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; this.counts.messages < messages; await pause(10))
      if (Date.now() > until) throw new Error(`only ${this.counts.messages} messages were said`);
  }

  /** Resolves when everybody has said the last word. */
  async silence(): Promise<void> {
    this.over = true;
    await Promise.all(this.talking);
  }

  /** What went wrong with citizens for good. */
  get troubles(): string[] {
    return this.stories.flatMap(({ trouble }) => trouble ?? []);
  }

  get counts() {
    const sum = (of: (story: Story) => number) => this.stories.reduce((all, each) => all + of(each), 0);
    return {
      messages: sum(({ said, photos }) => said.length + photos),
      photos: sum(({ photos }) => photos),
      tickets: sum(({ codes }) => codes.length),
    };
  }

  /**
   * Every message once in the log, every file at its message, every ticket once; answers seen twice, or waited for in
   * vain, only if marked.
   */
  async compare(db: Db): Promise<Findings & { marked: number }> {
    const turns = await db.collection('turns').find().sort({ _id: 1 }).toArray();
    const findings = { missing: [], doubled: [], wrong: [], marked: 0 } as Findings & { marked: number };
    for (const story of this.stories) this.compareOne(story, turns, findings);
    const filed = (await db.collection('tickets').find().toArray()).map(({ code }) => String(code));
    const told = this.stories.flatMap(({ codes }) => codes);
    for (const code of told) if (!filed.includes(code)) findings.missing.push(`ticket ${code}`);
    if (new Set(told).size !== told.length) findings.doubled.push('a ticket was told of to two citizens');
    return findings;
  }

  private async talkAs(story: Story): Promise<void> {
    const { person } = story;
    await person.starts();
    await person.hears(() => true, PATIENCE_MS);
    for (let round = 1; !this.over; round++) {
      const mark = `chuyện ${randomUUID()}`;
      await this.ask(story, `${STORY}. Đây là ${mark}.`, /Ẩn danh|ẩn danh/);
      if (round % 2 === 0) await this.photo(story);
      await this.ask(story, 'Ẩn danh', 'đã đúng chưa');
      const filed = await this.ask(story, 'Đúng rồi', 'Mã phản ánh');
      story.codes.push(/XH-\d{4}-\d{6}/.exec(filed)?.[0] ?? 'none');
      await this.ask(story, 'cảm ơn bạn', /./);
      await pause(Math.random() * 100);
    }
  }

  private async ask({ person, said }: Story, text: string, answer: string | RegExp): Promise<string> {
    said.push(text);
    await person.says(text);
    return (await person.hears(answer, PATIENCE_MS)).text ?? '';
  }

  private async photo(story: Story): Promise<void> {
    story.photos += 1;
    await story.person.sendsPhoto(Buffer.concat([PHOTO, Buffer.from(randomUUID())]));
    await story.person.hears('đã nhận', PATIENCE_MS);
  }

  private compareOne(
    { person, said, photos, trouble }: Story,
    turns: readonly Document[],
    findings: Findings & { marked: number },
  ) {
    const own = turns.filter((turn) => turn.conversation === this.conversationOf(said, turns));
    const name = person.user.first_name;
    const texts = own.flatMap(({ in: heard }) => (heard?.text ? [String(heard.text)] : []));
    if (texts.join('\n') !== said.join('\n')) findings.wrong.push(`${name}: other words, or another order`);
    const files = own.flatMap(({ in: heard }) => (heard?.attachments ?? []) as { fileId?: string }[]);
    if (files.length !== photos || files.some(({ fileId }) => !fileId))
      findings.missing.push(`${name}: a photo`);
    if (own.at(-1)?.state.held) findings.missing.push(`${name}: the last words are not answered`);
    const out = own.flatMap((turn) => turn.out as Document[]);
    const doubts = out.filter(({ delivery }) => (delivery?.doubts ?? 0) > 0).length;
    findings.marked += doubts;
    if (out.some(({ delivery }) => delivery?.state !== 'sent' && delivery?.state !== 'uncertain'))
      findings.missing.push(`${name}: an answer was not delivered`);
    // A call that two processes died under is left as it is: nobody knows whether it went out.
    const isLeft = out.some(({ delivery }) => delivery?.state === 'uncertain');
    if (trouble !== undefined && !isLeft) findings.wrong.push(`${name}: ${trouble}`);
    const heard = person.screen.messages.filter(({ from }) => from.is_bot).length;
    if (heard < out.length - doubts)
      findings.missing.push(`${name}: heard ${heard} of ${out.length} answers`);
    if (heard > out.length + doubts)
      findings.doubled.push(`${name}: heard ${heard} for ${out.length} answers`);
  }

  /** The log does not know who it is: the first story tells. */
  private conversationOf([first]: readonly string[], turns: readonly Document[]): string {
    return String(turns.find(({ in: heard }) => heard?.text === first)?.conversation);
  }
}

/** Nothing waits any more to be fetched or delivered. */
export async function allSettled(db: Db, patienceMs = 60_000): Promise<void> {
  const waiting = {
    $or: ['effectsAt', 'deliverAfter'].map((field) => ({ [field]: { $exists: true } })),
  };
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(100))
    if ((await db.collection('turns').countDocuments(waiting)) === 0) return;
  const [left] = await db.collection('turns').find(waiting).limit(1).toArray();
  const about = {
    at: left?.at,
    effectsAt: left?.effectsAt,
    deliverAfter: left?.deliverAfter,
    cause: left?.cause,
  };
  throw new Error(`still waiting at ${new Date().toISOString()}: ${JSON.stringify([about, left?.out])}`);
}
