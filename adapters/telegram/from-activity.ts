import type { Activity, Attachment } from '../../hotline/activity';
import { textInParts } from '../../hotline/parts';
import { heroCard } from '../hero-card';

/** Telegram takes 4096 and 1024; something is put before what staff say. */
export const TEXT_LIMIT = 4_000;
const CAPTION_LIMIT = 1_000;
/** Pictures that go in one album. */
const MOST_IN_ALBUM = 10;

/** The messages it takes to say one: cards as texts, long texts in pieces, pictures together, other files by themselves. */
export function parts(message: Activity): Activity[] {
  const { attachments = [], ...said } = message;
  const cards = attachments.flatMap(heroCard);
  const files = attachments.filter(({ fileId }) => fileId !== undefined);
  const [only, ...others] = files;
  const text = said.text ?? '';
  const captioned = only && others.length === 0 && cards.length === 0 && text.length <= CAPTION_LIMIT;
  if (captioned) return [{ ...said, attachments: [only] }];
  const texts = text || cards.length + files.length === 0 ? textInParts(said, TEXT_LIMIT) : [];
  const { type, locale } = message;
  const plain = { type, ...(locale && { locale }) };
  return [
    ...texts,
    ...cards.flatMap((card) => textInParts({ ...plain, ...card }, TEXT_LIMIT)),
    ...together(files).map((group) => ({ ...plain, attachments: group })),
  ];
}

export const isPicture = ({ contentType }: Attachment): boolean =>
  /^image\/(?:jpeg|png|webp)$/.test(contentType);

function together(files: readonly Attachment[]): Attachment[][] {
  return files.reduce<Attachment[][]>((groups, file) => {
    const last = groups.at(-1);
    const joins = last && last.length < MOST_IN_ALBUM && isPicture(file) && last.every(isPicture);
    return joins ? [...groups.slice(0, -1), [...last, file]] : [...groups, [file]];
  }, []);
}
