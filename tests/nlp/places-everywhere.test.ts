import fc from 'fast-check';
import { withoutAccents } from '../../hotline/letters';
import { gazetteer, placesIn } from '../town/country';

const { communes, provinces, former } = gazetteer;
const provinceOf = new Map(provinces.map((each) => [each.code, each]));

const today = communes.map(({ code, fullName, name, provinceCode }) => {
  const province = provinceOf.get(provinceCode);
  return { code, fullName, name, provinceFull: province?.fullName ?? '', province: province?.name ?? '' };
});
const old = former.flatMap((province) =>
  province.districts.flatMap((district) =>
    Object.entries(district.communes).map(([name, to]) => ({
      name,
      district: district.name,
      province: province.name,
      to: to.split(' '),
    })),
  ),
);

/** Those texts whose first place is not what it should be. */
function missed<Unit>(
  units: readonly Unit[],
  textOf: (unit: Unit) => string,
  isRight: (unit: Unit, text: string) => boolean,
) {
  return units.map((unit) => ({ unit, text: textOf(unit) })).filter(({ unit, text }) => !isRight(unit, text));
}

describe('every one of the 3,321 communes of today, with its province', () => {
  const isIt = ({ code }: { code: string }, text: string) => placesIn(text)[0]?.communeCode === code;

  it('by full names', () => {
    expect(missed(today, (each) => `${each.fullName}, ${each.provinceFull}`, isIt)).toEqual([]);
  });

  it('with the province short, without a comma, in capitals', () => {
    expect(missed(today, (each) => `${each.fullName} ${each.province}`.toUpperCase(), isIt)).toEqual([]);
  });

  it('the province first', () => {
    expect(missed(today, (each) => `${each.provinceFull}, ${each.fullName}`, isIt)).toEqual([]);
  });

  it('without accents: found, or offered where two are then spelt the same', () => {
    const isOffered = ({ code }: { code: string }, text: string) => {
      const [place] = placesIn(text);
      return place?.communeCode === code || (place?.communeCode === null && place.candidates.includes(code));
    };
    const plain = (each: (typeof today)[number]) =>
      withoutAccents(`${each.fullName} ${each.province}`).toLowerCase();
    expect(missed(today, plain, isOffered)).toEqual([]);
    const decided = today.filter((each) => placesIn(plain(each))[0]?.communeCode === each.code);
    expect(decided.length).toBeGreaterThan(3_280);
  });
});

describe('every one of the 10,035 communes of before July 2025, with its district and province', () => {
  /** The only successor is the answer; of several, all are offered. */
  const isLed = ({ to }: { to: string[] }, text: string) => {
    const [place] = placesIn(text);
    if (to.length === 1) return place?.communeCode === to[0];
    return place?.communeCode === null && to.every((code) => place.candidates.includes(code));
  };

  it('by full names', () => {
    expect(old).toHaveLength(10_035);
    expect(missed(old, (each) => `${each.name}, ${each.district}, ${each.province}`, isLed)).toEqual([]);
  });

  it('the province first', () => {
    expect(missed(old, (each) => `${each.province}, ${each.district}, ${each.name}`, isLed)).toEqual([]);
  });

  it('without accents', () => {
    const isOffered = (each: { to: string[] }, text: string) => {
      const [place] = placesIn(text);
      return (
        isLed(each, text) ||
        (place?.communeCode === null && each.to.every((code) => place.candidates.includes(code)))
      );
    };
    const plain = (each: (typeof old)[number]) =>
      withoutAccents(`${each.name} ${each.district} ${each.province}`).toLowerCase();
    expect(missed(old, plain, isOffered)).toEqual([]);
  });

  it('says which old one it was', () => {
    const [place] = placesIn('Phường Tân Hiệp, Thành phố Tân Uyên, Tỉnh Bình Dương');
    expect(place?.formerly).toBe('Phường Tân Hiệp, Thành phố Tân Uyên, Bình Dương');
  });
});

it('every one of the 696 districts of before July 2025, with its province, tells the province and no commune', () => {
  const districts = former.flatMap((province) =>
    province.districts.map(({ name, to }) => ({ name, to, province: province.name, code: province.to })),
  );
  expect(districts).toHaveLength(696);
  const isLeft = ({ code }: { code: string }, text: string) => {
    const [place] = placesIn(text);
    return place?.provinceCode === code && place.communeCode === null;
  };
  const short = (province: string) => province.replace(/^(?:Tỉnh|Thành phố) /, '');
  expect(missed(districts, (each) => `${each.name}, ${each.province}`, isLeft)).toEqual([]);
  expect(missed(districts, (each) => `${each.name} ${short(each.province)}`, isLeft)).toEqual([]);
  const plain = (each: (typeof districts)[number]) =>
    withoutAccents(`${each.name}, ${short(each.province)}`).toLowerCase();
  expect(missed(districts, plain, isLeft)).toEqual([]);
});

describe('however it is typed', () => {
  const anyUnit = fc.oneof(
    fc.constantFrom(...today).map((each) => `${each.fullName}, ${each.province}`),
    fc.constantFrom(...old).map((each) => `${each.name}, ${each.district}, ${each.province}`),
  );

  it('decomposed letters and capitals say the same', () => {
    fc.assert(
      fc.property(anyUnit, (text) => {
        const codes = (each: string) => placesIn(each).map(({ text: _text, ...place }) => place);
        expect(codes(text.normalize('NFD'))).toEqual(codes(text));
        expect(codes(text.toUpperCase())).toEqual(codes(text));
      }),
    );
  });

  it('dropped accents never decide for another commune', () => {
    fc.assert(
      fc.property(anyUnit, (text) => {
        const [place] = placesIn(text);
        const [plain] = placesIn(withoutAccents(text));
        const right = place?.communeCode ?? null;
        if (right !== null && plain?.communeCode !== right) expect(plain?.candidates).toContain(right);
        if (right === null) expect(plain?.communeCode ?? null).toBeNull();
      }),
    );
  });

  it('whatever the text, what is told was said, and is a unit of the country', () => {
    const known = new Set(communes.map(({ code }) => code));
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        'phường ',
        'xã ',
        'p',
        'q',
        '12',
        ', ',
        ' - ',
        'TP.',
        'ở ',
        'Tân Hiệp',
        'Hà Nội',
        'ty ',
        'hcm',
        '\u0301',
      ),
      anyUnit,
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        for (const place of placesIn(text)) {
          expect(text.normalize('NFC')).toContain(place.text);
          expect(place.text).not.toBe('');
          const codes = [place.communeCode ?? [], place.candidates].flat();
          expect(codes.filter((code) => !known.has(code))).toEqual([]);
          if (place.communeCode !== null) expect(place.candidates).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
