import { join } from 'node:path';
import { loadContent } from '../../../content';
import { conceptFinder } from '../../../nlp/classifier/concepts';
import { readText } from '../../../nlp/fold';

const NAMES = ['smell', 'water', 'official', 'phone'];
const finder = conceptFinder({
  smell: ['hôi', 'mùi khó chịu', 'nồng nặc'],
  water: ['nước thải', 'cống'],
  official: ['cán bộ', 'chủ tịch'],
  phone: ['zalo', 'sđt'],
});
const named = (text: string): (string | undefined)[] => finder(readText(text)).map((place) => NAMES[place]);

it.each([
  ['nước thải hôi quá', ['smell', 'water']],
  ['hôi vì nước thải', ['smell', 'water']],
  ['NƯỚC THẢI', ['water']],
  ['nuoc thai chay ra', ['water']],
  ['can bo doi tien', ['official']],
  ['mui kho chiu', ['smell']],
  ['Cán bộ, cán bộ, chủ tịch', ['official']],
  ['gọi zalo', ['phone']],
  ['số điện thoại', ['phone']],
  ['', []],
  ['hôm nay', []],
])('%j names %j', (text, concepts) => {
  expect(named(text)).toEqual(concepts);
});

it.each(['hoi', 'cong', 'cong ty hoi'])(
  '%j: one word without its accents may be another, and is not counted',
  (text) => {
    expect(named(text)).toEqual([]);
  },
);

it('those of the product are found where they are named, and empty texts name none', () => {
  const { concepts } = loadContent(join(__dirname, '..', '..', '..', 'content'));
  const finding = conceptFinder(concepts);
  Object.values(concepts).forEach((phrases, place) => {
    for (const phrase of phrases) expect(finding(readText(phrase))).toContain(place);
  });
  expect(finding(readText(''))).toEqual([]);
});
