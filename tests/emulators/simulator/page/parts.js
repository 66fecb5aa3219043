import { make } from './dom.js';

/** Only to addresses that any chat would open, never `javascript:`. */
export function link(href, inside) {
  const safe = /^(https?|tg):\/\//.test(href);
  return safe ? make('a', { href, target: '_blank', rel: 'noreferrer' }, inside) : make('span', {}, inside);
}

/** A place, on a map. */
export function place({ latitude, longitude }, label) {
  const numbers = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return make('div', {}, `${label}: `, link(map, numbers));
}

/** `1.234 kB` */
export const inKb = (size) => `${Math.ceil(size / 1024).toLocaleString('vi-VN')} kB`;

/** `08:05` */
export const clock = (at) => new Date(at).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });

export const small = (label, onclick) =>
  make('button', { className: 'plain', type: 'button', onclick }, label);
