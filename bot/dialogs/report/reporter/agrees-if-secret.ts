import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { message } from '../../../replies/prompt';
import { say } from '../../../say';
import type { Draft } from '../draft';
import * as moves from '../moves';
import type { Turn } from '../turn';

/**
 * "Nếu không lộ thông tin của tôi thì đúng rồi, gửi đi", "đúng rồi, nhớ giữ kín giúp tôi": a yes to the summary. Name and
 * number are kept apart anyway; who wants them gone says so.
 */
export const agreesIfSecret = ({ waitingFor }: Draft, { key, text, understood }: Heard): boolean =>
  waitingFor === 'confirm' &&
  wordCount(key) <= MOST &&
  !text.includes('?') &&
  understood.phone === null &&
  AGREES.test(key) &&
  WANTS_SECRET.test(key) &&
  !OTHERWISE.test(key);
const MOST = 24;

const AGREES =
  /^(?:(?:da|vang|u|ok|a) )*(?:dung|chuan|chinh xac|ok|oke|okay|dong y)\b|\b(?:dung (?:roi|het|ca|vay|nhu)|chinh xac|chuan|dong y|(?:gui|nop|bao)(?: (?:di|luon|giup|ngay|nhe|nha|cho|gium|len)){1,3}$|(?:thi|cu|moi) gui)\b/;
const WANTS_SECRET =
  /\b(?:khong|ko|dung|khoi|chang|hong|chua)(?: (?:bi|de|lam|duoc|co|ai|cho|noi|ra)){0,3} (?:lo|tiet lo|he lo|biet|ro ri)\b|\b(?:bao mat|giu (?:kin|bi mat|gium bi mat)|(?:duoc )?(?:kin|bi mat) (?:giup|gium|cho|thong tin|ten|danh tinh)|tuyet mat)\b/;
/** The name is to go, or it is not right, or not to be sent. */
const OTHERWISE =
  /\b(?:an danh|giau|khuyet danh|an ten|nac danh|xoa|go|bo (?:ten|so|sdt|thong tin|lien he)|(?:khong|dung|khoi|ko) (?:muon |can )?(?:de|ghi|neu|luu|hien|xung|khai|cho)(?: lai)? (?:ten|so|sdt|thong tin|lien he)|(?:chua|khong|ko) (?:dung|chinh xac|gui|dong y)|sai|nham|sua|khoan|dung (?:co |vo[ij] )?gui)\b/;

/** It is filed, and said who sees them. */
export async function fileSecretly(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
  if (draft.contact !== null) await say(turn.context, message({ text: turn.words('report.keptApart') }));
  return moves.fileIt(turn, draft);
}
