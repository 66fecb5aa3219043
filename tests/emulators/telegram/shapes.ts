/** What goes over the wire, named as the Bot API names it; only what the emulator makes. */

export interface User {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
}

export interface Chat {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  title?: string;
  first_name?: string;
  last_name?: string;
  username?: string;
}

export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
}

export interface FileRef {
  file_id: string;
  file_unique_id: string;
  file_size: number;
}

export interface PhotoSize extends FileRef {
  width: number;
  height: number;
}

export interface NamedFile extends FileRef {
  file_name?: string;
  mime_type?: string;
}

export interface Voice extends FileRef {
  duration: number;
  mime_type?: string;
}

export interface Video extends NamedFile {
  width: number;
  height: number;
  duration: number;
}

export interface Location {
  latitude: number;
  longitude: number;
  horizontal_accuracy?: number;
  /** Seconds for which it is followed; only on a live location. */
  live_period?: number;
}

export interface Contact {
  phone_number: string;
  first_name: string;
  last_name?: string;
  /** Only when the phone's owner is known to be on Telegram. */
  user_id?: number;
}

export interface InlineButton {
  text: string;
  callback_data?: string;
  url?: string;
}

export interface InlineKeyboard {
  inline_keyboard: InlineButton[][];
}

export interface ReplyButton {
  text: string;
  request_contact?: boolean;
  request_location?: boolean;
}

export interface ReplyKeyboard {
  keyboard: ReplyButton[][];
  one_time_keyboard?: boolean;
  resize_keyboard?: boolean;
  is_persistent?: boolean;
  input_field_placeholder?: string;
}

export interface Message {
  message_id: number;
  from: User;
  chat: Chat;
  date: number;
  edit_date?: number;
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  media_group_id?: string;
  photo?: PhotoSize[];
  document?: NamedFile;
  video?: Video;
  voice?: Voice;
  location?: Location;
  contact?: Contact;
  reply_to_message?: Message;
  reply_markup?: InlineKeyboard;
  new_chat_members?: User[];
  left_chat_member?: User;
}

export interface CallbackQuery {
  id: string;
  from: User;
  message: Message;
  chat_instance: string;
  data: string;
}

export interface MemberChange {
  chat: Chat;
  from: User;
  date: number;
  old_chat_member: { user: User; status: string };
  new_chat_member: { user: User; status: string };
}

export interface Update {
  update_id: number;
  message?: Message;
  edited_message?: Message;
  callback_query?: CallbackQuery;
  my_chat_member?: MemberChange;
}

export type UpdateKind = Exclude<keyof Update, 'update_id'>;
