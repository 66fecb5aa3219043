import type { Activity, Attachment, CardAction } from '../../hotline/activity';
import type { Channel, News, Sent } from '../../hotline/channel';
import { Careful } from '../careful';
import { asShown } from '../staff-said';
import { wordsFor } from '../words-for';
import { type Calls, Refused } from './calls';
import { CONTACT_CARD, withNumbers } from './from-activity';
import { recipientOf } from './id';
import type { ZaloOptions } from './options';
import { sentOf, troubleOf } from './refusals';
import { type Shown, Uploads } from './uploads';

const PROBE_MS = 5_000;
const CONSULTATION = '/v3.0/oa/message/cs';
const TEMPLATE = '/v3.0/oa/message/template';
const UNKNOWN_KIND = -233;
const EXPIRED = -100;
const OUT_OF_QUOTA = -211;

/** Carries messages to accounts: one call each, so that each is known to be sent, or not, by itself. */
export class Sending {
  private readonly uploads: Uploads;
  private readonly careful: Careful;
  /** Zalo has said that it knows no buttons. */
  private withoutButtons: boolean;

  constructor(
    private readonly calls: Calls,
    private readonly options: ZaloOptions,
  ) {
    this.uploads = new Uploads(calls, options.files);
    this.careful = new Careful({ pace: calls.pace, isUp: () => this.isUp() });
    this.withoutButtons = !options.buttons;
  }

  ready: NonNullable<Channel['ready']> = () => this.careful.ready();

  deliver: Channel['deliver'] = (address, message, by) => {
    const said = asShown(message, by, this.options);
    return this.carefully(() => this.send(address, said));
  };

  /** Needs no open window: an approved template, with the report's code and how it stands. */
  async announce(address: string, news: News): Promise<Sent> {
    const { template } = this.options;
    if (!template) return { result: 'dead', reason: 'no template' };
    const held = await this.ready();
    if (held) return held;
    const words = wordsFor({ locale: news.language ?? 'vi' }, this.options);
    const state = news.status === undefined ? words('zalo.newAnswer') : words(`status.${news.status}`);
    const template_data = { [template.code]: news.code, [template.state]: state };
    const body = { ...recipientOf(address), template_id: template.id, template_data };
    return this.carefully(async () =>
      sent(await this.calls.post(TEMPLATE, body).catch(this.templateRefused)),
    );
  }

  /** Nobody else would notice: the messages themselves wait as they would without a template. */
  private readonly templateRefused = (error: unknown): never => {
    if (error instanceof Refused) this.options.log.warn({ code: error.code }, 'zalo refused the template');
    throw error;
  };

  /** What goes wrong with the OA itself is told to operators. */
  private carefully(work: () => Promise<Sent>): Promise<Sent> {
    return this.careful.call(async () => {
      try {
        const done = await work();
        this.options.line?.up();
        return done;
      } catch (error) {
        return this.failed(error);
      }
    });
  }

  private failed(error: unknown): Sent {
    const trouble = troubleOf(error);
    if (trouble !== undefined) this.options.line?.down(trouble);
    // Within 48 hours messages are free without limit: what is used up is what was paid for beyond.
    if (this.options.billed && error instanceof Refused && error.code === OUT_OF_QUOTA)
      return { result: 'closed', reason: `Zalo ${OUT_OF_QUOTA}` };
    return sentOf(error);
  }

  private isUp(): Promise<boolean> {
    return this.calls.get('/v2.0/oa/getoa', PROBE_MS).then(
      () => true,
      (error: unknown) => error instanceof Refused,
    );
  }

  private async send(address: string, message: Activity): Promise<Sent> {
    if (message.type !== 'message') return { result: 'dead', reason: `cannot be shown: ${message.type}` };
    const [file] = message.attachments ?? [];
    if (file?.contentType === CONTACT_CARD) return this.say(address, contactCard(file, this.options));
    if (file) return this.file(address, message, file);
    const actions = message.suggestedActions?.actions ?? [];
    return actions.length > 0 ? this.choices(address, message, actions) : this.text(address, message);
  }

  private text(address: string, { text = '' }: Activity): Promise<Sent> {
    return this.say(address, { text });
  }

  /** As buttons, unless Zalo knows none. */
  private async choices(address: string, message: Activity, actions: readonly CardAction[]): Promise<Sent> {
    const { text = '' } = message;
    const asText = () => this.text(address, withNumbers(message, this.options));
    if (this.withoutButtons) return asText();
    try {
      return await this.say(
        address,
        template({ template_type: 'button', text, buttons: actions.map(button) }),
      );
    } catch (error) {
      if (!(error instanceof Refused && error.code === UNKNOWN_KIND)) throw error;
      this.withoutButtons = true;
      this.options.log.warn({ code: UNKNOWN_KIND }, 'zalo knows no buttons: options are numbered');
      return asText();
    }
  }

  private async file(address: string, message: Activity, file: Attachment): Promise<Sent> {
    const { text = '' } = message;
    const shown = await this.uploads.of(file);
    if (!shown) return this.unshowable(address, message, file);
    const attachment =
      shown.kind === 'file'
        ? { attachment: { type: 'file', payload: { token: shown.token } } }
        : picture(shown);
    try {
      return await this.say(address, { ...(text && { text }), ...attachment });
    } catch (error) {
      if (!(error instanceof Refused && error.code === EXPIRED)) throw error;
      this.uploads.forget(file);
      return { result: 'failed', reason: `Zalo ${EXPIRED}` };
    }
  }

  /** Told in words, so that nobody waits for it. */
  private unshowable(address: string, message: Activity, { name = '' }: Attachment): Promise<Sent> {
    const told = wordsFor(message, this.options)('channels.cannotShow', { name });
    return this.text(address, { ...message, text: [message.text, told].filter(Boolean).join('\n') });
  }

  private async say(address: string, message: object): Promise<Sent> {
    return sent(await this.calls.post(CONSULTATION, { recipient: recipientOf(address), message }));
  }
}

function sent(data: unknown): Sent {
  const { message_id, msg_id } = (data ?? {}) as Record<string, unknown>;
  const id = message_id ?? msg_id;
  return { result: 'sent', ...(typeof id === 'string' && id.length <= 200 && { channelMessageId: id }) };
}

const template = (payload: object) => ({ attachment: { type: 'template', payload } });

const picture = ({ kind, ...element }: Exclude<Shown, { kind: 'file' }>) =>
  template({ template_type: 'media', elements: [{ media_type: kind, ...element }] });

const button = ({ type, title, value }: CardAction) =>
  type === 'openUrl'
    ? { title, type: 'oa.open.url', payload: { url: value } }
    : { title, type: 'oa.query.show', payload: value };

function contactCard({ content }: Attachment, { publicUrl = '' }: ZaloOptions) {
  const { title, text } = content as { title: string; text: string };
  const element = { title, subtitle: text, image_url: `${publicUrl}/logo.png` };
  return template({ template_type: 'request_user_info', elements: [element] });
}
