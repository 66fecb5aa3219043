import { useEffect, useRef, useState } from 'react';
import { api } from '../api';
import { words } from '../words.vi';

const TYPING = 'citizen-typing';
/** A sign lasts for so long; the next one comes a little sooner. */
const SHOWN_MS = 6_000;
const EVERY_MS = 4_000;

/** The stream tells that the citizen of a conversation is writing. */
export function tellTyping(conversation: string): void {
  window.dispatchEvent(new CustomEvent(TYPING, { detail: conversation }));
}

/** Shows for a few seconds that the citizen is writing. */
export function CitizenTyping({ conversation }: { conversation: string }) {
  const [isTyping, setTyping] = useState(false);
  useEffect(() => {
    let over: ReturnType<typeof setTimeout> | undefined;
    const show = (event: Event) => {
      if ((event as CustomEvent<string>).detail !== conversation) return;
      clearTimeout(over);
      setTyping(true);
      over = setTimeout(() => setTyping(false), SHOWN_MS);
    };
    window.addEventListener(TYPING, show);
    return () => {
      window.removeEventListener(TYPING, show);
      clearTimeout(over);
    };
  }, [conversation]);
  return (
    <p className="soft typing" role="status">
      {isTyping ? words.conversation.typing : ''}
    </p>
  );
}

/** Called with every key; tells the server once in a few seconds. */
export function useShowTyping(conversation: string): () => void {
  const last = useRef(0);
  return () => {
    if (Date.now() - last.current < EVERY_MS) return;
    last.current = Date.now();
    // A sign that does not arrive is no loss.
    api.showTyping(conversation).catch(() => undefined);
  };
}
