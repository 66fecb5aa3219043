import { routing } from '../../hotline/routing';
import { content } from '../town/content';
import { hoa, nam, tam } from '../town/people';

const route = routing(content.routing, content.gazetteer);
const pollution = { lane: 'pollution', category: 'water', urgent: false, location: hoa.home } as const;

it.each([
  ['water goes to the department', pollution, 'SNNMT-01'],
  ['noise to the commune', { ...pollution, category: 'noise' }, 'UBND-00004'],
  ['urgent noise to the department', { ...pollution, category: 'noise', urgent: true }, 'SNNMT-01'],
  ['land to the commune', { ...pollution, lane: 'land', category: null, location: nam.home }, 'UBND-30850'],
  [
    'urgent land still to the commune',
    { ...pollution, lane: 'land', category: null, urgent: true },
    'UBND-00004',
  ],
  [
    'misconduct to the inspectorate',
    { ...pollution, lane: 'misconduct', category: null, location: tam.home },
    'TTT-24',
  ],
  ['urgent misconduct too', { ...pollution, lane: 'misconduct', category: null, urgent: true }, 'TTT-01'],
] as const)('%s', (_story, report, agency) => {
  expect(route.responsibleFor(report).agency?.code).toBe(agency);
});

it('says why, and names the agency in full', () => {
  expect(route.responsibleFor({ ...pollution, category: 'odor' })).toEqual({
    agency: { code: 'UBND-00004', name: 'UBND Phường Ba Đình' },
    reason: 'việc tại địa bàn xã',
  });
});

it.each([
  ['nothing is known of the place', null, null],
  ['only the province, and a commune is needed', '01', null],
  ['the codes are unknown', '99', '99999'],
])('leaves it to a person when %s', (_story, provinceCode, communeCode) => {
  const location = { ...hoa.home, provinceCode, communeCode };
  const { agency, reason } = route.responsibleFor({ ...pollution, category: 'noise', location });
  expect(agency).toBeNull();
  expect(reason).toMatch(/chưa rõ/);
});

it('the first rule that fits wins; without one a person decides', () => {
  const agencies = {
    a: { code: 'A', name: 'A {unit}', level: 'province' },
    b: { code: 'B', name: 'B {unit}', level: 'province' },
  } as const;
  const rules = [
    { category: ['air'], to: 'a', why: 'trước' },
    { lane: 'pollution', category: ['air', 'water'], to: 'b', why: 'sau' },
  ] as const;
  const own = routing({ agencies, rules }, content.gazetteer);
  expect(own.responsibleFor({ ...pollution, category: 'air' }).agency?.code).toBe('A-01');
  expect(own.responsibleFor(pollution).agency?.code).toBe('B-01');
  expect(own.responsibleFor({ ...pollution, category: 'noise' })).toEqual({
    agency: null,
    reason: 'chưa có quy tắc phù hợp',
  });
});

it('offers every agency to forward to, each code once', () => {
  const codes = route.agencies.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toHaveLength(3321 + 2 * 34);
});
