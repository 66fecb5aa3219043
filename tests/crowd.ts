import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Citizen, STORY } from './citizen';
import { PHOTO } from './photo';
import type { Recorder } from './recorder';

/** Citizens who all talk at once: reports, some with a photo, and small talk in between; all of it is noted. */
export class Crowd {
  /** What went wrong with a citizen for good. */
  readonly troubles: string[] = [];
  private readonly talking: Promise<void>[] = [];
  private over = false;

  private constructor(
    private readonly citizens: Citizen[],
    private readonly recorder: Recorder,
    private readonly messagesPerSecond: number,
  ) {}

  static async gather(
    base: string,
    recorder: Recorder,
    { size, messagesPerSecond }: { size: number; messagesPerSecond: number },
  ): Promise<Crowd> {
    const citizens = await Promise.all(Array.from({ length: size }, () => Citizen.arrive(base)));
    return new Crowd(citizens, recorder, messagesPerSecond);
  }

  talk(): void {
    for (const citizen of this.citizens) {
      this.talking.push(this.talkAs(citizen).catch((error: Error) => void this.troubles.push(error.message)));
    }
  }

  /** Resolves when everybody has said the last word. */
  async silence(): Promise<void> {
    this.over = true;
    await Promise.all(this.talking);
  }

  private async talkAs(citizen: Citizen): Promise<void> {
    for (let story = 1; !this.over; story++) {
      await this.say(citizen, 'xin chào');
      await this.report(citizen, story % 3 === 0);
      await this.say(citizen, 'cảm ơn bạn');
      await citizen.readOn();
    }
  }

  private async report(citizen: Citizen, withPhoto: boolean): Promise<void> {
    const mark = `chuyện ${randomUUID()}`;
    await this.say(citizen, `${STORY}. Đây là ${mark}.`);
    if (withPhoto) await this.photo(citizen);
    await this.say(citizen, 'Ẩn danh');
    const id = await this.say(citizen, 'Đúng rồi');
    const told = await citizen.hears(
      ({ replyToId, channelData }) => replyToId === id && channelData?.ticket?.secret !== undefined,
      60_000,
    );
    this.recorder.ticketSeen(citizen, mark, told.channelData?.ticket?.code ?? '');
  }

  private async photo(citizen: Citizen): Promise<void> {
    const key = randomUUID();
    // Bytes after the end of a picture are kept with the original, so that each is another file.
    const bytes = Buffer.concat([PHOTO, Buffer.from(key)]);
    await this.recorder.say(citizen, { key, photo: { name: `${key}.png`, bytes } });
  }

  private async say(citizen: Citizen, text: string): Promise<string> {
    await pause((1000 * this.citizens.length * Math.random() * 2) / this.messagesPerSecond);
    return this.recorder.say(citizen, { key: randomUUID(), text });
  }
}
