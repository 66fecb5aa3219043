import { useEffect, useRef } from 'react';
import type { MessageBody } from '../api';
import { formatTime } from '../format';
import { words } from '../words.vi';
import { Files } from './files';

/** All that was said, newest at the end and in view. */
export function Messages({ messages }: { messages: MessageBody[] }) {
  const box = useRef<HTMLOListElement>(null);
  const last = messages.at(-1)?.number;
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [last]);
  if (messages.length === 0) return <p className="soft">{words.conversation.empty}</p>;
  return (
    // Long ones scroll inside, which the keyboard must reach.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ol className="messages" ref={box} tabIndex={0} aria-label={words.ticket.conversation}>
      {messages.map((message) => (
        <Message key={message.number} {...message} />
      ))}
    </ol>
  );
}

function Message({ number, from, name, at, text, masked, attachments, location, ...sent }: MessageBody) {
  const late = sent.delivery ? words.conversation.delivery[sent.delivery] : '';
  const why = sent.waitsFor ? `: ${sent.waitsFor}` : '';
  return (
    <li className={`message ${from}`}>
      <p className="by">
        <span className="number">#{number}</span>{' '}
        <strong>{from === 'staff' ? name : words.conversation[from]}</strong>{' '}
        <time dateTime={at}>{formatTime(at)}</time>
        {late && (
          <em>
            {' · '}
            {late}
            {why}
          </em>
        )}
      </p>
      {text && <p className="text">{text}</p>}
      {masked && <p className="soft">{words.conversation.masked}</p>}
      {location && (
        <p className="soft">
          {words.conversation.sharedPlace}: {location.lat.toFixed(5)}, {location.lon.toFixed(5)}
        </p>
      )}
      {attachments.length > 0 && <Files files={attachments} originals />}
    </li>
  );
}
