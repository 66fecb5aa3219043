import type { LineWatch } from '../../hotline/channel';

/** Where the adapter tells what went wrong; never given texts, names, addresses or tokens. */
export interface Log {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface BotFrameworkOptions {
  /** The bot's registration; `tenantId` when it belongs to a single one. */
  app: { appId: string; password: string; tenantId?: string };
  /** Makes ids of conversations and seals references to files: 32 bytes, the same in every process. */
  secret: Buffer;
  /** What groups are told, where nothing is taken: whoever reports must be alone with the hotline. */
  onlyPersonal: string;
  /** Largest file that is fetched. */
  fileBytes: number;
  log: Log;
  line?: LineWatch;
  /** Default: the public cloud of Azure. */
  cloud?: Partial<Cloud>;
}

/** Where the service lives. The sovereign clouds have addresses of their own. */
export interface Cloud {
  /** Gives tokens; the tenant and `/oauth2/v2.0/token` follow. */
  loginUrl: string;
  /** The tenant of apps that belong to none of their own. */
  commonTenant: string;
  /** What our tokens are for. */
  scope: string;
  /** Who signs what comes in, and where the keys are announced. */
  issuer: string;
  openIdMetadata: string;
  /**
   * Hosts, with those below them, and whole origins that hold citizens' files; nothing is fetched from addresses
   * that strangers choose.
   */
  fileHosts: string[];
}

export const PUBLIC_CLOUD: Cloud = {
  loginUrl: 'https://login.microsoftonline.com',
  commonTenant: 'botframework.com',
  scope: 'https://api.botframework.com/.default',
  issuer: 'https://api.botframework.com',
  openIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  fileHosts: ['botframework.com', 'sharepoint.com'],
};
