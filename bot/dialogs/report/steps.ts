import { CATEGORIES, LANES, type Location } from '../../../hotline/ticket/ticket';
import { maskPhone, nameIn, phoneIn } from '../../../nlp/contact';
import { keyOf } from '../../../nlp/fold';
import type { Heard } from '../../hear';
import type { Places } from '../../places';
import { type Prompt } from '../../replies/prompt';
import type { TurnScope } from '../../turn-scope';
import type { Words } from '../../words';
import { absorbFacts, absorbStory, categoryTold } from './absorb';
import { type Draft, type Waiting, withWords } from './draft';

/** At most so many questions before the summary of a normal report. */
const QUESTIONS = 4;

export interface StepTools {
  words: Words;
  places: Places;
  scope: TurnScope;
}

export interface Step {
  waiting: Waiting;
  /** Must be known before the report can be filed. */
  required: boolean;
  missing(draft: Draft): boolean;
  prompt(draft: Draft, tools: StepTools): Prompt;
  /** The draft with the answer taken in; undefined when it is no answer to this question. */
  take(draft: Draft, heard: Heard, tools: StepTools): Draft | undefined;
  /** Is it an answer to this question for certain, whatever else it sounds like? */
  answers?(heard: Heard): boolean;
  /** The draft when the question is skipped; undefined when it cannot be. */
  skip(draft: Draft): Draft | undefined;
}

/** What the lane is: pollution, land, misconduct. */
const lane: Step = {
  waiting: 'lane',
  required: true,
  missing: (draft) => draft.lane === null,
  prompt: (_draft, { words }) => ({
    text: words('report.askLane'),
    ask: 'category',
    options: LANES.map((each) => words(`lane.${each}`)),
  }),
  take(draft, heard, tools) {
    const chosen = LANES.find((each) => heard.key === keyOf(tools.words(`lane.${each}`)));
    if (chosen) return { ...draft, lane: chosen };
    const kind = CATEGORIES.find((each) => heard.key === keyOf(tools.words(`category.${each}`)));
    if (kind) return { ...draft, lane: 'pollution', category: kind };
    const told = absorbStory(draft, heard, tools.places);
    if (told.lane) return told;
    // A story of which nothing was recognised is still a story: pollution is what most reports are.
    return told.words.length > draft.words.length ? { ...told, lane: 'pollution' } : undefined;
  },
  skip: (draft) => ({ ...draft, lane: 'pollution' }),
};

const description: Step = {
  waiting: 'description',
  required: true,
  missing: (draft) => draft.words.length === 0 && !(draft.category !== null && draft.files.length > 0),
  prompt: (_draft, { words }) => ({ text: words('report.askDescription'), ask: 'description' }),
  take(draft, heard, { places }) {
    const told = absorbStory(draft, heard, places);
    if (heard.text) return withWords(told, heard.text);
    return heard.files.length > 0 || heard.point ? told : undefined;
  },
  skip: (draft) =>
    draft.files.length > 0 || draft.asked.filter((each) => each === 'description').length > 1
      ? withWords(draft, '–')
      : undefined,
};

const category: Step = {
  waiting: 'category',
  required: false,
  missing: (draft) => draft.lane === 'pollution' && draft.category === null,
  prompt: (_draft, { words }) => ({
    text: words('report.askCategory'),
    ask: 'category',
    options: CATEGORIES.map((each) => words(`category.${each}`)),
  }),
  take(draft, heard, { words }) {
    const chosen = CATEGORIES.find((each) => heard.key === keyOf(words(`category.${each}`)));
    const kind = chosen ?? categoryTold(heard);
    return kind ? { ...draft, category: kind } : undefined;
  },
  skip: (draft) => ({ ...draft, category: 'other' }),
};

const location: Step = {
  waiting: 'location',
  required: true,
  answers: ({ understood, point }) => understood.places.length > 0 || point !== null,
  missing: ({ location: place, candidates, asked, changing }) => {
    if (!place || candidates.length > 0) return true;
    if (changing || place.communeCode) return false;
    // The unit could not be told; ask once more, then take what was said.
    return asked.filter((each) => each === 'location').length < 2;
  },
  prompt(draft, { words, places }) {
    const text = draft.location?.text ?? '';
    if (draft.candidates.length > 0) {
      return {
        text: words('report.askWhich', { text }),
        ask: 'location',
        options: places.namesOf(draft.candidates),
      };
    }
    return { text: words(text ? 'report.askCommune' : 'report.askLocation', { text }), ask: 'location' };
  },
  take(draft, heard, tools) {
    if (heard.point) return takePoint(draft, heard.point, tools);
    if (!heard.text) return undefined;
    return takePlace(draft, heard, tools.places);
  },
  skip: (draft) =>
    draft.asked.filter((each) => each === 'location').length > 1
      ? { ...draft, location: draft.location ?? unknownPlace, candidates: [] }
      : undefined,
};

const unknownPlace: Location = {
  text: 'chưa rõ',
  provinceCode: null,
  communeCode: null,
  lat: null,
  lon: null,
};

function takePoint(
  draft: Draft,
  point: { lat: number; lon: number },
  { places }: StepTools,
): Draft | undefined {
  const found = places.at(point);
  return found && { ...draft, location: found.location, candidates: [] };
}

/** What was said before ("gần cầu Nhật Tân") and what is said now ("phường Hồng Hà") make one place. */
function takePlace(draft: Draft, heard: Heard, places: Places): Draft {
  const before = draft.changing ? null : draft.location;
  const chosen = places.chosen(draft.candidates, heard.text) ?? heard.understood.places[0];
  const text =
    before?.text && !isSame(before.text, heard.text) ? `${before.text}, ${heard.text}` : heard.text;
  if (!chosen) return { ...draft, location: { ...(before ?? unknownPlace), text }, candidates: [] };
  const named = places.locationOf(chosen, draft.candidates.length > 0 ? (before?.text ?? text) : text);
  return {
    ...draft,
    location: { ...named, provinceCode: named.provinceCode ?? before?.provinceCode ?? null },
    candidates: chosen.candidates,
  };
}

const isSame = (a: string, b: string): boolean => keyOf(b).includes(keyOf(a));

const time: Step = {
  waiting: 'time',
  required: false,
  answers: ({ understood }) => understood.time !== null,
  missing: (draft) => draft.time === null && !draft.urgent && !draft.asked.includes('time'),
  prompt: (_draft, { words }) => ({
    text: words('report.askTime'),
    ask: 'time',
    options: [words('choices.skip')],
  }),
  take(draft, heard, { places }) {
    const told = absorbFacts({ ...draft, time: null }, heard, places);
    if (told.time || !heard.text) return told.time || heard.files.length > 0 ? told : undefined;
    return { ...told, time: { text: heard.text.slice(0, 300), from: null, to: null, recurring: false } };
  },
  skip: (draft) => draft,
};

const photos: Step = {
  waiting: 'photos',
  required: false,
  missing: () => false,
  prompt: (_draft, { words }) => ({
    text: words('report.askPhotos'),
    ask: 'photos',
    options: [words('choices.skip')],
  }),
  take: (draft, heard, { places }) =>
    heard.files.length > 0 ? absorbFacts(draft, heard, places) : undefined,
  skip: (draft) => draft,
};

/** "Thôi cho tôi ẩn danh" is an answer, and no wish to stop. */
function saysAnonymous({ key }: Heard): boolean {
  return /\b(?:an danh|giau ten|khong de lai)\b/.test(key);
}

const anonymity: Step = {
  waiting: 'anonymity',
  required: true,
  missing: (draft) => draft.anonymous === null,
  answers: saysAnonymous,
  prompt: (_draft, { words }) => ({
    text: words('report.askAnonymity'),
    ask: 'anonymity',
    options: [words('choices.anonymous'), words('choices.contact')],
  }),
  take(draft, heard, tools) {
    if (heard.understood.phone) return takeContact({ ...draft, anonymous: false }, heard, tools);
    const said = heard.key;
    if (saysAnonymous(heard) || heard.intent === 'deny') {
      return { ...draft, anonymous: true, contact: null };
    }
    const willing = /\b(?:de lai|lien he|cho so|so dien thoai)\b/.test(said) || heard.intent === 'affirm';
    return willing ? withKnownPhone({ ...draft, anonymous: false }, tools) : undefined;
  },
  skip: (draft) => ({ ...draft, anonymous: true, contact: null }),
};

const contact: Step = {
  waiting: 'contact',
  required: true,
  missing: (draft) => draft.anonymous === false && draft.contact === null,
  answers: saysAnonymous,
  prompt: (draft, { words }) => ({
    text: words(draft.asked.includes('contact') ? 'report.askContactAgain' : 'report.askContact'),
    ask: 'contact',
    options: [words('choices.anonymous')],
  }),
  take(draft, heard, tools) {
    if (saysAnonymous(heard)) return { ...draft, anonymous: true, contact: null };
    if (heard.understood.phone) return takeContact(draft, heard, tools);
    // A name without a number is private as well: it is kept, and the number asked for.
    const name = nameIn(heard.text);
    if (name) tools.scope.keepContact({ name }, maskName(name));
    return undefined;
  },
  skip: (draft) => ({ ...draft, anonymous: true, contact: null }),
};

/** A number that stands in the story already is not asked for again. */
function withKnownPhone(draft: Draft, { scope }: StepTools): Draft {
  const phone = phoneIn(draft.words.join('\n'));
  if (!phone) return draft;
  scope.keepContact({ phone });
  return { ...draft, contact: maskPhone(phone) };
}

/** Keeps name and phone apart; log and draft hold only what may be read back. */
export function takeContact(draft: Draft, heard: Heard, { scope }: StepTools): Draft {
  const { phone } = heard.understood;
  const name = nameIn(heard.text);
  const number = maskPhone(phone ?? '');
  const masked = name ? `${maskName(name)} · ${number}` : number;
  scope.keepContact({ ...(name && { name }), ...(phone && { phone }) }, masked);
  return { ...draft, anonymous: false, contact: masked };
}

const maskName = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => `${word.slice(0, 1).toUpperCase()}••`)
    .join(' ');

/** The report, as the list of its steps. */
export const STEPS: readonly Step[] = [lane, description, location, category, time, anonymity, contact];

export const stepOf = (waiting: Waiting): Step | undefined =>
  [...STEPS, photos].find((step) => step.waiting === waiting);

/** The next thing to ask: what is needed, and what is welcome as long as the questions do not get too many. */
export function nextStep(draft: Draft): Step | undefined {
  const left = QUESTIONS - draft.asked.filter((each) => each !== 'contact').length;
  const needed = STEPS.filter((step) => step.required && step.missing(draft)).length;
  return STEPS.find(
    (step) =>
      step.missing(draft) && (step.required || (left > needed && !draft.asked.includes(step.waiting))),
  );
}
