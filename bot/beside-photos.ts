import { wordCount } from '../nlp/fold';
import type { Intent } from '../nlp/types';
import type { Heard } from './hear';
import type { TurnScope } from './turn-scope';

/** Photos with "tôi nộp hồ sơ đã ba tháng," show what happened: nothing is asked, though it sounds like a question. */
export const tellsBesidePhotos = (heard: Heard): boolean =>
  showsUnasking(heard) &&
  (heard.intent === 'dossier.status' || heard.intent === 'procedure.ask') &&
  heard.understood.dossierCodes.length === 0 &&
  wordCount(heard.key) >= TELLING;
const TELLING = 6;

/** "Đây là ảnh bãi rác" of somebody who has sent no report yet. */
export const showsFirst = ({ heard, state }: TurnScope): boolean =>
  showsUnasking(heard) && state.tickets.length === 0 && BESIDE_PHOTOS.has(heard.intent);
const BESIDE_PHOTOS: ReadonlySet<Intent> = new Set(['help', 'hotline.info', 'out_of_scope', 'greet']);

/** Photos, with nothing beside them that asks. */
const showsUnasking = ({ files, text, key }: Heard): boolean =>
  files.length > 0 && !text.includes('?') && !ASKS_FOR_ONE.test(key);
const ASKS_FOR_ONE =
  /\b(?:(?:toi|den) dau|sao roi|xong chua|duoc chua|bao gio|khi nao|chung nao|bao (?:lau|nhieu)|the nao|gi|o dau|huong dan|(?:cho|xin|muon) (?:\w+ )?hoi|thu tuc|tra cuu|kiem tra|xem giup)\b/;
