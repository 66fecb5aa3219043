import type { Activity } from '../hotline/activity';

export type Said = Pick<Activity, 'text' | 'attachments' | 'entities'>;

/** What somebody said as a message, with nothing in it that is empty; undefined when all is. */
export function said({ text, attachments = [], entities = [] }: Said): Activity | undefined {
  if (!text && attachments.length === 0 && entities.length === 0) return undefined;
  return {
    type: 'message',
    ...(text && { text }),
    ...(attachments.length > 0 && { attachments }),
    ...(entities.length > 0 && { entities }),
  };
}
