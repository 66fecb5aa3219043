import { readText } from '../../nlp/fold';
import { urgencyFinder } from '../../nlp/urgency';
import { content, understand } from '../town/content';
import { monday } from '../town/people';
import { DANGERS, HARMLESS } from './urgency-bare-sentences';

const byWords = urgencyFinder(content.danger);
const urgent = (text: string): boolean => understand(text, monday).urgent;
/** What is learnt from messages changes with them; so many of a hundred may be told wrong by it alone. */
const WRONG = 0.03;

describe('without accents', () => {
  it.each(HARMLESS)('no word of it alarms: %s', (text) => {
    expect(byWords(readText(text))).toBe(false);
  });

  it('what was learnt alarms hardly ever, either', () => {
    expect(HARMLESS.filter(urgent).length).toBeLessThanOrEqual(HARMLESS.length * WRONG);
  });

  it('people in danger are hardly ever missed', () => {
    expect(DANGERS.filter((text) => !urgent(text)).length).toBeLessThanOrEqual(DANGERS.length * WRONG);
  });

  it('what flows or runs is no danger, whatever it sounds like; with accents it may be', () => {
    expect(byWords(readText('nuoc dang chay ra muong'), true)).toBe(false);
    expect(byWords(readText('nước đang cháy ra mương'), true)).toBe(true);
  });
});
