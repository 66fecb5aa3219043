import type { Activity } from '../../../hotline/activity';
import type { AirNow } from '../../../hotline/air/now';
import type { LevelId } from '../../../hotline/air/scale';
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
  const lines = [
    words('air.now', {
      colour: COLOURS[air.level],
      place,
      level: words(`air.level.${air.level}`),
      aqi: air.aqi,
    }),
    ...(air.main ? [words('air.main', { pollutant: words(`air.pollutant.${idOf(air.main)}`) })] : []),
    seen(words, air),
    words('air.everybody', { advice: words(`air.forEverybody.${air.level}`) }),
    words('air.sensitive', { advice: words(`air.forSensitive.${air.level}`) }),
    ...(ahead ? [words('air.noForecast')] : []),
    words('air.source', { source: air.attribution }),
  ];
  return message({ text: lines.join('\n') });
}

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
