import { communeFinder } from '../../nlp/commune-at';
import { communeAt, content } from '../town/content';

const { communes } = content.gazetteer;
const roughly = communeFinder(communes, () => undefined);

it.each([
  ['the lake in the middle of Hà Nội', 21.0287, 105.8523, 'Phường Hoàn Kiếm'],
  ['the mausoleum', 21.0368, 105.8346, 'Phường Ba Đình'],
])('%s lies in %s, %s: %s', (_story, lat, lon, name) => {
  expect(communeAt(lat, lon)).toMatchObject({ commune: { fullName: name }, inside: true });
});

it.each([
  ['in the sea', 12, 115.5],
  ['in Bangkok', 13.7563, 100.5018],
  ['at the north pole', 90, 0],
  ['nowhere', Number.NaN, Number.NaN],
  ['beyond the world', 1e308, -1e308],
])('a point %s lies in no commune', (_story, lat, lon) => {
  expect(communeAt(lat, lon)).toBeUndefined();
});

it('nearly every commune holds the middle that the gazetteer gives it', () => {
  const own = communes.filter(({ code, lat, lon }) => communeAt(lat, lon)?.commune.code === code);
  expect(own.length / communes.length).toBeGreaterThan(0.97);
});

it('without boundaries: by box and nearest middle, which is never sure', () => {
  expect(roughly(21.0287, 105.8523)).toMatchObject({ inside: false });
  const own = communes.filter(({ code, lat, lon }) => roughly(lat, lon)?.commune.code === code);
  expect(own.length / communes.length).toBeGreaterThan(0.97);
  expect(roughly(13.7563, 100.5018)).toBeUndefined();
});

it('reads the boundaries once, and only when a point comes', () => {
  let reads = 0;
  const find = communeFinder(communes, () => {
    reads++;
    return content.boundaries();
  });
  expect(reads).toBe(0);
  find(21.0287, 105.8523);
  find(21.0368, 105.8346);
  expect(reads).toBe(1);
});

it('boundaries the operator left out are looked for once, too', () => {
  let reads = 0;
  const find = communeFinder(communes, () => void reads++);
  find(21.0287, 105.8523);
  find(21.0368, 105.8346);
  expect(reads).toBe(1);
});
