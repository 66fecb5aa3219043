/** What reads pictures of the types we take; libvips could read many more, and each reader is a door. */
const READERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}`);

let opened: ReturnType<typeof open> | undefined;

/**
 * sharp, keeping nothing between pictures and reading no others than ours. Loaded when the first picture comes: it takes
 * memory that most of the day nobody needs. What it may read is settled once, for all: while it is being settled, a
 * picture under way would be refused.
 */
export const carefulSharp = () => (opened ??= open());

async function open() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: READERS });
  return sharp;
}
