import { fold } from '../../nlp/fold';
import { monday } from '../town/people';
import { content, understand } from '../town/content';

const nameOf = (code: string | null): string | undefined =>
  content.gazetteer.communes.find((commune) => commune.code === code)?.name;

const communesIn = (text: string): (string | undefined)[] =>
  understand(text, monday).places.map(({ communeCode }) => nameOf(communeCode));

describe.each([
  ['with accents', (text: string) => text],
  ['without accents', fold],
])('a number behind "phường", %s', (_manner, typed) => {
  it.each([
    ['phường 27 Nguyễn Huệ, xã Yên Phong, Bắc Ninh', ['Yên Phong']],
    ['P. 27 Nguyễn Huệ, xã Yên Phong, Bắc Ninh', ['Yên Phong']],
    ['đường 27 Nguyễn Huệ, xã Yên Phong, Bắc Ninh', ['Yên Phong']],
    ['phường 5 Trần Phú xã Hòa Vang Đà Nẵng', ['Hoà Vang']],
    ['phường 27 Nguyễn Huệ, phường Sài Gòn, TP Hồ Chí Minh', ['Sài Gòn']],
  ])('is a house’s where a commune is named behind it: %s', (text, communes) => {
    expect(communesIn(typed(text))).toEqual(communes);
  });

  it('is none of a ward in another district', () => {
    expect(communesIn(typed('phường 27 Nguyễn Huệ, quận 1'))).toEqual([undefined]);
  });

  it.each([
    ['phường 5, Vũng Tàu', 1],
    ['phường 27, Bình Thạnh', 1],
    ['27 Nguyễn Huệ phường 5 quận 3', 1],
    ['phường 7 và phường 9, Đà Lạt', 2],
  ])('is a ward’s where what it lies in is named: %s', (text, count) => {
    expect(communesIn(typed(text))).toHaveLength(count);
  });
});
