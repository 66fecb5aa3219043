import { type Asked } from '../answering';
import { Refusal, atNight, restricted } from '../refusal';
import { type Template } from '../settings';
import { fromOa, show } from '../showing';
import { recipient } from '../windows';
import { type World } from '../world';
import { fields, optionalText } from './fields';

/** POST /v3.0/oa/message/template: to a person whom the OA knows, whenever; only templates that were approved. */
export function sendTemplate(world: World, { params }: Asked): unknown {
  const account = recipient(world, params.user_id);
  const template = world.settings.templates.find(({ id }) => id === params.template_id);
  if (!template) throw new Refusal(-109, 'Template ID invalid');
  if (!template.approved) throw new Refusal(-131, 'Template is not approved');
  const data = checked(template, fields(params.template_data ?? {}, 'template_data'));
  if (account.restricts) throw restricted();
  if (template.promotion && isNight(world.clock.now())) throw atNight();
  const text = template.text.replace(/<(\w+)>/g, (_, name: string) => data[name] ?? '');
  const shown = { kind: 'template' as const, templateId: template.id };
  const { id, at } = show(world, account, { text, shown }, { name: 'template' });
  tellOfArrival(world, account, id, optionalText(params, 'tracking_id'));
  return { msg_id: id, sent_time: String(at), quota: { dailyQuota: '500', remainingQuota: '499' } };
}

function checked(template: Template, data: Record<string, unknown>): Record<string, string> {
  const given = Object.keys(data);
  if (given.length === 0 && Object.keys(template.params).length > 0)
    throw new Refusal(-111, 'Template data empty');
  const entries = Object.entries(template.params).map(([name, longest]): [string, string] => {
    const value = data[name];
    if (typeof value !== 'string' || value === '' || value.length > longest)
      throw new Refusal(-112, `Template data invalid: ${name}`);
    return [name, value];
  });
  const strange = given.find((name) => !(name in template.params));
  if (strange !== undefined) throw new Refusal(-112, `Template data invalid: ${strange}`);
  return Object.fromEntries(entries);
}

/** From 22 to 6 o'clock in Vietnam, which has one time all year. */
function isNight(now: number): boolean {
  const hour = new Date(now + 7 * 3_600_000).getUTCHours();
  return hour >= 22 || hour < 6;
}

function tellOfArrival(
  world: World,
  account: Parameters<typeof fromOa>[1],
  msg_id: string,
  tracking_id: string,
): void {
  const delivery_time = String(world.clock.now());
  const message = { delivery_time, msg_id, ...(tracking_id === '' ? {} : { tracking_id }) };
  const event_name = 'user_received_message';
  world.tell({ event_name, ...fromOa(world, account), message }, `receipts of ${account.id}`);
}
