import type { Heard } from '../../../hear';
import { absorbFacts } from '../told/absorb';
import type { Draft } from '../draft';
import type { Step } from '../step';

/** Only when the citizen wants to add some: otherwise they are invited along with other questions. */
export const photos: Step = {
  waiting: 'photos',
  required: false,
  known: () => true,
  prompt: (_draft, { words }) => ({
    text: words('report.askPhotos'),
    ask: 'photos',
    options: [words('choices.skip')],
  }),
  take(draft, heard, tools) {
    if (heard.files.length > 0) return absorbFacts(draft, heard, tools);
    return heard.reply === 'no' || HAS_NONE.test(heard.key) ? draft : undefined;
  },
  skip: (draft) => draft,
};

/**
 * "Không có ảnh", "chưa chụp hình được": they were invited with the question before. Beside the time, where they are
 * invited, that leaves both untold.
 */
export const hasNoPhotos = ({ waitingFor }: Draft, { key }: Heard): boolean =>
  !INVITES_PHOTOS.has(waitingFor) && NO_PHOTOS.test(key);
const INVITES_PHOTOS: ReadonlySet<Draft['waitingFor']> = new Set(['time', 'source', 'photos']);
const NO_PHOTOS =
  /^(?:(?:da|thi|toi|em|minh|tui|bac|con|chau|hien|tam thoi) ){0,3}(?:khong|ko|hong|chua|chang) (?:kip )?(?:co|chup|quay)(?: (?:duoc|dc|tam|cai|san|ca)){0,2} (?:anh|hinh|video|clip)(?: (?:duoc|dc|nao|gi|het|dau|ca|a|nhe|nha|em|ban|luon|cu the|nua)){0,4}$/;

/** "Chưa chụp được", "không có tấm nào". */
const HAS_NONE =
  /\b(?:khong|ko|k|hong|chua|chang) (?:kip |dam |the )?(?:co|chup|quay|can)(?: (?:duoc|dc|anh|hinh|video|tam|cai|nao|het|dau|gi|san|a|nhe|nha|em|ban)){0,5}$/;
