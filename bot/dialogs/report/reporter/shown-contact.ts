import { maskPhone } from '../../../../nlp/contact';

/**
 * What may be read back: `H•• · ••• ••• 678`.
 * @param before what is known of them already: "đổi số nha 0912…" leaves the name as it was
 */
export function contactOf(name: string | null, phone: string, before: Known = { contact: null }): string {
  const shown = name === null ? (before.named ?? nameShown(before)) : maskName(name);
  return shown === undefined ? maskPhone(phone) : `${shown} · ${maskPhone(phone)}`;
}

interface Known {
  contact: string | null;
  named?: string;
}

/** "Sửa số thành 0912…": whose number was wrong is still called the same. */
function nameShown({ contact }: Known): string | undefined {
  const [name, number] = contact?.split(' · ') ?? [];
  return number === undefined ? undefined : name;
}

export const maskName = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => `${word.slice(0, 1).toUpperCase()}••`)
    .join(' ');
