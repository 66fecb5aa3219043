import { CATEGORIES, LANES } from '../../hotline/ticket/ticket';
import { routing } from '../../hotline/routing';
import type { Routed } from '../../hotline/routing/rules';
import { content } from '../town/content';
import { hoa, nam, tam } from '../town/people';

const { gazetteer } = content;
const route = routing(content.routing, gazetteer);
const report = (facts: Partial<Routed> = {}): Routed => ({
  lane: 'pollution',
  category: 'water',
  urgent: false,
  location: hoa.home,
  description: '',
  source: null,
  ...facts,
});
const land = { lane: 'land', category: null } as const;
const misconduct = { lane: 'misconduct', category: null } as const;
const agencyOf = (facts: Partial<Routed>) => route.responsibleFor(report(facts)).agency?.code;

it.each<[string, Partial<Routed>, string]>([
  ['water goes to the department', {}, 'SNNMT-01'],
  ['noise to the commune', { category: 'noise' }, 'UBND-00004'],
  ['urgent noise to the department', { category: 'noise', urgent: true }, 'SNNMT-01'],
  ['land to the commune', { ...land, location: nam.home }, 'UBND-30850'],
  ['urgent land still to the commune', { ...land, urgent: true }, 'UBND-00004'],
  ['misconduct to the inspectorate', { ...misconduct, location: tam.home }, 'TTT-24'],
  ['urgent misconduct too', { ...misconduct, urgent: true }, 'TTT-01'],
  ['litter to the commune', { category: 'solid_waste', description: 'Ai vứt rác đầu ngõ' }, 'UBND-00004'],
  ['a landfill to the department', { category: 'solid_waste', description: 'Bãi rác Nam Sơn' }, 'SNNMT-01'],
  ['typed without accents too', { category: 'odor', description: 'bai rac thoi qua' }, 'SNNMT-01'],
  [
    'a wild dump to the commune, before the rule of landfills',
    { category: 'solid_waste', description: 'có bãi rác tự phát' },
    'UBND-00004',
  ],
  ['smell of a factory, named as the source', { category: 'odor', source: 'Nhà máy giấy A' }, 'SNNMT-01'],
  [
    'smell of a household to the commune',
    { category: 'odor', description: 'nuôi heo sát nhà' },
    'UBND-00004',
  ],
  ['sewage of a household', { description: 'nước thải sinh hoạt tràn ra đường' }, 'UBND-00004'],
  ['dust of a small site', { category: 'air', description: 'bụi từ công trình xây dựng' }, 'UBND-00004'],
  ['smoke of a plant', { category: 'air', description: 'khói nhà máy đen kịt' }, 'SNNMT-01'],
  ['waste that is dangerous', { category: 'hazardous_waste' }, 'SNNMT-01'],
  ['sand pits', { category: 'minerals', location: nam.home }, 'SNNMT-91'],
  ['certificates that do not come', { ...land, description: 'nộp 6 tháng chưa được cấp sổ' }, 'VPDKDD-01'],
])('%s', (_story, facts, agency) => {
  expect(agencyOf(facts)).toBe(agency);
});

it('says why, and names the agency in full', () => {
  expect(route.responsibleFor(report({ category: 'odor' }))).toEqual({
    agency: { code: 'UBND-00004', name: 'UBND Phường Ba Đình' },
    reason: 'việc tại địa bàn xã',
  });
});

describe.each(gazetteer.provinces)('in $fullName', ({ code }) => {
  const commune = gazetteer.communes.find(({ provinceCode }) => provinceCode === code);
  const location = { ...hoa.home, provinceCode: code, communeCode: commune?.code ?? null };
  const kinds = LANES.flatMap((lane) =>
    (lane === 'pollution' ? CATEGORIES : [null]).map((category) => ({ lane, category })),
  );

  it.each([false, true])('every lane and category has an agency of its own (urgent: %s)', (urgent) => {
    expect(kinds).toHaveLength(12);
    for (const kind of kinds) {
      const { agency, reason } = route.responsibleFor(report({ ...kind, urgent, location }));
      expect(agency?.code).toMatch(new RegExp(`-(${code}|${commune?.code ?? ''})$`));
      expect(reason).not.toBe('');
    }
  });
});

it.each([
  ['nothing is known of the place', null, null],
  ['only the province, and a commune is needed', '01', null],
  ['the codes are unknown', '99', '99999'],
])('leaves it to a person when %s', (_story, provinceCode, communeCode) => {
  const location = { ...hoa.home, provinceCode, communeCode };
  const { agency, reason } = route.responsibleFor(report({ category: 'noise', location }));
  expect(agency).toBeNull();
  expect(reason).toMatch(/chưa rõ/);
});

it('the commune tells the province', () => {
  expect(agencyOf({ location: { ...hoa.home, provinceCode: null } })).toBe('SNNMT-01');
});

describe('misconduct never goes to the agency it accuses', () => {
  const at = (description: string, source: string | null = null) =>
    route.responsibleFor(report({ ...misconduct, location: tam.home, description, source }));

  it.each([
    ['its name', 'Thanh tra tỉnh Bắc Ninh nhận tiền của doanh nghiệp'],
    ['its name without accents', 'thanh tra tinh bac ninh nhan tien'],
    ['what people call it at their place', 'Ông chánh thanh tra ép doanh nghiệp'],
    ['whom it answers to', 'Chủ tịch tỉnh bao che cho nhà máy'],
    ['called for once and accused then', 'Tôi gửi thanh tra tỉnh rồi, mà thanh tra tỉnh ém đơn'],
  ])('by %s: it goes up, with the reason', (_story, description) => {
    expect(at(description)).toMatchObject({
      agency: { code: 'TTCP', name: 'Thanh tra Chính phủ' },
      reason: expect.stringContaining('cấp trên'),
      accused: ['TTT-24'],
    });
  });

  it('named as the source', () => {
    expect(at('Đòi phong bì', 'Thanh tra Bắc Ninh').agency?.code).toBe('TTCP');
  });

  it.each([
    'Cán bộ địa chính xã Yên Phong đòi phong bì',
    'Đề nghị thanh tra tỉnh vào cuộc làm rõ cán bộ địa chính',
    'Kính gửi Thanh tra tỉnh, ông trưởng thôn thu tiền sai',
    'Thanh tra giao thông nhận tiền',
  ])('%s: nobody of the inspectorate is accused', (description) => {
    const { agency, accused } = at(description);
    expect([agency?.code, accused]).toEqual(['TTT-24', undefined]);
  });

  it('accused at every step, it waits for a person', () => {
    expect(at('Thanh tra tỉnh Bắc Ninh và Thanh tra Chính phủ cùng bao che')).toEqual({
      agency: null,
      reason: expect.stringContaining('cần người phân công'),
      accused: ['TTT-24', 'TTCP'],
    });
  });

  it('kinds that point at each other end there', () => {
    const agencies = {
      a: { code: 'A', name: 'Cơ quan A', level: 'single', up: 'b' },
      b: { code: 'B', name: 'Cơ quan B', level: 'single', up: 'a' },
    } as const;
    const own = routing({ agencies, rules: [{ to: 'a', why: 'x' }], appeals: [] }, gazetteer);
    const both = report({ ...misconduct, description: 'cơ quan A và cơ quan B' });
    expect(own.responsibleFor(both)).toMatchObject({ agency: null, accused: ['A', 'B'] });
  });

  it('other lanes go to whoever they name', () => {
    expect(agencyOf({ ...land, description: 'UBND phường Ba Đình để lấn chiếm' })).toBe('UBND-00004');
  });
});

describe('rules of its own', () => {
  const agencies = {
    a: { code: 'A', name: 'A {unit}', level: 'province' },
    b: { code: 'B', name: 'B {unit}', level: 'province' },
  } as const;
  const of = (...rules: Parameters<typeof routing>[0]['rules']) =>
    routing({ agencies, rules, appeals: [] }, gazetteer);

  it('the first that fits wins; without one a person decides', () => {
    const first = { category: ['air'], to: 'a', why: 'trước' } as const;
    const second = { lane: 'pollution', category: ['air', 'water'], to: 'b', why: 'sau' } as const;
    expect(of(first, second).responsibleFor(report({ category: 'air' })).agency?.code).toBe('A-01');
    expect(of(second, first).responsibleFor(report({ category: 'air' })).agency?.code).toBe('B-01');
    expect(of(first, second).responsibleFor(report({ category: 'noise' }))).toEqual({
      agency: null,
      reason: 'chưa có quy tắc phù hợp',
    });
  });

  it('look at province and commune, and may set a term', () => {
    const own = of(
      { commune: ['00004'], category: ['noise'], to: 'b', why: 'phường' },
      { province: ['01'], to: 'a', why: 'tỉnh', term: { workingDays: 3 } },
    );
    expect(own.responsibleFor(report({ category: 'noise' })).agency?.code).toBe('B-01');
    expect(own.responsibleFor(report())).toMatchObject({ reason: 'tỉnh', term: { workingDays: 3 } });
    expect(own.responsibleFor(report({ location: nam.home })).agency).toBeNull();
  });

  it('words are whole words: "nhà máy" is not in "nhà máych"', () => {
    const own = of({ words: ['nhà máy'], to: 'a', why: 'x' });
    expect(own.responsibleFor(report({ description: 'NHÀ MÁY, xả thải' })).agency?.code).toBe('A-01');
    expect(own.responsibleFor(report({ description: 'nhà máych' })).agency).toBeNull();
  });
});

it('explains rule by rule what was not met, up to the one that fits', () => {
  const tried = route.explain(report({ category: 'noise' }));
  expect(tried.map(({ unmet }) => unmet)).toEqual([
    ...['lane', 'lane', 'lane', 'urgent'],
    ...['category', 'category', 'category', 'category', 'category'],
    undefined,
  ]);
  expect(tried.at(-1)?.rule.why).toBe('việc tại địa bàn xã');
});

it('offers every agency to forward to, each code once', () => {
  const codes = route.agencies.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toHaveLength(3321 + 5 * 34 + 3);
});
