import type { Agency, Ticket } from '../ticket/ticket';
import { plain, saysPhrase } from './plain';

/**
 * Whether words about misconduct name this unit, however they are spelt:
 * "so nong nghiep moi truong bac ninh" and "Sở NN&MT Bắc Ninh" both name "Sở Nông nghiệp và Môi trường Bắc Ninh".
 * Doubt closes: a report kept from one inspector too many is read by another.
 */
export function namesUnit(unit: Pick<Agency, 'name'>, words: readonly string[]): boolean {
  const name = plain(unit.name);
  const said = words.map(plain);
  return [name, withoutOffice(name)].some((form) => form && said.some((text) => saysPhrase(text, form)));
}

/** Whether a report accuses this agency: found when it was filed, or by its words, which may have come later. */
export const isAccused = (
  agency: Agency,
  { accused, source, description }: Pick<Ticket, 'accused' | 'source' | 'description'>,
): boolean => accused?.includes(agency.code) === true || namesUnit(agency, [source ?? '', description]);

/** "uy ban nhan dan xa y": people say "xã Y" and mean its office. */
function withoutOffice(name: string): string {
  const place = name.replace(/^uy ban nhan dan /, '');
  return place !== name && place.includes(' ') ? place : '';
}
