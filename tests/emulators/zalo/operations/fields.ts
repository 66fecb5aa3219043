import { badParameter } from '../refusal';

/** An object in the body of a call. */
export function fields(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw badParameter(`${name} is invalid`);
}

export function requiredText(of: Record<string, unknown>, name: string): string {
  const value = of[name];
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw badParameter(`${name} is required`);
}

/** Empty when it is not there. */
export function optionalText(of: Record<string, unknown>, name: string): string {
  const value = of[name] ?? '';
  if (typeof value === 'string') return value;
  throw badParameter(`${name} is invalid`);
}

/** The one element of a template that takes no more and no less. */
export function onlyElement(payload: Record<string, unknown>): Record<string, unknown> {
  const { elements } = payload;
  if (!Array.isArray(elements) || elements.length !== 1)
    throw badParameter('elements must have exactly 1 element');
  return fields(elements[0], 'elements');
}
