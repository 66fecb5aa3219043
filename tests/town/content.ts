import { join } from 'node:path';
import { loadContent } from '../../content';
import { communeFinder } from '../../nlp/commune-at';
import { understanding } from '../../nlp/understand';

/** The real content of the product, read once for a test file. */
export const content = loadContent(join(__dirname, '..', '..', 'content'));
export const understand = understanding(content.vocabulary, content.gazetteer);
export const communeAt = communeFinder(content.gazetteer.communes, content.boundaries);
