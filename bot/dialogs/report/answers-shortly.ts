import type { Heard } from '../../hear';
import { changesSummary } from './summary/confirm';
import type { Draft } from './draft';
import { meansNew, meansOld } from './leaving/old-or-new';
import { tellsOffice } from './steps/offices';

/** Few words that sound like a question about something else, and answer what is asked: "cần sửa", "dạ nộp đi ạ", "UBND xã". */
export const answersShortly = (draft: Draft, heard: Heard): boolean =>
  heard.control === 'skip' ||
  (draft.waitingFor === 'confirm' && heard.reply !== null) ||
  (draft.waitingFor === 'resume' && (meansOld(heard) || meansNew(heard))) ||
  changesSummary(draft, heard) ||
  tellsOffice(draft, heard);
