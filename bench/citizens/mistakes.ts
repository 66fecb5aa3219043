import type { Chance } from './chance';
import type { Goal, Mistake } from './goal';
import { label, optionLike } from './labels';
import type { Said } from './line';
import { filled } from './sayings';
import type { Told } from './told';

/** How one citizen puts right what they told wrong. */
export class Mistakes {
  constructor(
    private readonly goal: Goal,
    private readonly told: Told,
    private readonly chance: Chance,
  ) {}

  /** In words, if it is time for that; what was to be put right at once is, at the latest, at the summary. */
  inWords(isSummary: boolean): Said[] | undefined {
    const { made, goal } = this.given();
    const when = goal.manner.mistake?.when;
    if (!made || when === 'by the buttons' || (when === 'at the summary' && !isSummary)) return undefined;
    this.told.isCorrected = true;
    return [{ text: this.correction(made) }];
  }

  /** By "Sửa lại", which asks what is to be changed. */
  byButtons(): Said[] | undefined {
    const { made, goal } = this.given();
    if (!made || goal.manner.mistake?.when !== 'by the buttons') return undefined;
    this.told.isCorrected = true;
    if (made.what === 'place') this.told.place = null;
    this.told.contact = null;
    return [{ text: label('choices.change') }];
  }

  /** The button of the part that was wrong. */
  part(options: readonly string[]): string | undefined {
    const { mistake } = this.goal.manner;
    return mistake && this.told.isCorrected ? optionLike(options, label(PARTS[mistake.what])) : undefined;
  }

  private given() {
    return { made: this.told.made, goal: this.goal };
  }

  private correction(made: Mistake): string {
    const { types, place, says, reporter } = this.goal;
    const { told } = this;
    const saying = types.talk(this.chance.oneOf(says[CORRECTIONS[made.what]] ?? []));
    const text = filled(saying, {
      wrong: this.wrong(made),
      right: types.talk(this.goal.matter ?? ''),
      place: types.name(place.says),
      kind: types.talk(this.kind()),
      time: types.name(told.nextTime ?? ''),
      phone: told.nextReporter?.phone ?? '',
      name: types.name(reporter?.name ?? ''),
    });
    if (made.what === 'place') Object.assign(told, { place, placeAsked: 0 });
    if (made.what === 'time') told.time = told.nextTime;
    if (WORDS.has(made.what)) told.say(text);
    return text;
  }

  /** In their own words, or as its button says it. */
  private kind(): string {
    const kind = this.goal.categories[0] ?? 'other';
    const own = this.goal.says.kind?.[kind] ?? [];
    return this.chance.oneOf([...own, label(`category.${kind}`)]);
  }

  private wrong(made: Mistake): string {
    const { types } = this.goal;
    if (made.what === 'place') return types.name(made.first.says);
    if (made.what === 'matter') return types.talk(made.first);
    return made.what === 'time' ? types.name(made.first) : '';
  }
}

/** What is put right in the citizen's own words is a part of these. */
const WORDS: ReadonlySet<Mistake['what']> = new Set(['place', 'time', 'matter']);

const PARTS = {
  place: 'change.location',
  time: 'change.time',
  phone: 'change.anonymity',
  anonymity: 'change.anonymity',
  kind: 'change.category',
  matter: 'change.description',
  silence: 'change.anonymity',
} as const;

const CORRECTIONS = {
  place: 'correctPlace',
  time: 'correctTime',
  phone: 'correctPhone',
  anonymity: 'toAnonymous',
  silence: 'toContact',
  kind: 'correctKind',
  matter: 'correctMatter',
} as const;
