import { maskPhone } from '../../../nlp/contact';

/** What may be read back: `H•• · ••• ••• 678`. */
export const contactOf = (name: string | null, phone: string): string =>
  name === null ? maskPhone(phone) : `${maskName(name)} · ${maskPhone(phone)}`;

export const maskName = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => `${word.slice(0, 1).toUpperCase()}••`)
    .join(' ');
