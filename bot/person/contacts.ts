import type { TurnContext } from 'botbuilder-core';
import type { Activity } from '../../hotline/activity';
import type { OpeningHours } from '../../hotline/hours';
import { type AgencyKind, agencyFinder, type Contact, type Units } from '../../hotline/routing/agencies';
import type { Agency } from '../../hotline/ticket/ticket';
import { readText, wordCount } from '../../nlp/fold';
import { spotter } from '../../nlp/spotter';
import type { Intent, Place } from '../../nlp/types';
import type { Heard } from '../hear';
import { spokenHours } from '../replies/clock';
import { personChoice } from '../replies/menu';
import { message } from '../replies/prompt';
import type { Topic } from '../topics';
import { TurnScope } from '../turn-scope';
import type { Words } from '../words';
import { asksHours } from './hours';

export interface ContactParts {
  hours: OpeningHours;
  /** How to reach agencies, by code: those that somebody has confirmed. */
  contacts: Readonly<Record<string, Contact>>;
  kinds: Readonly<Record<string, AgencyKind>>;
  units: Units;
  /** Places that a text names. */
  placesIn: (text: string) => readonly Place[];
  /** What people call them, by kind. */
  offices: Readonly<Record<string, readonly string[]>>;
}

/** A kind of agency, and what is said behind its name: where. */
interface Office {
  kind: AgencyKind;
  after: string;
}

const REACH =
  /\b(?:so (?:dien thoai|dt|cuu hoa|cap cuu|cong an|canh sat|khan cap|phone|hotline|nong|may|nao|lien he)|sdt|so dt|dien thoai|hotline so|so hotline|duong day nong (?:la )?(?:so|bao nhieu)|email|e mail|dia chi|tru so|o dau|cho nao|phone|number|address|where is)\b/;
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
    const isAsked = MAY_ASK.has(heard.intent) && wordCount(heard.key) <= LONGEST;
    if (!isAsked) return undefined;
    if (asksHours(heard.key)) return [this.hours(words)];
    const office = this.officeIn(heard.text);
    const isReach = REACH.test(heard.key) && (office !== undefined || heard.intent === 'hotline.info');
    return isReach ? [this.reach(words, heard, office)] : undefined;
  }

  private hours(words: Words): Activity {
    const hours = spokenHours(words, this.parts.hours);
    return message({ text: words('person.hours', { hours }), choices: [personChoice(words)] });
  }

  private reach(words: Words, heard: Heard, office: Office | undefined): Activity {
    const agency = office && this.agencyAt(office, heard);
    const contact = agency && this.parts.contacts[agency.code];
    const text =
      agency && contact
        ? confirmed(words, agency, contact)
        : words('person.noContact', { agency: agency?.name ?? nameOf(office) ?? words('person.anyAgency') });
    return message({ text: `${text}\n${words('person.emergencies')}`, choices: [personChoice(words)] });
  }

  /** Of the first place that is named and has one. */
  private agencyAt({ kind, after }: Office, { understood }: Heard): Agency | undefined {
    const places = [...understood.places, ...this.parts.placesIn(after), NOWHERE];
    return places.map((place) => this.find(kind, place)).find((agency) => agency !== undefined);
  }

  /** The longest name that is said: "sở nông nghiệp và môi trường" is not also "sở". */
  private officeIn(text: string): Office | undefined {
    const said = readText(text);
    const [longest] = this.officesIn(said).sort((a, b) => b.to - b.from - (a.to - a.from));
    const kind = longest && this.parts.kinds[longest.list];
    return kind && { kind, after: said.text.slice(said.words[longest.to - 1]?.end) };
  }
}

const NOWHERE = { provinceCode: null, communeCode: null };

const nameOf = (office: Office | undefined): string | undefined => office?.kind.name.replace(' {unit}', '');

function confirmed(words: Words, { name }: Agency, { phone, email, address }: Contact): string {
  return [
    name,
    ...(phone ? [words('person.phone', { phone })] : []),
    ...(email ? [words('person.email', { email })] : []),
    ...(address ? [words('person.address', { address })] : []),
  ].join('\n');
}
