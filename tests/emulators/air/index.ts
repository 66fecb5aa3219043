import { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { HttpSide } from '../http-side';

const HOUR_MS = 3_600_000;

export interface FakeStation {
  id: number;
  name: string;
  lat: number;
  lon: number;
  /** By OpenAQ's name of the pollutant: unit and the values of the last hours, the newest first; null where none came. */
  sensors: Record<string, { units: string; values: (number | null)[] }>;
  /** How long ago its newest hour ended. */
  hoursAgo?: number;
  mobile?: boolean;
}

export interface FakeAgencyStation {
  id: string;
  name: string;
  lat: number;
  lon: number;
  qi: number | string | null;
  /** As they write it. */
  at: string | null;
}

/** What goes wrong with a call, by the beginning of its path. */
export type Fault =
  'refuses' | 'is busy' | 'says nonsense' | 'says too much' | 'is silent' | 'sends elsewhere';

/** OpenAQ v3, Open-Meteo's air quality and Envisoft on one local port, with the shapes of the real ones. */
export class FakeAir {
  stations: FakeStation[] = [];
  agency: FakeAgencyStation[] = [];
  /** µg/m³ of every hour of the model, by Open-Meteo's names. */
  model: Record<string, number | null> = { pm2_5: 30, pm10: 50, ozone: 60, nitrogen_dioxide: 20 };
  readonly faults = new Map<string, Fault>();
  readonly asked: { path: string; headers: IncomingHttpHeaders; body: string }[] = [];
  private readonly http = new HttpSide((req, res) => void this.take(req, res));

  constructor(private readonly now: () => Date = () => new Date()) {}

  async open(): Promise<string> {
    await this.http.open();
    return this.http.root;
  }

  async close(): Promise<void> {
    await this.http.close();
  }

  private async take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', 'http://here');
    let body = '';
    for await (const piece of req) body += String(piece);
    this.asked.push({ path: req.url ?? '', headers: req.headers, body });
    const [, fault] = [...this.faults].find(([path]) => url.pathname.startsWith(path)) ?? [];
    if (fault) return this.fail(fault, res);
    const answer = this.answerTo(url, req);
    res.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    res.end(JSON.stringify(answer ?? { detail: 'Not Found' }));
  }

  private answerTo(url: URL, req: IncomingMessage): unknown {
    if (url.pathname === '/v1/air-quality') return this.modelled(url.searchParams);
    if (url.pathname === '/eos/services/call/json/get_stations' && req.method === 'POST')
      return this.agencys();
    if (!req.headers['x-api-key']) return undefined;
    if (url.pathname === '/v3/locations') return this.locations(url.searchParams);
    const sensor = /^\/v3\/sensors\/(\d+)\/hours$/.exec(url.pathname)?.[1];
    return sensor === undefined ? undefined : this.hours(Number(sensor));
  }

  private fail(fault: Fault, res: ServerResponse): void {
    switch (fault) {
      case 'refuses':
        return void res.writeHead(401).end('{"detail":"Unauthorized"}');
      case 'is busy':
        return void res.writeHead(429).end('{"detail":"Too many requests"}');
      case 'says nonsense':
        return void res.writeHead(200).end('<html>captcha</html>');
      case 'says too much':
        return void res.writeHead(200).end(' '.repeat(5 * 1024 * 1024));
      case 'sends elsewhere':
        return void res.writeHead(302, { location: '/v3/stolen' }).end();
      case 'is silent':
        return;
    }
  }

  private locations(query: URLSearchParams): unknown {
    const radius = Number(query.get('radius'));
    const results = radius > 0 && radius <= 25_000 ? this.stations.map((each) => this.location(each)) : [];
    return { meta: { name: 'openaq-api', website: '/', page: 1, limit: 50, found: results.length }, results };
  }

  private location({ id, name, lat, lon, sensors, mobile = false, hoursAgo = 0 }: FakeStation) {
    return {
      id,
      name,
      locality: null,
      timezone: 'Asia/Ho_Chi_Minh',
      country: { id: 56, code: 'VN', name: 'Vietnam' },
      owner: { id: 4, name: 'Unknown Governmental Organization' },
      provider: { id: 119, name: 'AirNow' },
      isMobile: mobile,
      isMonitor: true,
      instruments: [{ id: 2, name: 'Government Monitor' }],
      sensors: Object.entries(sensors).map(([parameter, { units }], at) => ({
        id: id * 10 + at,
        name: `${parameter} ${units}`,
        parameter: { id: at, name: parameter, units, displayName: parameter },
      })),
      coordinates: { latitude: lat, longitude: lon },
      licenses: [{ id: 33, name: 'US Public Domain', attribution: { name: 'Unknown', url: null } }],
      bounds: [lon, lat, lon, lat],
      distance: 1_000,
      datetimeFirst: moment(new Date('2020-01-01T00:00:00Z')),
      datetimeLast: moment(this.hour(hoursAgo)),
    };
  }

  private hours(sensor: number): unknown {
    const station = this.stations.find(({ id }) => id === Math.floor(sensor / 10));
    const [name, told] = Object.entries(station?.sensors ?? {})[sensor % 10] ?? [];
    if (!station || !told) return undefined;
    const results = told.values.map((value, at) => ({
      value,
      flagInfo: { hasFlags: false },
      parameter: { id: 2, name, units: told.units, displayName: null },
      period: {
        label: '1hour',
        interval: '01:00:00',
        datetimeFrom: moment(this.hour((station.hoursAgo ?? 0) + at + 1)),
        datetimeTo: moment(this.hour((station.hoursAgo ?? 0) + at)),
      },
      coordinates: null,
      summary: null,
      coverage: null,
    }));
    return { meta: { name: 'openaq-api', page: 1, limit: 28, found: results.length }, results };
  }

  /** The model has the hours of the days that are asked for, the last up to its midnight; its clock shows Vietnam's time. */
  private modelled(query: URLSearchParams): unknown {
    const names = (query.get('hourly') ?? '').split(',');
    const midnight = Math.floor((this.now().getTime() + 7 * HOUR_MS) / (24 * HOUR_MS)) * 24;
    const [past, ahead] = [Number(query.get('past_days')), Number(query.get('forecast_days'))];
    const time = Array.from({ length: 24 * (past + ahead) }, (_, at) =>
      new Date((midnight - 24 * past + at) * HOUR_MS).toISOString().slice(0, 16),
    );
    const hourly = Object.fromEntries(names.map((name) => [name, time.map(() => this.model[name] ?? null)]));
    return {
      latitude: Number(query.get('latitude')),
      longitude: Number(query.get('longitude')),
      generationtime_ms: 0.4,
      utc_offset_seconds: 25_200,
      timezone: 'Asia/Bangkok',
      timezone_abbreviation: 'GMT+7',
      elevation: 16,
      hourly_units: { time: 'iso8601', ...Object.fromEntries(names.map((name) => [name, 'μg/m³'])) },
      hourly: { time, ...hourly },
    };
  }

  private agencys(): unknown {
    const stations = this.agency.map(({ id, name, lat, lon, qi, at }) => ({
      id,
      station_name: name,
      address: 'Hà Nội',
      latitude: lat,
      longitude: lon,
      qi,
      qi_time: at,
      status: 'Kém',
      color: '#FF7E00',
    }));
    return { success: true, stations };
  }

  private hour(ago: number): Date {
    return new Date((Math.floor(this.now().getTime() / HOUR_MS) - ago) * HOUR_MS);
  }
}

const moment = (date: Date) => ({
  utc: date.toISOString().replace('.000', ''),
  local: `${new Date(date.getTime() + 7 * HOUR_MS).toISOString().slice(0, 19)}+07:00`,
});
