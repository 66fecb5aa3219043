import type { Chance } from './chance';
import type { Goal } from './goal';
import { label, optionLike } from './labels';
import type { Said } from './line';
import { Mistakes } from './mistakes';
import { type Fact, filled } from './sayings';
import { storyOf } from './story';
import { Told } from './told';

type Answer = (options: readonly string[]) => Said[];

/** What one citizen answers, from what they want and what they told already. */
export class Answers {
  readonly told: Told;
  private readonly mistakes: Mistakes;
  private added = false;

  constructor(
    private readonly goal: Goal,
    private readonly chance: Chance,
  ) {
    this.told = new Told(goal);
    this.mistakes = new Mistakes(goal, this.told, chance);
  }

  opening(): Said[] {
    switch (this.goal.manner.opening) {
      case 'wish':
      case 'greet':
        return [this.oneOf(this.goal.says.wish)];
      case 'kind':
        return [this.kindAlone()];
      case 'bare':
        return this.story({});
      case 'place':
        return this.story({ place: true });
      case 'full':
        return this.story({ place: true, time: true });
      case 'who':
        return this.story({ place: true, who: true });
      case 'signed':
        return this.signed(this.story({ place: true }));
      case 'all':
        return this.signed(this.story({ place: true, time: true, who: true }));
      case 'photo':
        return [...this.photos(), ...this.story({ place: true })];
      case 'photos alone':
        return this.photos();
    }
  }

  to(ask: string, options: readonly string[]): Said[] {
    const { volunteers } = this.goal.manner;
    const answers: Readonly<Record<string, Answer>> = {
      category: (kinds) => [this.kind(kinds)],
      description: () => [...this.story({ place: volunteers, time: volunteers }), ...this.photos()],
      location: (places) => [this.where(places)],
      time: () => [this.when(), ...this.photos()],
      source: () => [this.who()],
      photos: (skip) => (this.goal.photos > this.told.photos ? this.photos() : [this.skip(skip)]),
      anonymity: (choices) => this.anonymity(choices),
      contact: () => this.contact(),
      incident: (choices) => [{ text: choices[this.chance.below(2)] ?? 'không' }],
      confirm: () => this.confirm(),
      choice: (choices) => [this.choose(choices)],
    };
    const correction = ask === 'confirm' || ask === 'choice' ? undefined : this.mistakes.inWords(false);
    return correction ?? answers[ask]?.(options) ?? [this.skip(options)];
  }

  /** What happens, with or without where, when and who did it. */
  private story(slots: { place?: boolean; time?: boolean; who?: boolean }): Said[] {
    const { told, goal } = this;
    const place = slots.place && told.place === null && !told.nextPlace.point ? told.nextPlace : undefined;
    const time = slots.time && told.time === null ? told.nextTime : null;
    const pieces = storyOf(
      slots.who ? this.accusing() : goal,
      { place: place?.says, time: time ?? undefined, what: told.nextMatter ?? undefined },
      goal.manner.temper === 'old' ? goal.types.talk('Cháu ơi, ') : '',
      goal.manner.fragments,
    );
    if (place) told.place = place;
    if (time !== null) told.time = time;
    told.matter = told.nextMatter;
    told.say(...pieces);
    return pieces.map((text) => ({ text }));
  }

  /** With who did it told behind the story. */
  private accusing(): Goal {
    const { goal } = this;
    if (goal.source === null) return goal;
    return { ...goal, story: goal.story + this.chance.oneOf(goal.says.suspects ?? []) };
  }

  /** Behind what is said: who they are, or that they do not say it. That is no part of the story. */
  private signed(said: Said[]): Said[] {
    const { told, goal } = this;
    const reporter = told.nextReporter;
    if (reporter) told.contact = reporter;
    else told.silence = true;
    const { says, types } = goal;
    const saying = types.talk(this.chance.oneOf((reporter ? says.signedBy : says.unsigned) ?? []));
    const text = filled(saying, { phone: reporter?.phone ?? '', name: types.name(reporter?.name ?? '') });
    return said.map((each, at) => (at < said.length - 1 ? each : { text: `${each.text ?? ''} ${text}` }));
  }

  /** Its kind and nothing else. */
  private kindAlone(): Said {
    const { lane, categories, says } = this.goal;
    const kinds = lane === 'pollution' ? says.kind?.[categories[0] ?? 'other'] : says.lane[lane];
    return this.oneOf(kinds ?? says.wish);
  }

  private kind(options: readonly string[]): Said {
    const { lane, categories, manner, types, says } = this.goal;
    const button = optionLike(options, label(`lane.${lane}`));
    if (button !== undefined) return manner.buttons ? { text: button } : this.spoken('kind', says.lane[lane]);
    if (lane !== 'pollution') return this.spoken('kind', says.lane[lane]);
    const name = label(`category.${categories[0] ?? 'other'}`);
    const kind = optionLike(options, name);
    const own = says.kind?.[categories[0] ?? 'other'];
    if (manner.buttons && kind !== undefined) return { text: kind };
    return own === undefined ? { text: types.name(name) } : this.spoken('kind', own);
  }

  private where(options: readonly string[]): Said {
    const { told, goal } = this;
    const place = told.nextPlace;
    const option = optionLike(options, place.fullName);
    if (option !== undefined && (goal.manner.buttons || told.placeAsked > 1)) return { text: option };
    if (place.point) return { point: place.point };
    const isNew = told.place === null;
    const said = isNew ? place.says : place.then[Math.min(told.placeAsked, place.then.length - 1)];
    told.placeAsked = isNew ? 0 : told.placeAsked + 1;
    told.place = place;
    const fact = goal.types.fact(said ?? place.says);
    return { text: (isNew && this.whereAndWhen(fact)) || this.around('location', fact) };
  }

  /** By those who answer more than was asked; undefined where there is no more, or they say no more. */
  private whereAndWhen(place: string): string | undefined {
    const { told, goal } = this;
    const { placeAndTime } = goal.says;
    const time = told.nextTime;
    if (!placeAndTime || !goal.manner.volunteers || time === null || told.time !== null) return undefined;
    told.time = goal.types.fact(time);
    return filled(goal.types.talk(this.chance.oneOf(placeAndTime)), { place, time: told.time });
  }

  private when(): Said {
    const { told, goal } = this;
    const time = told.nextTime;
    if (time === null || (goal.manner.temper === 'hurried' && this.chance.in100(50))) return this.skip([]);
    told.time = goal.types.fact(time);
    return { text: this.around('time', told.time) + this.noPhotos() };
  }

  /** Now and then, by those who have none. */
  private noPhotos(): string {
    const { says, photos, types } = this.goal;
    if (!says.noPhotos || photos > 0 || !this.chance.in100(25)) return '';
    return types.talk(this.chance.oneOf(says.noPhotos));
  }

  private who(): Said {
    const { source, types, manner } = this.goal;
    if (source === null || manner.temper === 'hurried') return this.skip([]);
    this.told.source = types.fact(source);
    return { text: this.around('source', this.told.source) };
  }

  private anonymity(options: readonly string[]): Said[] {
    this.told.silence = this.told.nextReporter ? null : true;
    const wanted = this.told.nextReporter ? 'choices.contact' : 'choices.anonymous';
    const button = optionLike(options, label(wanted));
    if (this.goal.manner.buttons && button !== undefined) return [{ text: button }];
    if (!this.told.nextReporter) return [this.oneOf(this.goal.says.anonymous)];
    return this.chance.in100(50) ? this.contact() : [this.oneOf(this.goal.says.contactWish)];
  }

  /** Name and number, in as many messages as the saying has parts. */
  private contact(): Said[] {
    const { told, goal } = this;
    const reporter = told.nextReporter;
    if (!reporter) return [this.oneOf(this.goal.says.anonymous)];
    const saying = this.chance.oneOf(told.contact ? this.goal.says.phoneOnly : this.goal.says.contact);
    told.contact = reporter;
    const { phone, name } = reporter;
    const text = filled(goal.types.talk(saying), { phone, name: goal.types.name(name) });
    return text.split(' // ').map((part) => ({ text: part }));
  }

  /** At the summary: what was told wrong, a number in danger, more words, photos; then it is right. */
  private confirm(): Said[] {
    const { goal, told } = this;
    const correction = this.mistakes.inWords(true) ?? this.mistakes.byButtons();
    if (correction) return correction;
    if (goal.urgent && goal.reporter && !told.contact) return this.contact();
    const more = this.addition() ?? this.photos();
    if (more.length > 0) return more;
    return [goal.manner.buttons ? { text: label('choices.confirm') } : this.oneOf(this.goal.says.confirm)];
  }

  private addition(): Said[] | undefined {
    const { addition } = this.goal.manner;
    if (addition === undefined || this.added) return undefined;
    this.added = true;
    const text = this.goal.types.talk(addition);
    this.told.say(text);
    return [{ text }];
  }

  /** Which part is to be changed; or a draft is offered again. */
  private choose(options: readonly string[]): Said {
    const resume = optionLike(options, label('choices.resume'));
    return { text: this.mistakes.part(options) ?? resume ?? options[0] ?? label('menu.reportSays') };
  }

  private photos(): Said[] {
    const missing = this.goal.photos - this.told.photos;
    this.told.photos = this.goal.photos;
    return Array.from({ length: missing }, () => ({ photo: true }));
  }

  private skip(options: readonly string[]): Said {
    const button = optionLike(options, label('choices.skip'));
    return this.goal.manner.buttons && button !== undefined
      ? { text: button }
      : this.oneOf(this.goal.says.skip);
  }

  private spoken(fact: Fact, these: readonly string[]): Said {
    return { text: this.around(fact, this.goal.types.talk(this.chance.oneOf(these))) };
  }

  /** Alone, or with a short sentence around it. */
  private around(asked: Fact, fact: string): string {
    const { says, types } = this.goal;
    return says.around ? filled(types.talk(this.chance.oneOf(says.around[asked])), { fact }) : fact;
  }

  private oneOf(these: readonly string[]): Said {
    return { text: this.goal.types.talk(this.chance.oneOf(these)) };
  }
}
