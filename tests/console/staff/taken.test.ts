import { takenWords } from '../../../console/staff/taken';

const NOWHERE = { lat: null, lon: null };
const HOAN_KIEM = { lat: 21.0287, lon: 105.8524 };

test.each([
  [
    'a kilometre off',
    { at: '2026-11-20T08:15:00', lat: 21.0395, lon: 105.8524 },
    HOAN_KIEM,
    'Chụp lúc 08:15 20/11/2026, cách nơi khai báo 1,2 km',
  ],
  [
    'by the camera’s clock, wherever that is',
    { at: '2026-11-20T23:59:59-10:00', ...NOWHERE },
    HOAN_KIEM,
    'Chụp lúc 23:59 20/11/2026',
  ],
  ['on the spot', { at: null, ...HOAN_KIEM }, HOAN_KIEM, 'Chụp cách nơi khai báo 0 m'],
  ['around the corner', { at: null, lat: 21.0287, lon: 105.8558 }, HOAN_KIEM, 'Chụp cách nơi khai báo 350 m'],
  [
    'at the other end of the country',
    { at: null, lat: 10.7769, lon: 106.7009 },
    HOAN_KIEM,
    'Chụp cách nơi khai báo 1.144 km',
  ],
  [
    'somewhere, where no point was stated',
    { at: null, lat: 21.0287, lon: 105.8524 },
    NOWHERE,
    'Chụp tại 21.02870, 105.85240',
  ],
])('%s', (_what, taken, stated, said) => {
  expect(takenWords(taken, stated)).toBe(said);
});
