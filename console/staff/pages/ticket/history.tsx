import type { TicketBody } from '../../api';
import { formatTime } from '../../format';
import { words } from '../../words.vi';
import { eventWords } from './event-words.vi';

/** What was done, newest first. */
export function History({ events }: { events: TicketBody['events'] }) {
  return (
    <section className="card" aria-label={words.ticket.history}>
      <h2>{words.ticket.history}</h2>
      <ol className="history">
        {[...events].reverse().map((event, index) => (
          <li key={`${event.at} ${index}`}>
            <p>
              <strong>{eventWords[event.type] ?? event.type}</strong>
              {event.from && event.to && (
                <span className="soft">
                  {' '}
                  {words.statuses[event.from]} → {words.statuses[event.to]}
                </span>
              )}
            </p>
            {event.note && <p className="text">{event.note}</p>}
            <p className="soft">
              {words.actors[event.by] ?? event.by} · <time dateTime={event.at}>{formatTime(event.at)}</time>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
