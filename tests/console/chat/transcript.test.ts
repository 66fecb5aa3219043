import type { WireActivity } from '../../../console/chat/directline/wire';
import { Transcript } from '../../../console/chat/transcript';

const said = (number: number, text: string, more: Partial<WireActivity> = {}): WireActivity => ({
  type: 'message',
  id: `c|${String(number).padStart(7, '0')}`,
  timestamp: '2026-11-23T05:00:00Z',
  from: { id: 'hotline', role: 'bot' },
  text,
  ...more,
});
const mine = (number: number, text: string, clientActivityID: string) =>
  said(number, text, { from: { id: 'dl_1', role: 'user' }, channelData: { clientActivityID } });
const waiting = (id: string, at: number) => ({ id, at, text: id, files: [] });

const shown = (transcript: Transcript) =>
  transcript.entries().map((entry) => {
    if (entry.kind === 'line') return `— ${entry.words}`;
    if (entry.kind === 'own') return `${entry.message.text} (${entry.sent ? 'sent' : 'waiting'})`;
    return `${entry.who}: ${entry.activity.text}`;
  });

test('what comes twice, or out of order, is shown once and in order', () => {
  const transcript = new Transcript();
  expect(transcript.take([said(2, 'hai')])).toHaveLength(1);
  expect(transcript.take([said(1, 'một'), said(2, 'hai'), said(3, 'ba')])).toHaveLength(2);
  expect(shown(transcript)).toEqual(['bot: một', 'bot: hai', 'bot: ba']);
});

test('a message of our own gives way to its echo and keeps its place', () => {
  const transcript = new Transcript();
  transcript.takeOwn([waiting('a', 1), waiting('b', 2)]);
  transcript.take([mine(1, 'a', 'a'), said(2, 'chào')]);
  expect(shown(transcript)).toEqual(['me: a', 'bot: chào', 'b (waiting)']);
  expect(transcript.entries()[0]?.key).toBe('a');
});

test('an echo that overtakes the answer to the post leaves no second bubble', () => {
  const transcript = new Transcript();
  transcript.take([mine(1, 'a', 'a')]);
  transcript.takeOwn([waiting('a', 1)]);
  expect(shown(transcript)).toEqual(['me: a']);
  expect(transcript.awaits('a')).toBe(false);
});

test('what left the outbox was sent; what was refused and dropped is gone', () => {
  const transcript = new Transcript();
  transcript.takeOwn([waiting('a', 1), { ...waiting('b', 2), refused: 'other' }]);
  transcript.takeOwn([]);
  expect(shown(transcript)).toEqual(['a (sent)']);
  expect(transcript.awaits('a')).toBe(true);
});

test('typing and activities without an id are not shown', () => {
  const transcript = new Transcript();
  expect(transcript.take([said(1, '', { type: 'typing' }), { type: 'message', text: 'x' }])).toEqual([]);
});

test('staff are told apart, with their name', () => {
  const transcript = new Transcript();
  transcript.take([said(1, 'chào', { from: { id: 'staff', name: 'Hoa', role: 'bot' } })]);
  expect(transcript.entries()[0]).toMatchObject({ who: 'staff', name: 'Hoa' });
});

test('a closed conversation stays readable above the new one, although both count from 1', () => {
  const transcript = new Transcript();
  transcript.take([said(1, 'cũ')]);
  transcript.closeWith('đã khép lại', 5);
  transcript.takeOwn([waiting('chưa gửi', 9)]);
  transcript.take([{ ...said(1, 'mới'), id: 'd|0000001' }]);
  expect(shown(transcript)).toEqual(['bot: cũ', '— đã khép lại', 'bot: mới', 'chưa gửi (waiting)']);
  transcript.clear();
  expect(shown(transcript)).toEqual([]);
});
