import { copiesOf } from '../../../storage/files/picture';
import { PHOTO } from '../../photo';

test('pictures that come at the same moment do not spoil each other', async () => {
  const copies = await Promise.all(Array.from({ length: 400 }, () => copiesOf(PHOTO)));
  expect(copies.every(({ thumb }) => thumb.length > 0)).toBe(true);
});
