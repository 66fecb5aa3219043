import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { communeFinder } from '../../nlp/commune-at';
import { readText } from '../../nlp/fold';
import { placeFinder } from '../../nlp/places';
import type { Gazetteer, Place } from '../../nlp/types';

const CONTENT = join(__dirname, '..', '..', 'content');
const read = (name: string): unknown => JSON.parse(readFileSync(join(CONTENT, name), 'utf8'));

/** The units of the country, without the rest of the content. */
export const gazetteer = {
  provinces: read('gazetteer/provinces.json'),
  communes: read('gazetteer/communes.json'),
  former: read('gazetteer/former.json'),
} as Gazetteer;

export const boundaries = (): unknown => read('boundaries/communes.topojson');
export const communeAt = communeFinder(gazetteer.communes, boundaries);

const find = placeFinder(gazetteer);

/** The places that a text names. */
export const placesIn = (text: string): Place[] => find(readText(text));
