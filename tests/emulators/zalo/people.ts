import { kindOf, md5, type Stored } from './files';
import { Onlooker } from './onlooker';
import { type Message, type SharedInfo } from './shapes';
import { fromOa } from './showing';
import { fromPerson, laneOf, send, type Sent } from './telling';

interface SentFile {
  name: string;
  bytes: Buffer;
  mime?: string;
}

/** Somebody with a phone: what they do there; what they see is in `Onlooker`. */
export class Person extends Onlooker {
  async follows(source: 'oa_profile' | 'message_invite' | 'social_plugin' = 'oa_profile'): Promise<void> {
    this.account.follows = true;
    if (this.world.settings.followOpensWindow) this.account.interactedAt = this.world.clock.now();
    this.tellOfFollowing('follow', source);
  }

  /** From then on the OA may not write, until they write again themselves. */
  async unfollows(): Promise<void> {
    this.account.follows = false;
    this.account.interactedAt = undefined;
    this.tellOfFollowing('unfollow', 'oa_profile');
  }

  /** Wants no messages any more; nobody is told, the next one is refused with -244. */
  async restricts(yes = true): Promise<void> {
    this.account.restricts = yes;
    this.world.changed();
  }

  async says(text: string, { replyTo }: { replyTo?: Message } = {}): Promise<Message> {
    if (text.trim() === '') throw new Error('an empty text cannot be sent');
    return this.send({ what: 'text', text, ...(replyTo ? { quoted: replyTo } : {}) });
  }

  /** Pictures sent together come as messages of their own; Zalo keeps JPEG copies, here they stay as they are. */
  async sendsImage(bytes: Buffer, text?: string, name = 'anh.jpg'): Promise<Message> {
    const file = this.keep({ name, bytes, mime: kindOf(bytes) === 'png' ? 'image/png' : 'image/jpeg' });
    return this.send({ ...withPreview('image', file), ...(text === undefined ? {} : { text }) });
  }

  async sendsGif(bytes: Buffer): Promise<Message> {
    return this.send(withPreview('gif', this.keep({ name: 'anh.gif', bytes, mime: 'image/gif' })));
  }

  async sendsVideo({ name, bytes, mime = 'video/mp4' }: SentFile, description = ''): Promise<Message> {
    const file = this.keep({ name, bytes, mime });
    const payload = { url: file.url, thumbnail: file.url, description };
    return this.send({
      what: 'video',
      shown: shownFile('video', file),
      attachments: [{ type: 'video', payload }],
    });
  }

  async sendsAudio(bytes: Buffer): Promise<Message> {
    const file = this.keep({ name: 'ghi-am.amr', bytes, mime: 'audio/amr' });
    const attachments = [{ type: 'audio', payload: { url: file.url } }];
    return this.send({ what: 'audio', shown: shownFile('audio', file), attachments });
  }

  async sendsFile({ name, bytes, mime = 'application/octet-stream' }: SentFile): Promise<Message> {
    const file = this.keep({ name, bytes, mime });
    const type = name.split('.').at(-1) ?? '';
    const payload = { url: file.url, name, size: String(bytes.length), checksum: md5(bytes), type };
    return this.send({
      what: 'file',
      shown: shownFile('file', file),
      attachments: [{ type: 'file', payload }],
    });
  }

  async sendsSticker(id = '46a8ebd5f0911acf4380'): Promise<Message> {
    const url = `${this.world.root}/sticker/${id}`;
    return this.send({
      what: 'sticker',
      shown: { kind: 'sticker', url },
      attachments: [{ type: 'sticker', payload: { id, url } }],
    });
  }

  async sendsLocation(latitude: number, longitude: number): Promise<Message> {
    const coordinates = { latitude: String(latitude), longitude: String(longitude) };
    return this.send({
      what: 'location',
      shown: { kind: 'location', latitude, longitude },
      attachments: [{ type: 'location', payload: { coordinates } }],
    });
  }

  async sendsLink(url: string, description = ''): Promise<Message> {
    const payload = { url, description, thumbnail: `${this.world.root}/avatar.png` };
    return this.send({
      what: 'link',
      text: url,
      shown: { kind: 'link', url, description },
      attachments: [{ type: 'link', payload }],
    });
  }

  /** Of anybody in the address book. It comes as a link whose description is JSON. */
  async sendsBusinessCard({ name, phone }: { name: string; phone: string }): Promise<Message> {
    const description = JSON.stringify({ phone, qrCodeUrl: `${this.world.root}/avatar.png` });
    const payload = {
      thumbnail: `${this.world.root}/avatar.png`,
      description,
      url: `https://zalo.me/${phone}`,
    };
    return this.send({
      what: 'business_card',
      shown: { kind: 'card', name, phone },
      attachments: [{ type: 'link', payload }],
    });
  }

  /** Agrees on the card that asks for it. */
  async submitsInfo(info: SharedInfo): Promise<void> {
    if (!this.screen.some(({ shown }) => shown?.kind === 'requestInfo'))
      throw new Error(`${this.name} was not asked for name and phone`);
    this.account.shared = info;
    this.account.interactedAt = this.world.clock.now();
    this.tell('user_submit_info', { ...fromPerson(this.world, this.account), info });
  }

  /** Opens the chat: what the OA sent is seen. */
  async sees(): Promise<void> {
    const fresh = this.screen.filter(({ by, seen }) => by === 'oa' && !seen);
    if (fresh.length === 0) return;
    for (const message of fresh) message.seen = true;
    // Of those who are not signed in nobody is told.
    if (this.account.conversationId !== undefined) return;
    const msg_ids = fresh.map(({ id }) => id);
    this.tell('user_seen_message', { ...fromOa(this.world, this.account), message: { msg_ids } });
  }

  /** A button that says something, in the newest message that has it. */
  async presses(title: string): Promise<Message> {
    const all = [...this.screen].reverse().flatMap(({ buttons = [] }) => buttons);
    const button = all.find((each) => each.title === title);
    if (!button)
      throw new Error(`no such button: ${title}; there are: ${all.map((each) => each.title).join(', ')}`);
    if (!button.type.startsWith('oa.query.'))
      throw new Error('this button opens something; the OA does not hear of it');
    return this.send({
      what: 'text',
      text: String(button.payload),
      isHidden: button.type === 'oa.query.hide',
    });
  }

  private send(sent: Sent): Message {
    return send(this.world, this.account, sent);
  }

  private keep({ name, bytes, mime }: Required<SentFile>): Stored {
    return this.world.files.add(name, bytes, mime);
  }

  private tell(event_name: string, event: object): void {
    this.world.tell({ event_name, ...event }, laneOf(this.account));
  }

  private tellOfFollowing(event_name: 'follow' | 'unfollow', source: string): void {
    const { id, idByApp } = this.account;
    const { oaId: oa_id } = this.world.settings;
    this.tell(event_name, { oa_id, follower: { id }, user_id_by_app: idByApp, source });
  }
}

function withPreview(what: 'image' | 'gif', file: Stored): Sent {
  const payload = { url: file.url, thumbnail: file.url };
  return { what, shown: shownFile(what, file), attachments: [{ type: what, payload }] };
}

function shownFile(kind: 'image' | 'gif' | 'video' | 'audio' | 'file', { url, name, bytes }: Stored) {
  return { kind, url, name, size: bytes.length };
}
