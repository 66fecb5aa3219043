import { badParameter } from '../refusal';
import { type Button } from '../shapes';
import { fields, requiredText } from './fields';

const MOST_BUTTONS = 5;

/** What each kind of button must bring. */
const PAYLOADS: Readonly<Record<string, (payload: unknown) => unknown>> = {
  'oa.open.url': (payload) => requiredText(fields(payload, 'payload'), 'url'),
  'oa.query.show': (payload) => requiredText({ payload }, 'payload'),
  'oa.query.hide': (payload) => requiredText({ payload }, 'payload'),
  'oa.open.phone': (payload) => requiredText(fields(payload, 'payload'), 'phone_code'),
  'oa.open.sms': (payload) => requiredText(fields(payload, 'payload'), 'phone_code'),
};

export function buttonsOf(given: unknown): Button[] {
  if (!Array.isArray(given) || given.length === 0) throw badParameter('buttons is required');
  if (given.length > MOST_BUTTONS) throw badParameter(`more than ${MOST_BUTTONS} buttons`);
  return given.map((each) => buttonOf(fields(each, 'buttons')));
}

function buttonOf(given: Record<string, unknown>): Button {
  const [type, title] = [requiredText(given, 'type'), requiredText(given, 'title')];
  const check = PAYLOADS[type];
  if (!check) throw badParameter(`button type ${type} is invalid`);
  check(given.payload);
  return { type, title, payload: given.payload };
}
