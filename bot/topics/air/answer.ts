import type { Activity } from '../../../hotline/activity';
import type { AirNow } from '../../../hotline/air/now';
import type { LevelId, Pollutant } from '../../../hotline/air/scale';
import type { AirTomorrow } from '../../../hotline/air/tomorrow';
import { spokenDate } from '../../replies/dates';
import { message } from '../../replies/prompt';
import type { Words } from '../../words';

/** The colours of the decision, as near as signs come to them. */
const COLOURS: Readonly<Record<LevelId, string>> = {
  tot: '🟢',
  'trung-binh': '🟡',
  kem: '🟠',
  xau: '🔴',
  'rat-xau': '🟣',
  'nguy-hai': '🟤',
};

/** How the air is: what it is called, of what and when, from whom, and what is good to do. */
export function airAnswer(words: Words, place: string, air: AirNow, ahead: boolean): Activity {
  const { level, aqi, main, attribution } = air;
  const lines = [
    words('air.now', { colour: COLOURS[level], place, level: words(`air.level.${level}`), aqi }),
    ...worst(words, main),
    ...noStation(words, air),
    seen(words, air),
    ...advice(words, level),
    ...(ahead ? [words('air.noForecast')] : []),
    words('air.source', { source: attribution }),
  ];
  return message({ text: lines.join('\n') });
}

/** What is expected of tomorrow, said to be a forecast; `air`: how it is now, where that is known. */
export function tomorrowAnswer(
  words: Words,
  place: string,
  tomorrow: AirTomorrow,
  { air, ahead }: { air: AirNow | null; ahead: 'tomorrow' | 'other' | false },
): Activity {
  const { level, aqi, main, day, attribution } = tomorrow;
  const called = words(`air.level.${level}`);
  const date = day.split('-').reverse().join('/');
  const lines = [
    words('air.tomorrow', { colour: COLOURS[level], place, day: date, level: called, aqi }),
    ...worst(words, main),
    words('air.expected'),
    ...(ahead === 'other' ? [words('air.onlyTomorrow')] : []),
    ...advice(words, level),
    ...(air ? [words('air.meanwhile', { level: words(`air.level.${air.level}`), aqi: air.aqi })] : []),
    words('air.source', { source: attribution }),
  ];
  return message({ text: lines.join('\n') });
}

const worst = (words: Words, main: Pollutant | null): string[] =>
  main ? [words('air.main', { pollutant: words(`air.pollutant.${idOf(main)}`) })] : [];

const noStation = (words: Words, { noStationWithin: km }: AirNow): string[] =>
  km === undefined ? [] : [words('air.noStation', { km })];

const advice = (words: Words, level: LevelId): string[] => [
  words('air.everybody', { advice: words(`air.forEverybody.${level}`) }),
  words('air.sensitive', { advice: words(`air.forSensitive.${level}`) }),
];

/** Dots part the keys of the words. */
const idOf = (pollutant: string): string => pollutant.replace('.', '');

function seen(words: Words, { kind, station, observedAt }: AirNow): string {
  const time = spokenDate(words, new Date(observedAt));
  if (kind === 'model') return words('air.modelled', { time });
  if (!station) return words('air.measured', { time });
  return words('air.measuredAt', {
    time,
    station: station.name,
    km: rounded(station.km, words('air.comma')),
  });
}

/** `2,3`; from ten on whole. */
const rounded = (km: number, comma: string): string =>
  km < 10 ? km.toFixed(1).replace('.', comma) : String(Math.round(km));
