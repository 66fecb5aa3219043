import { join } from 'node:path';
import { loadContent } from '../../content';
import { reader } from '../../learned';
import { communeFinder } from '../../nlp/commune-at';

const root = join(__dirname, '..', '..');

/** The real content of the product, read once for a test file; what is learnt from it is learnt once for all. */
export const content = loadContent(join(root, 'content'));
export const { understand } = reader({ root, content });
export const communeAt = communeFinder(content.gazetteer.communes, content.boundaries);
