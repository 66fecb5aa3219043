import type { Activity, Attachment, CardAction } from '../hotline/activity';

/** What a hero card says, and its buttons, for channels that have no cards; none for a file or anything else. */
export function heroCard({ content, fileId }: Attachment): Pick<Activity, 'text' | 'suggestedActions'>[] {
  if (fileId !== undefined || typeof content !== 'object' || content === null) return [];
  const { title, subtitle, text, buttons } = content as Record<string, unknown>;
  const lines = [title, subtitle, text].filter((line) => typeof line === 'string' && line !== '');
  if (lines.length === 0) return [];
  const actions = Array.isArray(buttons) ? buttons.filter(isAction) : [];
  return [{ text: lines.join('\n'), ...(actions.length > 0 && { suggestedActions: { actions } }) }];
}

const isAction = (given: unknown): given is CardAction => {
  const { type, title, value } = (given ?? {}) as Record<string, unknown>;
  return typeof type === 'string' && typeof title === 'string' && typeof value === 'string';
};
