import { join } from 'node:path';
import { loadContent } from '../../content';
import { learned } from '../../learned';
import { communeFinder } from '../../nlp/commune-at';
import { placeFinder } from '../../nlp/places';
import { understanding } from '../../nlp/understand';
import { urgencyFinder } from '../../nlp/urgency';

const root = join(__dirname, '..', '..');

/** The real content of the product, read once for a test file; what is learnt from it is learnt once for all. */
export const content = loadContent(join(root, 'content'));
export const understand = understanding({
  learned: learned({ root, content }),
  placesIn: placeFinder(content.gazetteer),
  dangerIn: urgencyFinder(content.danger),
  procedureWords: content.procedureWords,
});
export const communeAt = communeFinder(content.gazetteer.communes, content.boundaries);
