import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContent } from '../../content';
import { wordsOf } from '../../bot/words';
import { CATEGORIES, LANES, STATUSES } from '../../hotline/ticket/ticket';
import { content } from '../town/content';

const ROOT = join(__dirname, '..', '..');
const CONTENT = join(ROOT, 'content');

describe('what is said', () => {
  const keys = keysOf(content.locales.vi);
  const code = [
    ...filesUnder(join(ROOT, 'bot')),
    ...filesUnder(join(ROOT, 'adapters')),
    join(ROOT, 'channels.ts'),
  ]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const literals = [...code.matchAll(/['`]([a-zA-Z]+(?:\.[a-zA-Z_${}.]+)?)['`]/g)].map(([, key = '']) => key);
  /** The events that are told, and what the parts of the summary are called, are put together from variables. */
  const families: Record<string, readonly string[]> = {
    category: CATEGORIES,
    lane: LANES,
    status: STATUSES,
    'report.photos': ['one', 'other'].map((form) => `_${form}`),
  };

  it('has every text that the code asks for by its full key', () => {
    const asked = [...code.matchAll(/words\(\s*'([^']+)'/g)].map(([, key = '']) => key);
    expect(asked.length).toBeGreaterThan(30);
    const words = wordsOf(content.locales.vi);
    for (const key of asked) expect(() => words(key, { count: 1 })).not.toThrow();
  });

  it('has every text of the families that the code puts together', () => {
    for (const family of ['category', 'lane', 'status'] as const)
      for (const member of families[family] ?? []) expect(keys).toContain(`${family}.${member}`);
    const told = /const TOLD = new Set\(\[([^\]]*)\]\)/.exec(code)?.[1] ?? '';
    const withWords = /const TOLD_WITH_WORDS = new Set\(\[([^\]]*)\]\)/.exec(code)?.[1] ?? '';
    const events = [...`${told} ${withWords}`.matchAll(/'([a-z_]+)'/g)].map(([, event]) => event);
    expect(events.length).toBeGreaterThan(8);
    for (const event of events) expect(keys).toContain(`tell.${event}`);
    for (const part of ['category', 'description', 'location', 'time', 'photos', 'anonymity'])
      expect(keys).toContain(`change.${part}`);
  });

  it('has no text that nobody says', () => {
    const unused = keys.filter((key) => {
      const [family = '', member] = key.split(/\.(?=[^.]+$)/);
      const plain = key.replace(/_(?:one|other)$/, '');
      const assembled = member !== undefined && code.includes(`\`${family}.\${`);
      return !literals.includes(plain) && !assembled;
    });
    expect(unused).toEqual([]);
  });

  it('fills in every blank, and is in Vietnamese without stray spaces', () => {
    const words = wordsOf(content.locales.vi);
    for (const key of keys) {
      const raw = textAt(content.locales.vi, key);
      const blanks = [...raw.matchAll(/{{(\w+)}}/g)].map(([, blank = '']) => blank);
      const said = words(key.replace(/_(?:one|other)$/, ''), {
        ...Object.fromEntries(blanks.map((blank) => [blank, blank === 'count' ? 2 : 'điền'])),
        ...(key.endsWith('_one') && { count: 1 }),
      });
      expect(said).not.toMatch(/{{|}}|\$t\(/);
      expect(raw.normalize('NFC')).toBe(raw);
      expect(raw).toBe(raw.trim());
    }
  });

  it('says everything in English, too, with the same blanks', () => {
    const english = content.locales.en;
    expect(keysOf(english).sort()).toEqual([...keys].sort());
    const blanksIn = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, blank]) => blank).sort();
    for (const key of keys)
      expect([key, blanksIn(textAt(english, key))]).toEqual([key, blanksIn(textAt(content.locales.vi, key))]);
  });

  it('a text that is missing is an error, never a key on the citizen’s screen', () => {
    expect(() => wordsOf(content.locales.vi)('report.noSuchText')).toThrow(/report\.noSuchText/);
  });

  it('says what citizens typed as it is, no matter what is in it', () => {
    const words = wordsOf(content.locales.vi);
    const said = words('tell.answered', { code: 'XH', text: '<b>{{code}} $t(greet) & "x"</b>' });
    expect(said).toContain('<b>{{code}} $t(greet) & "x"</b>');
  });
});

describe('a file that is not valid', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hotline-content-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const spoilt = (name: string, spoil: (text: string) => string): (() => unknown) => {
    const own = mkdtempSync(join(folder, 'c-'));
    cpSync(CONTENT, own, { recursive: true, filter: (source) => !source.endsWith('.topojson') });
    const file = join(own, name);
    const before = readFileSync(file, 'utf8');
    const after = spoil(before);
    expect(after).not.toBe(before);
    writeFileSync(file, after);
    // What is learnt from is read only when it must be learnt.
    return () => loadContent(own).utterances();
  };

  it.each([
    [
      'terms.yaml',
      'normal: { workingDays: 15 }',
      'normal: { workingDays: viết nhầm }',
      /content\/terms\.yaml:\d+: terms\.pollution/,
    ],
    ['terms.yaml', 'dueSoon:', 'dueSoonest:', /content\/terms\.yaml/],
    ['holidays.yaml', '2026-01-01', '2026-13-01', /content\/holidays\.yaml:\d+: holidays\.0/],
    [
      'holidays-swapped.yaml',
      'off: []\nworking: []',
      "off: [{ date: '2026-08-31', why: x }]\nworking: [{ date: '2026-08-31', why: x }]",
      /content\/holidays-swapped\.yaml:\d+: working\.0\.date .*vừa nghỉ vừa làm/,
    ],
    ['routing.yaml', 'lane: misconduct', 'lane: misconducts', /content\/routing\.yaml:\d+: rules\.0\.lane/],
    [
      'routing.yaml',
      'level: commune',
      'level: village',
      /content\/routing\.yaml:\d+: agencies\.commune\.level/,
    ],
    ['routing.yaml', 'to: inspectorate', 'to: nobody', /content\/routing\.yaml:\d+: rules\.0\.to .*nobody/],
    ['routing.yaml', 'up: government', 'up: nobody', /content\/routing\.yaml:\d+: agencies\.\w+\.up/],
    ['routing.yaml', 'chậm cấp sổ', 'mỏ', /content\/routing\.yaml:\d+: rules\.1\.words\.0 .*hai âm tiết/],
    [
      'routing.yaml',
      'lane: misconduct,',
      "lane: misconduct, province: ['99'],",
      /content\/routing\.yaml:\d+: rules\.0\.province\.0 không có đơn vị mã 99/,
    ],
    ['routing.yaml', 'why: khẩn', 'because: khẩn', /content\/routing\.yaml:\d+: rules\.3/],
    [
      'agencies/contacts.yaml',
      '{}',
      "SNNMT-99: { phone: '1', confirmed: { by: x, at: '2026-01-01' } }",
      /content\/agencies\/contacts\.yaml:\d+: SNNMT-99 không có cơ quan/,
    ],
    [
      'agencies/contacts.yaml',
      '{}',
      "SNNMT-01: { phone: '1' }",
      /content\/agencies\/contacts\.yaml:\d+: SNNMT-01\.confirmed/,
    ],
    [
      'gazetteer/communes.json',
      '"lat":21.03945',
      '"lat":"north"',
      /content\/gazetteer\/communes\.json: 0\.lat/,
    ],
    ['gazetteer/provinces.json', '"code": "01"', '"code": 1', /content\/gazetteer\/provinces\.json: 0\.code/],
    ['controls.yaml', 'skip:', 'skips:', /content\/controls\.yaml:1: .*skips/],
    ['danger.yaml', 'signs:', 'signals:', /content\/danger\.yaml/],
    ['concepts.yaml', 'official:', 'official: []\nothers:', /content\/concepts\.yaml:\d+: official/],
    ['taxonomy-labels.yaml', 'bui: ', 'bui-khac: ', /content\/taxonomy-labels\.yaml: .*bui/],
    [
      'taxonomy-labels.yaml',
      'category: water',
      'category: waters',
      /content\/taxonomy-labels\.yaml:\d+: nuoc-thai/,
    ],
    ['locales/vi.yaml', 'menu:', 'menu: [', /content\/locales\/vi\.yaml/],
    ['gazetteer/communes.json', '[', '{', /content\/gazetteer\/communes\.json/],
  ])('%s: %s → %s is refused with file and place', (name, from, to, message) => {
    expect(spoilt(name, (text) => text.replace(from, to))).toThrow(message);
  });

  it('boundaries may be left out: everything else works', () => {
    const own = mkdtempSync(join(folder, 'c-'));
    cpSync(CONTENT, own, { recursive: true, filter: (source) => !source.endsWith('.topojson') });
    expect(loadContent(own).boundaries()).toBeUndefined();
  });
});

describe('the data', () => {
  it('tell where they come from and under which terms', () => {
    for (const notice of ['gazetteer/PROVENANCE.md', 'boundaries/NOTICE.md']) {
      const file = join(CONTENT, notice);
      expect(existsSync(file)).toBe(true);
      expect(readFileSync(file, 'utf8')).toMatch(/licen[cs]e|MIT/i);
    }
    for (const name of [
      'routing.yaml',
      'terms.yaml',
      'holidays.yaml',
      'holidays-swapped.yaml',
      'controls.yaml',
      'concepts.yaml',
      'danger.yaml',
    ])
      expect(readFileSync(join(CONTENT, name), 'utf8')).toMatch(/^#/);
  });

  it('are the 34 provinces and 3,321 communes in force since July 2025, each code once', () => {
    const { provinces, communes } = content.gazetteer;
    expect([provinces.length, communes.length]).toEqual([34, 3321]);
    expect(new Set(communes.map(({ code }) => code)).size).toBe(3321);
    const known = new Set(provinces.map(({ code }) => code));
    expect(communes.filter(({ provinceCode }) => !known.has(provinceCode))).toEqual([]);
  });

  it('the middle of each commune lies in its box', () => {
    const outside = content.gazetteer.communes.filter(
      ({ lat, lon, bbox: [west, south, east, north] }) =>
        lon < west || lon > east || lat < south || lat > north,
    );
    expect(outside).toEqual([]);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

function keysOf(texts: Record<string, unknown>, before = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keysOf(value as Record<string, unknown>, `${before}${key}.`),
  );
}

function textAt(texts: Record<string, unknown>, key: string): string {
  const found = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], texts);
  return String(found);
}
