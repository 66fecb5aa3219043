import type { Activity } from '../../../hotline/activity';
import type { Answerer } from '../../../hotline/conversation/conversations';

/** Repeats what it hears; asks for a place or a contact, or goes on in English, when it is told to. */
export const echo: Answerer = ({ activity, cause, seq, state }) => {
  if (state.holder.kind === 'staff') return Promise.resolve({ out: [], state });
  const out =
    cause?.type === 'start' && seq === 1 ? [{ type: 'message', text: 'Xin chào' }] : answersTo(activity);
  const next = activity?.text === 'English please' ? { ...state, language: 'en' as const } : state;
  return Promise.resolve({ out: out.map((each) => ({ activity: each })), state: next });
};

function answersTo(activity: Activity | undefined): Activity[] {
  if (!activity) return [];
  const { text = '', attachments = [], entities = [] } = activity;
  const [asked] = /(?<=^hỏi )\w+/.exec(text) ?? [];
  const heard = [
    activity.channelData?.['contact'] ? 'số điện thoại' : text,
    attachments.length && `${attachments.length} tệp`,
    entities.length && 'một vị trí',
  ];
  const answer = { type: 'message', text: `nghe: ${heard.filter(Boolean).join(', ')}` };
  if (asked === 'location' || asked === 'contact') return [{ ...answer, channelData: { ask: asked } }];
  return [answer];
}
