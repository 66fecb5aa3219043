import { maskPhone } from '../../../../nlp/contact';
import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { absorbFacts, isDanger, isMoreOfTheStory, saysAnonymous, saysContact } from '../absorb';
import { urges } from '../asides';
import { isLater } from '../later';
import { type Draft, withWords } from '../draft';
import { grumbles, sighs } from '../foreword';
import type { Step } from '../step';
import { isTalk } from '../talk';
import { tellsOn, tellsOnOfOthers } from '../tells-on';
import { namesSomebody } from './somebody';
import { isStatement, speaksOfPeople, tellsWhen } from './when';

/** An answer in so many words that is read for nothing else: "mấy bữa nay", "hồi mới xây chợ". */
const FEW = 8;
const LONGEST = 300;

export const time: Step = {
  waiting: 'time',
  required: false,
  answers: (heard) =>
    !heard.text.includes('?') &&
    !asksForTerm(heard) &&
    !grumbles(heard.key) &&
    !isLater(heard) &&
    (heard.meant.time !== null || (tellsWhen(heard.text) && !sighs(heard.key))),
  known: (draft) => draft.time !== null,
  prompt: (_draft, { words }) => ({
    text: words('report.askTime'),
    ask: 'time',
    options: [words('choices.skip')],
  }),
  take(draft, heard, tools) {
    const told = absorbFacts({ ...draft, time: null }, heard, tools);
    // Photos are invited along with the time, and do not tell it.
    if (asksForTerm(heard)) return undefined;
    if (told.time) return tellsMore(heard) ? withWords(told, heard.text) : told;
    if (!heard.text) return undefined;
    // "Bộ phận một cửa" tells where in the office it was, and not when.
    if (namesOffice(draft, heard)) return { ...told, source: heard.text.slice(0, LONGEST) };
    const elsewhere = isElsewhere(heard, tellsWhen(heard.text) ? 1 : draft.misses);
    if (elsewhere || namesPlaceOnly(draft, heard)) return undefined;
    const { text, key, reply } = heard;
    // "Không" says that it does not come again, a yes says nothing.
    if (reply !== null) return reply === 'no' ? told : undefined;
    if (draft.misses === 0 && isPiece(heard)) return undefined;
    // A story instead of a time belongs to the report, and the time is not asked for again.
    if (wordCount(key) > FEW) return withWords(told, text);
    return { ...told, time: { text: text.slice(0, LONGEST), from: null, to: null, recurring: false } };
  },
  skip: (draft) => draft,
};

/** "Nhà tôi phải đóng kín cửa cả ngày" tells a time, and more of the story. */
const tellsMore = (heard: Heard): boolean =>
  tellsOn(heard) ||
  (wordCount(heard.key) >= BESIDE_TIME &&
    (heard.understood.time?.text.length ?? 0) < heard.text.length / 2 &&
    goesOn(heard));
const BESIDE_TIME = 7;

/** The story goes on, instead of a time. */
const goesOn = (heard: Heard): boolean =>
  NUMBER.test(heard.key) ||
  isTale(heard) ||
  ((isMoreOfTheStory(heard) || speaksOfPeople(heard.text) || isStatement(heard.text)) &&
    !tellsWhen(heard.text));

/** A later piece of the story; what is long and tells less clearly of others is kept, and the time is not asked for again. */
const isPiece = (heard: Heard): boolean =>
  tellsOn(heard) || (wordCount(heard.key) <= FEW && (goesOn(heard) || urges(heard.key)));

/** "Camera nhà tôi quay lại hết": a sentence without a word that could tell when. */
const isTale = ({ key, text }: Heard): boolean =>
  wordCount(key) >= TALE && !COULD_TELL_WHEN.test(key) && !tellsWhen(text);
const TALE = 6;
const COULD_TELL_WHEN =
  /\b(?:la|khi|luc|hoi|mua|nang|nuoc|trieu|gio|ngay|dem|toi (?:nao|qua|hom|thu|mit|chu|kia|den|muon)|sang|trua|chieu|khuya|thang|nam|tuan|hom|bua|vu|lan|dot|dip|tet|ky|le|cu|moi|thuong|hay|lau|suot|lien tuc|tu|xong|roi|truoc|sau)\b/;

/** Of a button, and no time. */
const NUMBER = /^\d{1,2}$/;

/** "Mấy giờ bên mình làm việc", "cấp đổi sổ mất mấy ngày": they ask for a time, and tell none. */
const asksForTerm = ({ intent, understood, key }: Heard): boolean =>
  ASKING.has(intent) && understood.confidence >= SURE && TERM.test(key);
const ASKING: ReadonlySet<string> = new Set([
  'procedure.ask',
  'hotline.info',
  'regulation.ask',
  'dossier.status',
]);
const TERM = /\b(?:may (?:gio|ngay|thang|tuan)|bao (?:lau|nhieu|gio)|khi nao|chung nao)\b/;

const namesOffice = ({ lane }: Draft, heard: Heard): boolean =>
  lane === 'misconduct' &&
  OFFICE.test(heard.key) &&
  wordCount(heard.key) <= FEW &&
  !tellsWhen(heard.text) &&
  !tellsOn(heard);

/** Where it happens comes late: it is no time. */
const namesPlaceOnly = ({ location }: Draft, { meant, text }: Heard): boolean =>
  meant.places.length > 0 && !location?.communeCode && !tellsWhen(text);

/** Who or what causes it; with misconduct, which office it is about. */
export const source: Step = {
  waiting: 'source',
  required: false,
  // The bare name of an office sounds like a question about it.
  answers: ({ meant, key, text }) => meant.company !== null || (OFFICE.test(key) && !text.includes('?')),
  known: (draft) => draft.source !== null,
  // A smell comes from somewhere unseen, misconduct from some office; of the rest the story tells what is known. It is
  // not asked when somebody was spoken of already, or when the time had to be asked for.
  welcome: ({ words, asked, lane, category }) =>
    (lane === 'misconduct' || category === 'odor') &&
    !asked.includes('time') &&
    !namesSomebody(words.join('\n'), lane),
  prompt: ({ lane }, { words }) => ({
    text: words(lane === 'misconduct' ? 'report.askSourceMisconduct' : 'report.askSource'),
    ask: 'source',
    options: [words('choices.skip')],
  }),
  take(draft, heard, tools) {
    if (!heard.text) return heard.files.length > 0 ? absorbFacts(draft, heard, tools) : undefined;
    // "Do you know who?" "No."
    if (heard.reply === 'no') return draft;
    if (isElsewhere(heard, draft.misses) || heard.reply !== null || ONLY_KNOWS.test(heard.key))
      return undefined;
    if (draft.misses === 0 && (isStoryOnly(heard, draft) || tellsOnOfOthers(heard) || urges(heard.key)))
      return undefined;
    const told = absorbFacts({ ...draft, source: heard.meant.company }, heard, tools);
    const text = maskPhone(heard.meant.text);
    return { ...withLong(told, heard), source: heard.meant.company ?? text.slice(0, LONGEST) };
  },
  skip: (draft) => draft,
};

/** "Biết": and who is it? */
const ONLY_KNOWS = /^(?:(?:da|co|toi|em|minh|tui) )*(?:biet|bit)(?: (?:a|chu|nhe|nha))*$/;

/** It goes on telling what happens, and names nobody. */
const isStoryOnly = (heard: Heard, { lane }: Draft): boolean =>
  heard.meant.company === null &&
  isMoreOfTheStory(heard) &&
  !namesSomebody(heard.text, lane) &&
  !(wordCount(heard.key) <= SHORT && NAMES_SOURCE.test(heard.key));

/** In few words, what a smell comes from, and whose office it was. */
const NAMES_SOURCE =
  /^(?:(?:tu|la|o|cua|do|chac|hinh nhu|mot|cai|may|cac|nhung) ){0,3}(?:bai rac|cong|muong|kenh|ho|ao|ham|be|lo|xuong|nha|vua (?!moi|xa|do|dot|qua|roi|nay|xay)|tiem|gara|shop|kho|tram|ghe|tau|quan|cho|co so|cong ty|hang|trai|chuong|dan|bo phan|can bo|to|ban|doi|quay)\b/;
const SHORT = 6;

/** More than a name is kept among the citizen's own words as well. */
const withLong = (draft: Draft, { text, key }: Heard): Draft =>
  wordCount(key) > FEW || ACCUSES.test(key) ? withWords(draft, text) : draft;
/** "Thủ phạm là chị tiếp nhận tên Hạnh" tells what happened, too. */
const ACCUSES = /^(?:thu pham|ke gay ra|nguoi gay ra) /;

/**
 * "Ẩn danh", anger, or a wish for something else is no answer in free words. What only sounds like that is one when it
 * is said again.
 */
const isElsewhere = (heard: Heard, misses: number): boolean =>
  heard.isRude ||
  isDanger(heard) ||
  heard.understood.over ||
  saysAnonymous(heard) ||
  saysContact(heard) ||
  heard.understood.phone !== null ||
  (misses === 0 && isOfElse(heard));

const isOfElse = (heard: Heard): boolean =>
  heard.intent === 'feedback' ||
  ((isTalk(heard) || heard.intent === 'ticket.update') && heard.understood.confidence >= SURE);

const SURE = 0.7;

/** "UBND xã", where it was asked in which commune an official sits. */
export const tellsOffice = ({ lane, waitingFor }: Draft, { key, text }: Heard): boolean =>
  lane === 'misconduct' && waitingFor === 'location' && !text.includes('?') && OFFICE_ALONE.test(key);

const OFFICE_ALONE =
  /^(?:(?:o|tai|da|la|cho|ben) ){0,2}(?:ubnd|uy ban|van phong|mot cua|bo phan|dia chinh|chi cuc|trung tam)(?: (?!o dau|may gio)\w+){0,6}$/;

const OFFICE =
  /^(?:\w+ ){0,3}(?:ubnd|uy ban|van phong|phong|so|mot cua|bo phan|dia chinh|chi cuc|cuc|trung tam|xa|phuong)\b(?:(?! (?:o dau|may gio|so dien thoai|dia chi|dau|nao)\b).)*$/;

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
