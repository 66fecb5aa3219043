import type { Place } from '../../nlp/types';
import { gazetteer, placesIn } from '../town/country';

const first = (text: string): Place | undefined => placesIn(text)[0];
const nameOf = new Map(
  gazetteer.communes.map(({ code, fullName, provinceCode }) => [code, { fullName, provinceCode }]),
);
const provinceOf = new Map(gazetteer.provinces.map(({ code, name }) => [code, name]));

/** `Phường Ba Đình, Hà Nội`; or the province alone; or a question mark. */
function spoken(place: Place | undefined): string {
  if (!place) return 'no place';
  const province = provinceOf.get(place.provinceCode ?? '') ?? '?';
  const commune = nameOf.get(place.communeCode ?? '');
  return commune ? `${commune.fullName}, ${province}` : province;
}

describe('communes of today', () => {
  it.each([
    ['phường Hoàn Kiếm', 'Phường Hoàn Kiếm, Hà Nội'],
    ['ở phường hoàn kiếm, hà nội', 'Phường Hoàn Kiếm, Hà Nội'],
    ['P. Hoàn Kiếm', 'Phường Hoàn Kiếm, Hà Nội'],
    ['p.hoàn kiếm', 'Phường Hoàn Kiếm, Hà Nội'],
    ['PHƯỜNG HOÀN KIẾM', 'Phường Hoàn Kiếm, Hà Nội'],
    ['phuong hoan kiem ha noi', 'Phường Hoàn Kiếm, Hà Nội'],
    ['Hoàn Kiếm, Hà Nội', 'Phường Hoàn Kiếm, Hà Nội'],
    ['ba đình hn', 'Phường Ba Đình, Hà Nội'],
    ['phường Hoàn Kiếm'.normalize('NFD'), 'Phường Hoàn Kiếm, Hà Nội'],
    ['phuonghoankiem hanoi', 'Phường Hoàn Kiếm, Hà Nội'],
    ['xã Ba Đình, Thanh Hoá', 'Xã Ba Đình, Thanh Hoá'],
    ['xã Ba Đình, Thanh Hóa', 'Xã Ba Đình, Thanh Hoá'],
    ['xa ba dinh thanh hoa', 'Xã Ba Đình, Thanh Hoá'],
    ['gần chợ xã Tân Hiệp tỉnh An Giang', 'Xã Tân Hiệp, An Giang'],
    ['Tân Hiệp, Kiên Giang', 'Xã Tân Hiệp, An Giang'],
    ['phường Tân Hiệp, TP.HCM', 'Phường Tân Hiệp, Hồ Chí Minh'],
    ['xã Yên Phong, Bắc Giang', 'Xã Yên Phong, Bắc Ninh'],
    ['Bắc Ninh, phường Võ Cường', 'Phường Võ Cường, Bắc Ninh'],
    ['phuong hong quang ninh binh', 'Phường Hồng Quang, Ninh Bình'],
    ['xã Đồng Văn tỉnh Tuyên Quang (Hà Giang cũ)', 'Xã Đồng Văn, Tuyên Quang'],
    ['phường Phú Lợi, Bình Dương cũ', 'Phường Phú Lợi, Hồ Chí Minh'],
    ['đặc khu Côn Đảo', 'Đặc khu Côn Đảo, Hồ Chí Minh'],
    ['Trường Sa', 'Đặc khu Trường Sa, Khánh Hoà'],
    ['phường Xuân Hương, Đà Lạt', 'Phường Xuân Hương - Đà Lạt, Lâm Đồng'],
    ['xa chan may lang co hue', 'Xã Chân Mây - Lăng Cô, Huế'],
    ['phường 1 Bảo Lộc', 'Phường 1 Bảo Lộc, Lâm Đồng'],
    ["xã Ea H'leo, Đắc Lắc", "Xã Ea H'Leo, Đắk Lắk"],
    ['xa ea hleo dak lak', "Xã Ea H'Leo, Đắk Lắk"],
    // Read as "cảm ơn" and "em" anywhere else.
    ['xa can ty tuyen quang', 'Xã Cán Tỷ, Tuyên Quang'],
    ['xa muong e son la', 'Xã Mường É, Sơn La'],
  ])('%s', (text, name) => {
    expect(spoken(first(text))).toBe(name);
  });

  it('told apart by their kind', () => {
    expect(first('phường Tân Hiệp')).toMatchObject({ communeCode: '25920', candidates: [] });
    expect(first('phường Ba Đình')).toMatchObject({ communeCode: '00004' });
    expect(first('xã Ba Đình')).toMatchObject({ communeCode: '16171' });
  });

  it('misspelt by a letter, beside a province that is not', () => {
    expect(spoken(first('phường Hạc Thàn, Thanh Hóa'))).toBe('Phường Hạc Thành, Thanh Hoá');
    expect(spoken(first('phuong phu loii binh duong'))).toBe('Phường Phú Lợi, Hồ Chí Minh');
    expect(spoken(first('phừơng giãng võ hà nội'))).toBe('Phường Giảng Võ, Hà Nội');
    expect(first('phường Hạc Thàn')).toMatchObject({ communeCode: null, candidates: ['14797'] });
  });
});

describe('where it cannot be told which, nothing is decided', () => {
  it('a name of several communes lists them all', () => {
    expect(first('xã Tân Hiệp')).toEqual({
      text: 'xã Tân Hiệp',
      communeCode: null,
      provinceCode: null,
      candidates: ['20434', '30850'],
    });
    expect(first('Tân Hiệp')?.candidates).toEqual(expect.arrayContaining(['20434', '30850', '25920']));
  });

  it('a number of which there were dozens decides nothing', () => {
    expect(first('ở phường 7 có quán nhậu ồn')).toMatchObject({ provinceCode: null, communeCode: null });
    expect(first('xã 3')).toBeUndefined();
  });

  it('the other kind than was said is offered, not taken', () => {
    expect(first('phường Hóc Môn')).toMatchObject({ communeCode: null, candidates: ['27559'] });
  });

  it('a commune that the province does not have leaves the province', () => {
    for (const text of ['phường Tân Hiệp, Hà Nội', 'phuong tan hiep ha noi', 'Hà Nội, phường Tân Hiệp'])
      expect(first(text)).toMatchObject({ provinceCode: '01', communeCode: null });
    for (const text of ['xã Tân Lập, Mộc Châu, Sơn La', 'xa tan lap moc chau son la'])
      expect(first(text)).toMatchObject({ provinceCode: '14', communeCode: null });
  });

  it('a commune is the one in the province that is named elsewhere', () => {
    const text = 'Tôi ở An Giang. Tối qua nhà máy ở xã Tân Hiệp xả khói';
    expect(first(text)).toMatchObject({ communeCode: '30850' });
  });
});

describe('provinces', () => {
  it.each([
    ['ở Bắc Ninh', '24'],
    ['tỉnh Bắc Giang', '24'],
    ['Sài Gòn', '79'],
    ['sì gòn dạo này bụi', '79'],
    ['đà nẽng', '48'],
    ['tphcm', '79'],
    ['TP.HCM', '79'],
    ['BR-VT', '79'],
    ['Bà Rịa Vũng Tàu', '79'],
    ['HN', '01'],
    ['bd', '79'],
    ['tỉnh BD', '79'],
    ['BĐ', '52'],
    ['TP. Huế', '46'],
    ['thừa thiên huế', '46'],
    ['nuoc thai binh duong', '79'],
    ['Bến Tre, Vĩnh Long', '86'],
  ])('%s', (text, provinceCode) => {
    expect(first(text)).toMatchObject({ provinceCode, communeCode: null, candidates: [] });
  });

  it.each(['ĐN', 'ok', 'kg', 'tb nha'])('%s alone tells none', (text) => {
    expect(placesIn(text)).toEqual([]);
  });

  it('a short form of several is the one that has the district', () => {
    expect(first('quận Hải Châu ĐN')).toMatchObject({ provinceCode: '48' });
    expect(first('Biên Hòa, ĐN')).toMatchObject({ provinceCode: '75' });
    expect(first('Gia Nghĩa ĐN')).toMatchObject({ provinceCode: '68' });
  });
});
