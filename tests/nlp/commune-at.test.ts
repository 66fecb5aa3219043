import fc from 'fast-check';
import { communeFinder } from '../../nlp/commune-at';
import { boundaries, communeAt, gazetteer } from '../town/country';

const { communes } = gazetteer;
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

it('every commune of the country holds the middle that the gazetteer gives it', () => {
  const others = communes.filter(({ code, lat, lon }) => {
    const found = communeAt(lat, lon);
    return found?.commune.code !== code || !found.inside;
  });
  expect(others.map(({ fullName }) => fullName)).toEqual([]);
});

it('just off the shore the nearest commune is offered, and not taken for sure', () => {
  const shore = communes.flatMap(({ lat, lon, bbox }) => {
    const off = communeAt(lat, bbox[2] + 0.002);
    return off && !off.inside ? [{ off, lat, lon }] : [];
  });
  expect(shore.length).toBeGreaterThan(0);
  for (const { off } of shore) expect(communes).toContain(off.commune);
});

it('whatever the numbers, there is an answer', () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), (lat, lon) => {
      const found = communeAt(lat, lon);
      if (found?.inside) {
        const [west, south, east, north] = found.commune.bbox;
        expect([lon >= west, lon <= east, lat >= south, lat <= north]).toEqual([true, true, true, true]);
      }
    }),
  );
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
    return boundaries();
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
