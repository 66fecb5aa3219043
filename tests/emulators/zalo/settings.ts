import { HOUR, MINUTE } from './clock';

/** A ZBS template that may be sent when it is approved; its parameters with the longest value each may have. */
export interface Template {
  id: string;
  text: string;
  params: Readonly<Record<string, number>>;
  approved: boolean;
  /** Not between 22 and 6 o'clock. */
  promotion?: boolean;
}

/** How webhooks are signed. The sources differ, so each part can be otherwise. */
export interface Signing {
  /** Of the body, or a time of its own in the header X-ZEvent-Timestamp. */
  timestamp: 'body' | 'header';
  /** The "OA Secret Key" of the webhook page, or the app's secret. */
  secret: 'oa' | 'app';
  first: 'app_id' | 'oa_id';
}

/** How patiently a webhook is called, by the clock that can be moved. */
export interface Patience {
  answerWithinMs: number;
  /** Before each further try; after the last one the event is lost. */
  waitsMs: readonly number[];
}

/** As the real one is said to do it. */
export const REAL_PATIENCE: Patience = {
  answerWithinMs: 2000,
  waitsMs: [30_000, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR],
};

/** For tests: quick to come again, and never in a hurry on a slow machine. */
export const QUICK_PATIENCE: Patience = { answerWithinMs: 60_000, waitsMs: [20, 40, 80, 160, 320] };

export interface Settings {
  appId: string;
  appSecret: string;
  oaSecret: string;
  oaId: string;
  oaName: string;
  /** Of the consent that was given before the story begins. */
  refreshToken: string;
  /** Saved in the developers' console: where consent leads back to, and the one challenge. */
  callbackUrl: string | undefined;
  codeChallenge: string | undefined;
  /** Consent by links that bring a callback and a challenge of their own; otherwise -14003. */
  ownConsentLinks: boolean;
  /** Whether errors of the token endpoint carry their number. */
  oauthErrors: 'numbered' | 'named';
  signing: Signing;
  /** Letters beyond ASCII as \uXXXX and slashes as \/, the way other JSON writers do it. */
  escapedBodies: boolean;
  /** Templates with buttons and lists, which no page of v3 documents; otherwise -233. */
  buttons: boolean;
  csvFiles: boolean;
  /** Whether to follow is enough to be written to. */
  followOpensWindow: boolean;
  /** `oa_send_…` and `user_received_message` for what the OA sends. */
  receipts: boolean;
  /** After the last try of an event the webhook is switched off. */
  webhookEndsAfterLoss: boolean;
  patience: Patience;
  requestsPerMinute: number;
  uploadsPerMonth: number;
  /** Messages beyond 48 hours that are paid for. */
  billedMessages: number;
  templates: readonly Template[];
}

export const DEFAULTS: Omit<Settings, 'appId' | 'appSecret' | 'oaSecret' | 'oaId' | 'refreshToken'> = {
  oaName: 'Đường dây nóng Xanh',
  callbackUrl: undefined,
  codeChallenge: undefined,
  ownConsentLinks: false,
  oauthErrors: 'numbered',
  signing: { timestamp: 'body', secret: 'oa', first: 'app_id' },
  escapedBodies: false,
  buttons: false,
  csvFiles: false,
  followOpensWindow: true,
  receipts: true,
  webhookEndsAfterLoss: false,
  patience: QUICK_PATIENCE,
  requestsPerMinute: 4000,
  uploadsPerMonth: 5000,
  billedMessages: 1000,
  templates: [],
};
