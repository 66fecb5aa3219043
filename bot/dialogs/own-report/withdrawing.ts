import { wordCount } from '../../../nlp/fold';
import type { Heard } from '../../hear';
import { ADDS } from './wish';

/** "Ừ rút đi", "rút luôn giùm tôi"; but not "rút gì, tôi muốn sửa địa chỉ". */
export const takesBack = ({ key }: Heard): boolean =>
  TAKES_BACK.test(key) && wordCount(key) <= SHORT && !OTHER.test(key);
const TAKES_BACK =
  /^(?:(?:u|uh|uk|um|vang|da|ok|oke|dung|phai|chac|chan|thi|cu|roi|toi|em|minh|tui|bac|chau|con|muon|xin|cho|vay) ){0,5}rut\b/;
const OTHER = /\b(?:khong|ko|khoi|dung rut|gi|sao|sua|doi|them|bo sung)\b/;
const SHORT = 9;

/** "À nhầm, ở phường X mới đúng", "có cả khói đen nữa", a photo: more of the report, and no wish to take it back. */
export function tellsInstead(heard: Heard): boolean {
  const { files, point, text, key, intent, understood, meant, isCorrection } = heard;
  if (files.length > 0 || point !== null) return true;
  if (heard.reply !== null || text.includes('?') || understood.over || wordCount(key) < FEWEST) return false;
  const tellsFact = meant.places.length > 0 || meant.time !== null || understood.phone !== null;
  if (tellsFact && (isCorrection || ADDS.test(key))) return true;
  return (intent.startsWith('report.') && understood.confidence >= SURE) || SAYS_MORE.test(key);
}
const FEWEST = 3;
const SURE = 0.8;
/** "… ghi thêm là họ xả cả ban đêm". */
const SAYS_MORE = /\b(?:ghi|noi|bao|them|bo sung) (?:them )?(?:la|rang|vao la|cho toi la) \w+ \w/;

/** "Không phải rút, tôi muốn bổ sung ảnh": what is to be added comes next. */
export const wantsToAdd = ({ key, reply }: Heard): boolean =>
  reply === null && ADDS.test(key) && !MISTAKEN.test(key);
/** "Tôi báo nhầm" says why it is taken back. */
const MISTAKEN = /\bnham$/;
