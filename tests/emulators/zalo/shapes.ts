/** What a webhook brings. All ids and times are strings. */
export interface ZaloEvent {
  event_name: string;
  app_id: string;
  timestamp: string;
  user_id_by_app?: string;
  oa_id?: string;
  sender?: { id: string };
  recipient?: { id: string };
  follower?: { id: string };
  source?: string;
  info?: SharedInfo;
  message?: EventMessage;
}

export interface EventMessage {
  msg_id?: string;
  msg_ids?: string[];
  text?: string;
  quote_msg_id?: string;
  conversation_id?: string;
  delivery_time?: string;
  tracking_id?: string;
  attachments?: EventAttachment[];
}

export interface EventAttachment {
  type: string;
  payload: Record<string, unknown>;
}

/** What a person shares on the card that asks for it. */
export interface SharedInfo {
  name: string;
  phone: string;
  address?: string;
  ward?: string;
  district?: string;
  city?: string;
}

export interface Button {
  type: string;
  title: string;
  payload: unknown;
}

/** What is shown beside or instead of a text. */
export type Shown =
  | { kind: 'image' | 'gif' | 'video' | 'audio' | 'file'; url: string; name: string; size: number }
  | { kind: 'sticker'; url: string }
  | { kind: 'location'; latitude: number; longitude: number }
  | { kind: 'link'; url: string; description: string }
  | { kind: 'card'; name: string; phone: string }
  | { kind: 'requestInfo'; title: string; subtitle: string; imageUrl: string }
  | { kind: 'template'; templateId: string };

/** A message as it stands on a phone. */
export interface Message {
  id: string;
  by: 'person' | 'oa';
  at: number;
  text: string;
  shown?: Shown;
  buttons?: readonly Button[];
  quoted?: Message;
  seen: boolean;
}
