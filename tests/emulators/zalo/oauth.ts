import { type Asked } from './answering';
import { type Tokens } from './grants';
import { OauthRefusal } from './refusal';
import { type World } from './world';

/** What the token endpoint was asked: the form, and the header `secret_key`. */
export interface TokenRequest extends Asked {
  secret: string | undefined;
}

/** POST /v4/oa/access_token. Of the numbers only -14003 is known for sure; see docs/simulators.md. */
export function accessToken(world: World, { params, secret }: TokenRequest): Tokens {
  const { appId, appSecret } = world.settings;
  if (params.app_id !== appId) throw refusal(world, -14002, 'Invalid app id');
  if (secret !== appSecret) throw refusal(world, -14004, 'Invalid secret key');
  if (params.grant_type === 'authorization_code') return byCode(world, params);
  if (params.grant_type === 'refresh_token') return byRefreshToken(world, params);
  throw refusal(world, -14009, 'Invalid grant type');
}

function byCode(world: World, params: Asked['params']): Tokens {
  const tokens = world.grants.redeem(text(params.code), text(params.code_verifier));
  if (!tokens) throw refusal(world, -14005, 'Invalid authorization code');
  return tokens;
}

function byRefreshToken(world: World, params: Asked['params']): Tokens {
  const tokens = world.grants.refresh(text(params.refresh_token));
  if (!tokens) throw refusal(world, -14014, 'Invalid refresh token');
  return tokens;
}

interface Link {
  back: URL;
  challenge: string | undefined;
}

/** The link that asks for consent must be the one of the console. */
export function checkedLink(world: World, params: Asked['params']): Link {
  const { appId, codeChallenge, ownConsentLinks, callbackUrl } = world.settings;
  if (params.app_id !== appId) throw refusal(world, -14002, 'Invalid app id');
  const uri = text(params.redirect_uri);
  const challenge = text(params.code_challenge) || undefined;
  const isOfConsole = uri === callbackUrl && (challenge === undefined || challenge === codeChallenge);
  if (!isOfConsole && !ownConsentLinks) throw refusal(world, -14003, 'Invalid redirect uri');
  return { back: redirect(world, uri), challenge: challenge ?? codeChallenge };
}

/** Where consent leads back to, with a code. */
export function consent(world: World, params: Asked['params']): string {
  const { back, challenge } = checkedLink(world, params);
  back.searchParams.set('oa_id', world.settings.oaId);
  back.searchParams.set('code', world.grants.code(challenge));
  if (params.state !== undefined) back.searchParams.set('state', text(params.state));
  return back.href;
}

function redirect(world: World, uri: string): URL {
  if (!/^https?:\/\//.test(uri) || !URL.canParse(uri)) throw refusal(world, -14003, 'Invalid redirect uri');
  return new URL(uri);
}

function refusal(world: World, code: number, message: string): OauthRefusal {
  return new OauthRefusal(code, message, world.settings.oauthErrors === 'numbered');
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
