import { parseArgs } from 'node:util';
import { invalid } from '../../hotline/errors';
import type { Units } from '../../hotline/routing/agencies';
import type { Routed } from '../../hotline/routing/rules';
import { CATEGORIES, LANES, type Location } from '../../hotline/ticket/ticket';

/** A place that a text names; `communeCode` null with candidates: the name alone does not tell which. */
export interface NamedPlace {
  text: string;
  provinceCode: string | null;
  communeCode: string | null;
  candidates: readonly string[];
}

/** What the bot understands of a text: the part that decides who gets it. */
export interface UnderstoodReport {
  intent: string;
  category: Routed['category'];
  urgent: boolean;
  places: readonly NamedPlace[];
}

/** What there is to know for reading the options. */
export interface Known {
  units: Units;
  understand: (text: string, now: Date) => UnderstoodReport;
  placesIn: (text: string) => readonly NamedPlace[];
}

export type Options = ReturnType<typeof optionsOf>;

export function optionsOf(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  return parseArgs({
    args: [...args],
    options: {
      ...{ explain: flag, json: flag, urgent: flag, at: text },
      ...{ lane: text, category: text, text, source: text, place: text, province: text, commune: text },
    },
  }).values;
}

/** The moment of filing; now, unless it is said. */
export function momentOf({ at }: Options): Date {
  const moment = at === undefined ? new Date() : new Date(at);
  if (Number.isNaN(moment.getTime()))
    throw invalid(`--at: "${at}" không phải thời điểm, ví dụ 2026-11-25T09:00+07:00`);
  return moment;
}

/**
 * The report that is asked about. Options say it part by part; without a lane the text is understood as the bot would,
 * and options that are there have the last word.
 * @throws HotlineError `invalid`, which names the option
 */
export function reportOf(options: Options, words: string, known: Known, now: Date): Routed {
  const lane = oneOf('lane', options.lane, LANES);
  const category = oneOf('category', options.category, CATEGORIES);
  const understood = lane === undefined ? known.understand(words, now) : undefined;
  const ofLane = lane ?? laneOf(understood?.intent);
  if (category !== undefined && ofLane !== 'pollution')
    throw invalid('--category: chỉ phản ánh ô nhiễm (--lane pollution) mới có loại');
  return {
    lane: ofLane,
    // Only pollution has one, understood or said.
    category: category ?? understood?.category ?? null,
    urgent: options.urgent ?? understood?.urgent ?? false,
    location: locationOf(options, understood?.places ?? [], known),
    description: words,
    source: options.source ?? null,
  };
}

function oneOf<T extends string>(name: string, said: string | undefined, all: readonly T[]): T | undefined {
  if (said === undefined) return undefined;
  const found = all.find((each) => each === said);
  if (!found) throw invalid(`--${name}: "${said}" không có; hãy chọn một trong ${all.join(', ')}`);
  return found;
}

function laneOf(intent = ''): Routed['lane'] {
  if (intent === 'report.emergency') return 'pollution';
  const lane = LANES.find((each) => intent === `report.${each}`);
  if (!lane)
    throw invalid('Nội dung này không giống một phản ánh; hãy thêm --lane pollution, land hoặc misconduct');
  return lane;
}

function locationOf(
  { place, province, commune }: Options,
  understood: readonly NamedPlace[],
  known: Known,
): Location {
  if (province !== undefined || commune !== undefined) return byCodes(province, commune, known.units);
  const [found] = place === undefined ? understood : known.placesIn(place);
  if (place !== undefined && !found)
    throw invalid(`--place: không nhận ra "${place}"; hãy dùng --commune hoặc --province với mã`);
  if (found && found.communeCode === null && found.candidates.length > 1) throw ambiguous(found, known.units);
  const { provinceCode = null, communeCode = null } = found ?? {};
  return { text: place ?? found?.text ?? '', provinceCode, communeCode, lat: null, lon: null };
}

function byCodes(province: string | undefined, commune: string | undefined, units: Units): Location {
  const there = units.communes.find(({ code }) => code === commune);
  if (commune !== undefined && !there) throw invalid(`--commune: không có xã, phường nào mã "${commune}"`);
  const provinceCode = province ?? there?.provinceCode ?? null;
  if (!units.provinces.some(({ code }) => code === provinceCode))
    throw invalid(`--province: không có tỉnh, thành phố nào mã "${provinceCode}"`);
  if (there && there.provinceCode !== provinceCode)
    throw invalid(`--commune: ${there.fullName} không thuộc tỉnh mã "${provinceCode}"`);
  return { text: '', provinceCode, communeCode: there?.code ?? null, lat: null, lon: null };
}

const SHOWN = 8;

function ambiguous({ text, candidates }: NamedPlace, { provinces, communes }: Units) {
  const named = candidates.slice(0, SHOWN).map((code) => {
    const commune = communes.find((unit) => unit.code === code);
    const province = provinces.find((unit) => unit.code === commune?.provinceCode);
    return `${code} ${[commune?.fullName, province?.fullName].filter(Boolean).join(', ')}`;
  });
  return invalid(
    `Có ${candidates.length} nơi tên "${text}"; hãy chọn bằng --commune MÃ: ${named.join('; ')}`,
  );
}
