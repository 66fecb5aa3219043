import { TelegramError } from 'telegraf';
import type { Activity, Attachment } from '../../hotline/activity';
import type { Channel, Sent } from '../../hotline/channel';
import { Careful } from '../careful';
import { asShown } from '../staff-said';
import { wordsFor } from '../words-for';
import type { Calls } from './calls';
import { isPicture } from './from-activity';
import { markupOf } from './keyboards';
import type { TelegramOptions } from './options';
import { Pace } from './pace';
import { sentOf } from './refusals';

const UPLOAD_MS = 25_000;
const PROBE_MS = 5_000;

/** A file on its way out. */
interface Upload {
  source: Buffer;
  filename: string;
}

/** Carries messages to chats: one call each, so that each is known to be sent, or not, by itself. */
export class Sending {
  private readonly careful: Careful;

  constructor(
    private readonly calls: Calls,
    private readonly options: Pick<TelegramOptions, 'files' | 'words' | 'english' | 'messagesPerSecond'>,
  ) {
    const pace = new Pace(options.messagesPerSecond);
    this.careful = new Careful({ pace, isUp: () => this.isUp() });
  }

  ready: NonNullable<Channel['ready']> = () => this.careful.ready();

  deliver: Channel['deliver'] = (address, message, by) => {
    const said = asShown(message, by, this.options);
    return this.careful.call(() => this.send(address, said).catch(sentOf));
  };

  private isUp(): Promise<boolean> {
    return this.calls.call('getMe', {}, PROBE_MS).then(
      () => true,
      (error: unknown) => error instanceof TelegramError && error.code < 500,
    );
  }

  private async send(chat_id: string, message: Activity): Promise<Sent> {
    const { attachments = [] } = message;
    if (message.type === 'typing') return this.typing(chat_id);
    if (message.type !== 'message') return { result: 'dead', reason: `cannot be shown: ${message.type}` };
    const [file, ...others] = attachments;
    if (!file) return this.text(chat_id, message);
    return others.length > 0 ? this.album(chat_id, attachments) : this.file(chat_id, message, file);
  }

  private async typing(chat_id: string): Promise<Sent> {
    await this.calls.call('sendChatAction', { chat_id, action: 'typing' });
    return { result: 'sent' };
  }

  private async text(chat_id: string, message: Activity): Promise<Sent> {
    const { message_id } = await this.calls.call('sendMessage', {
      chat_id,
      text: message.text ?? '',
      link_preview_options: { is_disabled: true },
      reply_markup: this.markup(message),
    });
    return { result: 'sent', channelMessageId: String(message_id) };
  }

  private async file(chat_id: string, message: Activity, file: Attachment): Promise<Sent> {
    const upload = await this.read(file);
    if (!upload) return GONE;
    const about = { chat_id, caption: message.text ?? '', reply_markup: this.markup(message) };
    const { message_id } = isPicture(file)
      ? await this.calls.call('sendPhoto', { ...about, photo: upload }, UPLOAD_MS)
      : await this.calls.call('sendDocument', { ...about, document: upload }, UPLOAD_MS);
    return { result: 'sent', channelMessageId: String(message_id) };
  }

  private async album(chat_id: string, files: readonly Attachment[]): Promise<Sent> {
    const uploads = (await Promise.all(files.map((file) => this.read(file)))).filter(
      (each) => each !== undefined,
    );
    if (uploads.length === 0) return GONE;
    const media = uploads.map((upload) => ({ type: 'photo' as const, media: upload }));
    const [first] = await this.calls.call('sendMediaGroup', { chat_id, media }, UPLOAD_MS);
    return { result: 'sent', ...(first && { channelMessageId: String(first.message_id) }) };
  }

  /** The copy to show, without what it tells of place and camera, where there is one. */
  private async read({ fileId = '', name = 'tep' }: Attachment): Promise<Upload | undefined> {
    const { files } = this.options;
    const file = await files.find(fileId);
    const opened = file && (await files.open(fileId, file.display ? 'display' : 'original'));
    if (!opened) return undefined;
    const pieces: Buffer[] = [];
    for await (const piece of opened.stream) pieces.push(Buffer.from(piece));
    return { source: Buffer.concat(pieces), filename: name.replace(/["\r\n]/g, '_') };
  }

  private markup(message: Activity) {
    return markupOf(message, wordsFor(message, this.options));
  }
}

const GONE: Sent = { result: 'dead', reason: 'the file is not there any more' };
