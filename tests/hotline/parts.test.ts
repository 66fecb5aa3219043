import fc from 'fast-check';
import { inParts, splitText } from '../../hotline/parts';

const squeezed = (text: string): string => text.replace(/\s+/g, '');

const broken = (text: string): boolean => /\p{Surrogate}/u.test(text);

describe('a long text in pieces', () => {
  it('ends them between paragraphs, lines, sentences or words, the best that is near the limit', () => {
    expect(splitText('Một hai ba.\n\nBốn năm sáu.', 16)).toEqual(['Một hai ba.', 'Bốn năm sáu.']);
    expect(splitText('Một hai ba.\nBốn năm sáu.', 16)).toEqual(['Một hai ba.', 'Bốn năm sáu.']);
    expect(splitText('Một hai ba. Bốn năm sáu.', 16)).toEqual(['Một hai ba.', 'Bốn năm sáu.']);
    expect(splitText('một hai ba bốn năm', 12)).toEqual(['một hai ba', 'bốn năm']);
    expect(splitText('ngắn', 12)).toEqual(['ngắn']);
    expect(splitText('  ', 12)).toEqual([]);
  });

  it('cuts a word only when it is longer than a piece, and never inside a sign', () => {
    expect(splitText('aaaaaaaaaa', 4)).toEqual(['aaaa', 'aaaa', 'aa']);
    expect(splitText('aaa🏭bbb', 4)).toEqual(['aaa', '🏭bb', 'b']);
    expect(splitText('ô nhiễm'.normalize('NFD'), 7).join(' ').normalize('NFC')).toBe('ô nhiễm');
  });

  it('loses nothing, and no piece is too long or broken', () => {
    const words = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.constantFrom('\n\n', '\n', '. ', 'nước thải'),
      ),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 200 }), (given, limit) => {
        const text = given.join(' ');
        const pieces = splitText(text, limit);
        expect(squeezed(pieces.join(''))).toBe(squeezed(text));
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(limit);
          expect(broken(piece)).toBe(broken(text));
        }
      }),
    );
  });
});

it('what stands below a message stays with its last piece', () => {
  const capabilities = { textLimit: 10 } as never;
  const suggestedActions = { actions: [{ type: 'imBack', title: 'Có', value: 'có' }] };
  const parts = inParts({ type: 'message', text: 'một hai ba bốn', suggestedActions }, { capabilities });
  expect(parts).toEqual([
    { type: 'message', text: 'một hai ba' },
    { type: 'message', text: 'bốn', suggestedActions },
  ]);
});
