import { words } from './words.vi';

interface Taken {
  at: string | null;
  lat: number | null;
  lon: number | null;
}

interface Place {
  lat: number | null;
  lon: number | null;
}

/** `Chụp lúc 08:15 20/11/2026, cách nơi khai báo 1,2 km`, from what the photo tells and what the ticket states. */
export function takenWords(taken: Taken, stated: Place): string {
  const { taken: said } = words.files;
  const parts = [taken.at && said.at(cameraTime(taken.at)), placeWords(taken, stated)];
  return `${said.taken} ${parts.filter(Boolean).join(', ')}`;
}

function placeWords({ lat, lon }: Taken, stated: Place): string {
  if (lat === null || lon === null) return '';
  const { taken: said } = words.files;
  if (stated.lat === null || stated.lon === null) return said.place(`${lat.toFixed(5)}, ${lon.toFixed(5)}`);
  return said.away(distanceWords(metresBetween({ lat, lon }, { lat: stated.lat, lon: stated.lon })));
}

/** As the camera's clock had it, in whatever zone that was: no conversion. */
function cameraTime(at: string): string {
  const [date = '', time = ''] = at.split('T');
  return `${time.slice(0, 5)} ${date.split('-').reverse().join('/')}`;
}

/** `350 m`, `1,2 km`, `87 km` */
function distanceWords(metres: number): string {
  if (metres < 1000) return `${Math.round(metres / 10) * 10} m`;
  const digits = metres < 10_000 ? 1 : 0;
  return `${(metres / 1000).toLocaleString('vi-VN', { maximumFractionDigits: digits })} km`;
}

const EARTH_METRES = 6_371_000;

/** Along the great circle (haversine). */
function metresBetween(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180;
  const half = (degrees: number) => Math.sin((degrees * rad) / 2) ** 2;
  const h = half(b.lat - a.lat) + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * half(b.lon - a.lon);
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}
