import { type Params } from '../params';
import { badRequest, conflict } from '../refusal';
import { type World } from '../world';

const LONGEST_POLL_SECONDS = 50;

/** getUpdates: what is not confirmed yet; waits up to `timeout` seconds for something to come. */
export function getUpdates(world: World, params: Params, signal: AbortSignal): Promise<unknown> {
  if (world.webhook.target) {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  allowKinds(world, params);
  const limit = params.integer('limit', 100);
  return world.polling.poll({
    offset: params.integer('offset'),
    limit: limit >= 1 && limit <= 100 ? limit : 100,
    timeoutMs: 1000 * Math.min(Math.max(params.integer('timeout'), 0), LONGEST_POLL_SECONDS),
    signal,
  });
}

export function setWebhook(world: World, params: Params): unknown {
  const url = params.text('url');
  if (url === '') return deleteWebhook(world, params);
  const secretToken = params.text('secret_token');
  // As a Bot API server of one's own with --local, this one takes http too.
  if (!/^https?:\/\/[^\s]+$/.test(url))
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  if (secretToken.length > 256) throw badRequest('secret token is too long');
  if (!/^[\w-]*$/.test(secretToken)) throw badRequest('secret token contains unallowed characters');
  allowKinds(world, params);
  if (params.flag('drop_pending_updates')) world.updates.drop();
  world.polling.interrupt('terminated by setWebhook request');
  const maxConnections = Math.min(Math.max(params.integer('max_connections', 40), 1), 100);
  world.webhook.set({ url, secretToken, maxConnections });
  return true;
}

export function deleteWebhook(world: World, params: Params): unknown {
  if (params.flag('drop_pending_updates')) world.updates.drop();
  world.webhook.set(undefined);
  return true;
}

export function getWebhookInfo(world: World): unknown {
  const { target, lastError } = world.webhook;
  const allowed = world.updates.allowedKinds();
  return {
    url: target?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: world.updates.pending().length,
    ...(target ? { max_connections: target.maxConnections } : {}),
    ...(target && lastError ? { last_error_date: lastError.at, last_error_message: lastError.message } : {}),
    ...(allowed.length > 0 ? { allowed_updates: allowed } : {}),
  };
}

/** Left out, what was said before still holds. */
function allowKinds(world: World, params: Params): void {
  const kinds = params.json('allowed_updates');
  if (Array.isArray(kinds)) world.updates.allow(kinds.map(String));
}
