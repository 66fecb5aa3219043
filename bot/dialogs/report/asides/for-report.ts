import type { Heard } from '../../../hear';
import { isQuestion } from '../../../wants';
import { saysAnonymous } from '../told/absorb';
import { partSaid } from '../summary/confirm';
import { isMore } from '../put-right/corrections';
import { asksForStory, type Draft } from '../draft';
import { putsKindRight } from '../put-right/kind-instead';
import { tellsWhatTheyKnow } from '../told/known';
import { putsPlaceRight } from '../put-right/put-right';
import { sourceInstead } from '../put-right/source-instead';

/** What of all that could be asked elsewhere is for the report that is being told. */
export const tellsReport = (draft: Draft, heard: Heard): boolean =>
  heard.understood.phone !== null ||
  putsPlaceRight(heard) ||
  changesPart(heard) ||
  putsKindRight(heard) ||
  (draft.contact !== null && saysAnonymous(heard)) ||
  addsOfBefore(heard) ||
  tellsWhatTheyKnow(heard) ||
  tellsOfDossier(draft, heard);

/** Who leaves a number with a question about something else has not said how to report: it is for that question. */
export const leavesNumberForElse = (draft: Draft, heard: Heard): boolean =>
  heard.understood.phone !== null &&
  !tellsOfDossier(draft, heard) &&
  (heard.understood.ticketCodes.length > 0 || (isQuestion(heard) && NAMES_MATTER.test(heard.key)));

/** Names and numbers sound like dossiers and papers; only who names one asks about it. */
const NAMES_MATTER =
  /\b(?:ho so|giay hen|giay (?:to|phep|chung nhan)|(?:lam|cap|doi) so (?:do|hong)|thu tuc|tach thua|sang ten|phat|le phi|khong khi)\b/;

/** "Hồ sơ của tui nằm ở xã năm tháng, hỏi thì bị nạt" is what happened, where that was asked: no code is at hand. */
const tellsOfDossier = (draft: Draft, { intent, understood, text }: Heard): boolean =>
  asksForStory(draft) &&
  intent === 'dossier.status' &&
  understood.dossierCodes.length === 0 &&
  !text.includes('?');

/** "À quên, tui có báo xã rồi mà không ai tới" tells of the matter, and asks after no report. */
const addsOfBefore = (heard: Heard): boolean =>
  heard.intent === 'ticket.status' &&
  isMore(heard) &&
  heard.understood.ticketCodes.length === 0 &&
  !heard.text.includes('?');

/** "Em muốn đổi thời gian ạ", "nguồn gây ra là công ty Hòa Phát" ask for no procedure and no penalty. */
const changesPart = (heard: Heard): boolean =>
  !heard.text.includes('?') && (partSaid(heard.key) !== undefined || sourceInstead(heard) !== null);
