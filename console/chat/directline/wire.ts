/** An activity as Direct Line 3.0 sends it; only what this page reads. Nothing in it is trusted to be there. */
export interface WireActivity {
  id?: string;
  type: string;
  timestamp?: string;
  from?: { id?: string; name?: string; role?: string };
  text?: string;
  attachments?: WireAttachment[];
  entities?: { type: string; [property: string]: unknown }[];
  suggestedActions?: { actions?: WireAction[] };
  channelData?: {
    clientActivityID?: string;
    ticket?: { code?: string; secret?: string };
    [property: string]: unknown;
  };
  [property: string]: unknown;
}

export interface WireAttachment {
  contentType: string;
  contentUrl?: string;
  thumbnailUrl?: string;
  name?: string;
  size?: number;
  content?: unknown;
}

export interface WireAction {
  type?: string;
  title?: string;
  value?: unknown;
}

/** Activities up to and including `watermark`, an opaque string. */
export interface ActivitySet {
  activities: WireActivity[];
  watermark?: string;
}
