import { wordCount } from '../../../nlp/fold';
import type { TurnContext } from 'botbuilder-core';
import type { Activity } from '../../../hotline/activity';
import type { AirNow } from '../../../hotline/air/now';
import type { AirTomorrow } from '../../../hotline/air/tomorrow';
import type { Place } from '../../../nlp/types';
import type { Places } from '../../places';
import { withWaiting } from '../../person/still-waiting';
import { message } from '../../replies/prompt';
import { TurnScope } from '../../turn-scope';
import type { Topic } from '..';
import { airAnswer, tomorrowAnswer } from './answer';
import type { Area, Areas } from './areas';
import * as reading from './asked';
import type { Ahead } from './asked';
import { type AirTalk, airTalk, keepAirTalk, lastArea } from './thread';

/** The effect that looks up the air. */
export const AIR = 'air';

/** What is asked of the effect, and what comes back. */
export interface AirInput extends Area {
  /** It was asked about hours to come. */
  ahead: Ahead | false;
}
export interface AirResult {
  place: string;
  ahead: Ahead | false;
  /** Null: nobody knows. */
  air: AirNow | null;
  /** Looked up only when it was asked about hours to come. */
  tomorrow?: AirTomorrow | null;
}

export interface AirTopicParts {
  places: Places;
  areas: Areas;
}

/** "Không khí ở Hà Nội hôm nay thế nào": the place is found, the look-up asked for, and told of when it comes back. */
export class AirTopic implements Topic {
  constructor(private readonly parts: AirTopicParts) {}

  answer(context: TurnContext): Promise<readonly Activity[] | undefined> {
    const scope = TurnScope.of(context);
    return Promise.resolve(scope.heard.intent === 'air.quality' ? this.asked(scope) : undefined);
  }

  /** The place that was asked for, or another one: "còn Đà Nẵng thì sao". */
  follow(context: TurnContext, amid: boolean): readonly Activity[] | undefined {
    const scope = TurnScope.of(context);
    const { heard } = scope;
    if (reading.asksWhatItIs(heard.key)) return [message({ text: scope.words('air.what') })];
    const today = amid ? undefined : this.todays(scope);
    if (today) return today;
    const talk = airTalk(scope, amid);
    if (!talk || heard.intent === 'air.quality' || reading.reportAsksWhere(scope)) return undefined;
    if (talk.waits) return this.told(scope, talk) ?? (amid ? undefined : this.notFound(scope, talk));
    return this.goesOn(scope, talk, amid);
  }

  /** "Giờ thế nào rồi", hours later. */
  private todays(scope: TurnScope): Activity[] | undefined {
    if (!reading.asksAgain(scope.heard.key) || scope.state.tickets.length > 0) return undefined;
    const area = lastArea(scope);
    return area && this.lookUp(scope, area);
  }

  private goesOn(scope: TurnScope, { area }: AirTalk, amid: boolean): Activity[] | undefined {
    if (area && !amid && reading.asksOfGoingOut(scope.heard.key)) return this.lookUp(scope, area);
    if (this.isAnotherPlace(scope, amid)) return this.named(scope);
    return area && reading.asksAnotherTime(scope.heard) ? this.lookUp(scope, area) : undefined;
  }

  resume(context: TurnContext, effect: string, result: unknown): readonly Activity[] | undefined {
    if (effect !== AIR) return undefined;
    const { words } = TurnScope.of(context);
    const { place, air, ahead, tomorrow } = result as AirResult;
    if (tomorrow) return [tomorrowAnswer(words, place, tomorrow, { air, ahead })];
    if (!air) return [message({ text: words('air.unknown', { place }) })];
    return [airAnswer(words, place, air, ahead !== false)];
  }

  private asked(scope: TurnScope): Activity[] {
    const area = this.shared(scope);
    if (area) return this.lookUp(scope, area);
    return this.named(scope) ?? this.meant(scope) ?? this.ask(scope);
  }

  /** A place in the words; undefined when there is none. */
  private named(scope: TurnScope): Activity[] | undefined {
    const { meant, key } = scope.heard;
    const [place] = meant.places;
    const area = place ? this.parts.areas.of(place) : this.parts.areas.calledOneOf(reading.namesIn(key));
    if (!area) return undefined;
    return 'which' in area ? this.askWhich(scope, place?.text ?? '', area.which) : this.lookUp(scope, area);
  }

  /** No place was named: that of the report under way, or the one they asked about before. */
  private meant(scope: TurnScope): Activity[] | undefined {
    const place = reading.placeOfReport(scope);
    const area = (place && this.settled(place)) ?? lastArea(scope);
    return area && this.lookUp(scope, area);
  }

  private settled(place: Place): Area | undefined {
    const area = this.parts.areas.of(place);
    return area && 'which' in area ? undefined : area;
  }

  /** A shared position: its commune, and nothing more exact. */
  private shared({ heard: { point } }: TurnScope): Area | undefined {
    const code = point && this.parts.places.at(point)?.location.communeCode;
    return code ? this.parts.areas.ofCommune(code) : undefined;
  }

  /** The answer to "where?" and to "which of these?"; anything else is no answer. */
  private told(scope: TurnScope, { which }: AirTalk): readonly Activity[] | undefined {
    const { heard, words } = scope;
    if (heard.control !== null && heard.control !== 'resume') {
      keepAirTalk(scope, { waits: false, which: [] });
      return [message({ text: withWaiting(scope, words('air.left')) })];
    }
    const area = this.shared(scope) ?? this.chosen(scope, which);
    if (area) return this.lookUp(scope, area);
    if (heard.point) return [message({ text: words('air.nowhere'), ask: 'location' })];
    return heard.intent.startsWith('report.') && !reading.isOnlyAPlace(heard) ? undefined : this.named(scope);
  }

  /** "Paris", "nhà tôi": asked once more. */
  private notFound(scope: TurnScope, talk: AirTalk): Activity[] | undefined {
    const { heard, words } = scope;
    if (talk.again || !reading.mayBePlace(heard)) return undefined;
    keepAirTalk(scope, { ...talk, again: true });
    return [message({ text: words('air.notFound'), ask: 'location' })];
  }

  private chosen({ heard }: TurnScope, which: readonly string[]): Area | undefined {
    const [only, ...others] = which.length > 0 ? this.parts.places.narrowed(which, heard.meant) : [];
    return only !== undefined && others.length === 0 ? this.parts.areas.ofCommune(only) : undefined;
  }

  private lookUp(scope: TurnScope, { name, lat, lon }: Area): Activity[] {
    const ahead = this.aheadIn(scope);
    const input: AirInput = { name, lat, lon, ahead };
    keepAirTalk(scope, { waits: false, which: [], area: { name, lat, lon }, ahead });
    scope.request({ type: AIR, input });
    return [message({ text: scope.words('air.looking', { place: name }) })];
  }

  private ask(scope: TurnScope): Activity[] {
    keepAirTalk(scope, { waits: true, which: [], ahead: this.aheadIn(scope) });
    return [message({ text: scope.words('air.askPlace'), ask: 'location' })];
  }

  private askWhich(scope: TurnScope, text: string, which: string[]): Activity[] {
    keepAirTalk(scope, { waits: true, which, ahead: this.aheadIn(scope) });
    const options = this.parts.places.namesOf(which, null);
    return [message({ text: scope.words('air.askWhich', { text }), ask: 'location', options })];
  }

  /** The time that is named; else, for what only goes on, the one that was talked about. */
  private aheadIn(scope: TurnScope): Ahead | false {
    const { key, intent } = scope.heard;
    const named = reading.asksAhead(key);
    if (named || NOW.test(key) || intent === 'air.quality') return named;
    return airTalk(scope, false)?.ahead ?? false;
  }

  /** Right after an answer: the same of somewhere else, whatever so few words sound like; amid a report it is said so. */
  private isAnotherPlace({ heard }: TurnScope, amid: boolean): boolean {
    const { key, meant, intent } = heard;
    const words = wordCount(key);
    if (words > FEW) return false;
    if (!reading.goesOn(key)) {
      if (amid || reading.isOnlyAPlace(heard)) return !amid;
      return intent === 'out_of_scope' && words <= NAME && this.isNamed(key);
    }
    return (intent === 'out_of_scope' && meant.places.length > 0) || this.isNamed(key);
  }

  private isNamed(key: string): boolean {
    return this.parts.areas.calledOneOf(reading.namesIn(key)) !== undefined;
  }
}

const NOW = /\b(?:hom nay|bay gio|hien (?:tai|nay)|luc nay|today|now)\b/;
const FEW = 9;
/** A name alone, with a word or two around it: "Vinh thì sao". */
const NAME = 4;
