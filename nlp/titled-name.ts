import { fold } from './fold';
import { NOT_NAMES } from './not-names';

/**
 * Beside a number a title tells a name, whatever its words are without accents: "0912… anh Dung", "ông Tư Hậu 0912…",
 * "0912… bác lợi".
 */
export function titledIn(plain: string): string | null {
  const [, name] = TITLED.exec(plain) ?? [];
  if (name !== undefined) return name;
  const [, small] = TITLED_SMALL.exec(plain) ?? [];
  return small !== undefined && !NOT_NAMES.has(small) && !NEVER_NAMES.has(fold(small)) ? small : null;
}

const TITLED =
  /(?:^|\| ?)(?:[Tt][ôou]i |[Ee]m )?(?:[Aa]nh|[Cc]h[ịi]|[Cc][ôo]|[Cc]h[úu]|[Bb][áa]c|[ÔôOo]ng|[Bb][àa]) (\p{Lu}\p{Ll}{0,6}(?: \p{Lu}\p{Ll}{0,6}){0,3})(?: (?:nha|nhé|nhe|ạ|nè|ne|đây|day|sđt|sdt|đt|dt|số|so|phone|zalo))? ?(?:\||$)/u;
const TITLED_SMALL =
  /(?:^|\| ?)(?:t[ôou]i |em )?(?:anh|ch[ịi]|cô|ch[úu]|b[áa]c|ông|bà) (\p{Ll}{2,6})(?: (?:nha|nhé|nhe|ạ|nè|ne|đây|day|sđt|sdt|đt|dt|số|so|phone|zalo))? ?(?:\||$)/u;
const NEVER_NAMES = new Set(
  'gap goi lien nghe nhan day do nhe nha voi oi ay ta so may nay kia xuong cho doi biet den toi lam xem coi ban mat quen mai ke thoi'.split(
    ' ',
  ),
);
