import type { TurnContext } from 'botbuilder-core';
import type { Activity } from '../../hotline/activity';
import type { OpeningHours } from '../../hotline/hours';
import { type AgencyKind, agencyFinder, type Contact, type Units } from '../../hotline/routing/agencies';
import type { Agency } from '../../hotline/ticket/ticket';
import { readText } from '../../nlp/fold';
import { spotter } from '../../nlp/spotter';
import type { Intent } from '../../nlp/types';
import type { Heard } from '../hear';
import { spokenHours } from '../replies/clock';
import { personChoice } from '../replies/menu';
import { message } from '../replies/prompt';
import type { Topic } from '../topics';
import { TurnScope } from '../turn-scope';
import type { Words } from '../words';

export interface ContactParts {
  hours: OpeningHours;
  /** How to reach agencies, by code: those that somebody has confirmed. */
  contacts: Readonly<Record<string, Contact>>;
  kinds: Readonly<Record<string, AgencyKind>>;
  units: Units;
  /** What people call them, by kind. */
  offices: Readonly<Record<string, readonly string[]>>;
}

const HOURS =
  /\b(?:may gio|gio (?:lam viec|mo cua|hanh chinh|truc|giac)|thoi gian lam viec|lam viec (?:luc|tu|den|may|gio|ngay|thu|cuoi|chu nhat|24)|mo cua|(?:thu bay|thu 7|chu nhat|cuoi tuan|ngay le|ban dem) co (?:lam|ai|nguoi|truc|mo)|co (?:lam|truc)(?: viec)? (?:thu|chu nhat|cuoi tuan|ngay le|ban dem)|opening hours|working hours|office hours|what time|are you open)\b/;
const REACH =
  /\b(?:so (?:dien thoai|dt|phone|hotline|nong|may|nao|lien he)|sdt|so dt|dien thoai|hotline so|so hotline|duong day nong (?:la )?(?:so|bao nhieu)|email|e mail|dia chi|tru so|o dau|cho nao|phone|number|address|where is)\b/;
const MAY_ASK: ReadonlySet<Intent> = new Set(['hotline.info', 'out_of_scope', 'help']);
const LONGEST = 20;

/** When people are there, and by which phone or at which address an agency is to be reached: only what is confirmed. */
export class ContactTopic implements Topic {
  private readonly officesIn: ReturnType<typeof spotter<string>>;
  private readonly find: ReturnType<typeof agencyFinder>;

  constructor(private readonly parts: ContactParts) {
    const lists = Object.entries(parts.offices).map(([kind, phrases]) => [kind, { phrases }] as const);
    this.officesIn = spotter(Object.fromEntries(lists));
    this.find = agencyFinder(parts.units);
  }

  answer(context: TurnContext): Promise<readonly Activity[] | undefined> {
    const { heard, words } = TurnScope.of(context);
    return Promise.resolve(this.said(heard, words));
  }

  private said(heard: Heard, words: Words): Activity[] | undefined {
    const isAsked = MAY_ASK.has(heard.intent) && heard.key.split(' ').length <= LONGEST;
    if (!isAsked) return undefined;
    if (HOURS.test(heard.key)) return [this.hours(words)];
    const kind = this.kindIn(heard.text);
    const isReach = REACH.test(heard.key) && (kind !== undefined || heard.intent === 'hotline.info');
    return isReach ? [this.reach(words, heard, kind)] : undefined;
  }

  private hours(words: Words): Activity {
    const hours = spokenHours(words, this.parts.hours);
    return message({ text: words('person.hours', { hours }), choices: [personChoice(words)] });
  }

  private reach(words: Words, heard: Heard, kind: AgencyKind | undefined): Activity {
    const agency = kind && this.find(kind, heard.understood.places[0] ?? NOWHERE);
    const contact = agency && this.parts.contacts[agency.code];
    const text =
      agency && contact
        ? confirmed(words, agency, contact)
        : words('person.noContact', { agency: agency?.name ?? words('person.anyAgency') });
    return message({ text: `${text}\n${words('person.emergencies')}`, choices: [personChoice(words)] });
  }

  /** The longest name that is said: "sở nông nghiệp và môi trường" is not also "sở". */
  private kindIn(text: string): AgencyKind | undefined {
    const spots = this.officesIn(readText(text));
    const [longest] = spots.sort((a, b) => b.to - b.from - (a.to - a.from));
    return longest && this.parts.kinds[longest.list];
  }
}

const NOWHERE = { provinceCode: null, communeCode: null };

function confirmed(words: Words, { name }: Agency, { phone, email, address }: Contact): string {
  return [
    name,
    ...(phone ? [words('person.phone', { phone })] : []),
    ...(email ? [words('person.email', { email })] : []),
    ...(address ? [words('person.address', { address })] : []),
  ].join('\n');
}
