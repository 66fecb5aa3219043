import type { Activity } from '../../../hotline/activity';
import type { Answerer } from '../../../hotline/conversation/conversations';

/** Stands for private words in the log. */
export const MASKED = 'đã che';

/** A bot that repeats what it hears, and says what it was told to say. */
export class Bot {
  private readonly lines = new Map<string, Activity>();

  /** Says this when somebody says that. */
  answers(to: string, answer: Omit<Activity, 'type'>): void {
    this.lines.set(to, { type: 'message', ...answer });
  }

  readonly answer: Answerer = ({ activity, state }) => {
    if (!activity || state.holder.kind === 'staff') return Promise.resolve({ out: [], state });
    const isPrivate = activity.channelData?.['contact'] === true;
    const said = this.lines.get(activity.text ?? '') ?? repeated(activity, isPrivate);
    return Promise.resolve({ out: [{ activity: said }], state, ...(isPrivate && { maskedText: MASKED }) });
  };
}

function repeated({ text = '', attachments = [], entities = [] }: Activity, isPrivate: boolean): Activity {
  const heard = [
    isPrivate ? 'số điện thoại' : text,
    attachments.length > 0 ? `${attachments.length} tệp` : '',
    entities.some(({ type }) => type === 'GeoCoordinates') ? 'một vị trí' : '',
  ];
  return { type: 'message', text: `nghe: ${heard.filter(Boolean).join(', ')}` };
}
