import { maskPhone, nameAsked, nameBehind, signatureIn } from '../../../../nlp/contact';
import { keyOf } from '../../../../nlp/fold';
import { loneName } from '../../../../nlp/self-named';
import type { Heard } from '../../../hear';
import { saysAnonymous } from '../told/absorb';
import type { Draft } from '../draft';
import { contactOf, maskName } from '../reporter/shown-contact';
import type { Step, StepTools } from '../step';
import { tellsOn } from '../told/tells-on';
import { nameAlone, nameInStory, nameToldBy } from './name-told';
import { offersContact, refusesContact } from './of-reporter';
import { hasPlaceWord } from './place-words';

const ANONYMOUS = { anonymous: true, contact: null } as const;

export const anonymity: Step = {
  waiting: 'anonymity',
  required: true,
  known: (draft) => draft.anonymous !== null,
  answers: (heard) =>
    saysAnonymous(heard) || heard.understood.phone !== null || isWilling(heard) || wantsSecret(heard),
  prompt: (draft, { words, scope: { heard } }) => ({
    text: words(questionOf(draft, heard)),
    ask: 'anonymity',
    options: [words('choices.anonymous'), words('choices.contact')],
  }),
  take(draft, heard, tools) {
    if (heard.understood.phone) return takeContact({ ...draft, anonymous: false }, heard, tools);
    if (saysAnonymous(heard) || wantsSecret(heard)) return { ...draft, ...ANONYMOUS };
    const chosen = heard.key === keyOf(tools.words('choices.contact'));
    if (chosen || isWilling(heard)) return withKnownContact({ ...draft, anonymous: false }, tools);
    if (tellsOn(heard)) return undefined;
    if (heard.reply === 'no') return { ...draft, ...ANONYMOUS };
    const name = isCaption(heard) ? null : nameAt(draft, heard);
    // Who says the name is willing; the number comes next, and is asked for.
    if (name !== null) return takeName({ ...draft, anonymous: false }, name, tools);
    return heard.intent === 'deny' ? { ...draft, ...ANONYMOUS } : undefined;
  },
  skip: (draft) => ({ ...draft, ...ANONYMOUS }),
};

/** "Trinh Dinh Phong" is somebody, and no commune of Đình Phong. */
function nameAt({ location }: Draft, { text, meant: { places } }: Heard): string | null {
  const name = nameAlone(text);
  const key = keyOf(name ?? '');
  const isPlace = places.some((place) => !key.endsWith(` ${keyOf(place.text)}`));
  return isPlace && (!location?.communeCode || hasPlaceWord(text)) ? null : name;
}

/** "Giữ bí mật giúp tôi", "kín giùm": of "this or that" it chooses the one. */
const wantsSecret = ({ key, text }: Heard): boolean =>
  !text.includes('?') && (SECRET.test(key) || HIDES.test(text.normalize('NFC')));
/** Without its accent "ẩn" is a name as well. */
const HIDES = /^\s*(?:thôi |dạ |cho )?ẩn(?: (?:nhé|đi|ạ|nha))?[\s.!]*$/iu;
const SECRET =
  /^(?:(?:toi|em|minh|tui|xin|cho|nho|muon|can|phai|duoc|hay|a|da|thoi) ){0,4}(?:(?:giu )?(?:bi mat|kin)|giau|an (?:di|dang|thong tin)|(?:dung|khong) (?:muon |de |cho )?(?:cho )?ai (?:duoc )?biet|khong cung cap)(?: (?:ten|danh tinh|thong tin|giup|gium|dum|cho|toi|em|minh|tui|nhe|nha|a|di|voi|ca|het|dau|gi)){0,5}$/;

/** "Đây là ảnh" beside a photo tells of the photo. */
const isCaption = ({ files }: Heard): boolean => files.length > 0;

/** "Bác cho số, gọi bác nghe"; who asks for the number of an office leaves none. */
const isWilling = ({ key, text, intent }: Heard): boolean =>
  !text.includes('?') &&
  (OWN_NUMBER.test(key) || offersContact({ key }) || (WILLING.test(key) && intent !== 'hotline.info'));

/** "Gọi cho tôi nhé", "liên hệ với tôi được": where it is asked how they report it calls for nobody of the staff. */
export const leavesOwnNumber = ({ waitingFor }: Partial<Draft>, { key, text }: Heard): boolean =>
  (waitingFor === 'anonymity' || waitingFor === 'contact') &&
  !text.includes('?') &&
  (OWN_NUMBER.test(key) || offersContact({ key }));

const OWN_NUMBER =
  /\b(?:cho|dua|gui|bao|doc) (?:luon )?(?:(?:ten va )?so(?: dien thoai)?|sdt|dien thoai|lien he)(?: (?:cho|voi))? (?:luon|ne|day|lai|cua (?:toi|tui|em|bac|minh|con|chau))\b|^(?:(?:toi|em|minh|tui|co|can|muon|duoc|cu|dong y|ok) )+(?:goi|lien he|lien lac)(?: lai)?(?: (?:duoc|dc|nhe|nha|a|di)){0,2}$|\b(?:lay so (?:toi|tui|em|bac|minh|con|chau)|so (?:toi|tui|em|bac|minh) day|(?:cho|goi|alo) (?:toi|tui|em|bac|minh) (?:nghe|nha|nhe|di)|(?:de|ghi|luu) (?:so|ten)|(?:lien he|lien lac|goi|alo|nhan|nhan tin)(?: (?:voi|vs|cho|lai|den|toi)){0,2} (?:toi|tui|em|bac|minh|con|chau)|de lai (?:\w+ )?(?:so|ten|sdt|lien he|lien lac|thong tin|dien thoai))\b|^lien he(?: a| nhe| di)?$/;

const WILLING =
  /\b(?:de lai|lien he|lien lac|cho so|so dien thoai|sdt|xung ten|de ten|ghi ten|ghi so|luu so|de so|khong (?:can |muon |phai )?(?:an danh|giau)|khong ngai|cong khai|contact|phone|leave)\b/;

/** A yes to "this or that" chooses neither: it is asked which. */
function questionOf({ asked, lane, waitingFor }: Draft, { reply }: Heard): string {
  if (reply === 'yes' && waitingFor === 'anonymity' && asked.includes('anonymity'))
    return 'report.askAnonymityWhich';
  return lane === 'misconduct' ? 'report.askAnonymityMisconduct' : 'report.askAnonymity';
}

export const contact: Step = {
  waiting: 'contact',
  required: true,
  known: (draft) => draft.anonymous !== false || draft.contact !== null,
  // "Tăng Gia Hân" sounds like "gia hạn", and asks for no procedure there.
  answers: (heard) =>
    saysAnonymous(heard) ||
    heard.understood.phone !== null ||
    (!heard.isRude && nameAlone(heard.text) !== null),
  prompt: (draft, { words }) => ({
    text: words(contactQuestion(draft)),
    ask: 'contact',
    options: [words('choices.anonymous')],
  }),
  take(draft, heard, tools) {
    if (saysAnonymous(heard)) return { ...draft, ...ANONYMOUS };
    if (heard.understood.phone) return takeContact(draft, heard, tools);
    if (refusesContact(heard)) return { ...draft, ...ANONYMOUS };
    // A name without a number is private as well: it is kept, and the number asked for.
    const name =
      isCaption(heard) || tellsOn(heard)
        ? null
        : (nameAsked(heard.text) ?? loneName(heard.text) ?? nameAlone(heard.text, nameBehind));
    return name === null ? undefined : takeName(draft, name, tools);
  },
  skip: (draft) => ({ ...draft, ...ANONYMOUS }),
};

/** Whose name is known already is asked for the number alone. */
function contactQuestion({ asked, named }: Draft): string {
  if (named !== undefined) return 'report.askPhone';
  return asked.includes('contact') ? 'report.askContactAgain' : 'report.askContact';
}

/** A number that stands in the story already is not asked for again, unless it is somebody else's or to be put right. */
function withKnownContact(draft: Draft, { scope }: StepTools): Draft {
  if (draft.changing && draft.kept?.contact) return draft;
  const signed = signatureIn(draft.words.join('\n'), true);
  if (!signed) return draft;
  const { name, phone } = signed;
  scope.keepContact({ ...(name !== null && { name }), phone });
  return { ...draft, contact: contactOf(name, phone) };
}

/** Keeps name and phone apart; log and draft hold only what may be read back. */
export function takeContact(draft: Draft, heard: Heard, { scope }: StepTools): Draft {
  const { phone } = heard.understood;
  const told = nameToldBy(draft, heard);
  const isKnown = contactOf(null, phone ?? '', draft) !== maskPhone(phone ?? '');
  const name = told ?? (isKnown ? null : nameInStory(draft, phone));
  const masked = contactOf(name, phone ?? '', draft);
  scope.keepContact({ ...(name && { name }), ...(phone && { phone }) }, masked);
  return { ...draft, anonymous: false, contact: masked };
}

/** A name by itself, kept apart as well. */
export function takeName(draft: Draft, name: string, { scope }: StepTools): Draft {
  const masked = maskName(name);
  scope.keepContact({ name }, masked);
  const number = draft.contact?.split(' · ').at(-1);
  return number === undefined ? { ...draft, named: masked } : { ...draft, contact: `${masked} · ${number}` };
}
