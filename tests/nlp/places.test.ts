import { content, understand } from '../town/content';
import { monday } from '../town/people';

const places = (text: string) => understand(text, monday).places;
const first = (text: string) => places(text)[0];
const { communes, provinces } = content.gazetteer;

it.each([
  ['phường Hoàn Kiếm', '00070', '01'],
  ['ở phường hoàn kiếm, hà nội', '00070', '01'],
  ['P. Hoàn Kiếm', '00070', '01'],
  ['p.hoàn kiếm', '00070', '01'],
  ['PHƯỜNG HOÀN KIẾM', '00070', '01'],
  ['phuong hoan kiem ha noi', '00070', '01'],
  ['Hoàn Kiếm, Hà Nội', '00070', '01'],
  ['phường Hoàn Kiếm'.normalize('NFD'), '00070', '01'],
  ['phường Ba Đình, Hà Nội', '00004', '01'],
  ['xã Ba Đình, Thanh Hoá', '16171', '38'],
  ['xã Ba Đình, Thanh Hóa', '16171', '38'],
  ['xa ba dinh thanh hoa', '16171', '38'],
  ['gần chợ xã Tân Hiệp tỉnh An Giang', '30850', '91'],
  ['Tân Hiệp, Kiên Giang', '30850', '91'],
  ['phường Tân Hiệp, TP.HCM', '25920', '79'],
  ['xã Yên Phong, Bắc Giang', '09193', '24'],
])('%s is commune %s', (text, communeCode, provinceCode) => {
  expect(first(text)).toMatchObject({ communeCode, provinceCode, candidates: [] });
});

it('a kind of unit tells communes of one name apart', () => {
  expect(first('phường Tân Hiệp')).toMatchObject({ communeCode: '25920', candidates: [] });
  expect(first('phường Ba Đình')).toMatchObject({ communeCode: '00004' });
  expect(first('xã Ba Đình')).toMatchObject({ communeCode: '16171' });
});

it('a name that stands in several places lists them all, and decides nothing', () => {
  expect(first('xã Tân Hiệp')).toEqual({
    text: 'Tân Hiệp',
    communeCode: null,
    provinceCode: null,
    candidates: ['20434', '30850'],
  });
});

it('a province alone is a place, too, by its old names as well', () => {
  expect(first('ở Bắc Ninh')).toMatchObject({ provinceCode: '24', communeCode: null, candidates: [] });
  expect(first('tỉnh Bắc Giang')).toMatchObject({ provinceCode: '24', communeCode: null });
  expect(first('Sài Gòn')).toMatchObject({ provinceCode: '79' });
});

it.each(['tôi muốn phản ánh', 'nước đen ngòm', 'hòa bình cho mọi người?', 'cửa nam nhà tôi', '', '123'])(
  '%j names no commune',
  (text) => {
    expect(places(text).filter(({ communeCode }) => communeCode !== null)).toEqual([]);
  },
);

it('every commune of the country is found by its full name and province', () => {
  const provinceOf = new Map(provinces.map((each) => [each.code, each]));
  const missed = communes.filter(({ fullName, provinceCode, code }) => {
    const text = `${fullName}, ${provinceOf.get(provinceCode)?.fullName}`;
    return !places(text).some((place) => place.communeCode === code);
  });
  expect(missed.map(({ fullName, code }) => `${code} ${fullName}`)).toEqual([]);
});

it('and typed without any accent', () => {
  const provinceOf = new Map(provinces.map((each) => [each.code, each]));
  const plain = (text: string) =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
  const missed = communes.filter(({ fullName, provinceCode, code }) => {
    const found = places(plain(`${fullName} ${provinceOf.get(provinceCode)?.name}`));
    return !found.some((each) => each.communeCode === code || each.candidates.includes(code));
  });
  // "hong quang ninh binh" holds both Ninh Bình and Quảng Ninh: a handful can be read in two ways.
  expect(missed.length).toBeLessThanOrEqual(5);
});
