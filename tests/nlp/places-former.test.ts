import { placesIn } from '../town/country';

const first = (text: string) => placesIn(text)[0];

describe('communes of before July 2025', () => {
  it.each([
    ['phường Tân Hiệp, TX Tân Uyên, Bình Dương', '25920', 'Phường Tân Hiệp, Thành phố Tân Uyên, Bình Dương'],
    ['Tân Hiệp, Tân Uyên', '25920', 'Phường Tân Hiệp, Thành phố Tân Uyên, Bình Dương'],
    ['P.14 Q.10', null, 'Phường 14, Quận 10, Hồ Chí Minh'],
    ['p12 q3', '27142', 'Phường 12, Quận 3, Hồ Chí Minh'],
    ['phuong12 govap', '26882', 'Phường 12, Quận Gò Vấp, Hồ Chí Minh'],
    ['phường 12, Gò Vấp', '26882', 'Phường 12, Quận Gò Vấp, Hồ Chí Minh'],
    ['TPHCM, Q.12, P. Thạnh Lộc', '26767', 'Phường Thạnh Lộc, Quận 12, Hồ Chí Minh'],
    ['P. Hiệp Phú, Quận 9', '26842', 'Phường Hiệp Phú, Thành phố Thủ Đức, Hồ Chí Minh'],
    ['thị trấn Củ Chi', '27496', 'Thị trấn Củ Chi, Huyện Củ Chi, Hồ Chí Minh'],
    ['Bến Nghé', '26740', 'Phường Bến Nghé, Quận 1, Hồ Chí Minh'],
    ['xa tan dong huyen go cong dong', '28723', 'Xã Tân Đông, Huyện Gò Công Đông, Tiền Giang'],
    ['phường Lĩn Nam, quận Hoàng Mai', null, 'Phường Lĩnh Nam, Quận Hoàng Mai, Hà Nội'],
  ])('%s', (text, communeCode, formerly) => {
    expect(first(text)).toMatchObject({ communeCode, formerly });
  });

  it('one that was split offers all its parts', () => {
    expect(first('phường 16 quận 8')).toMatchObject({
      provinceCode: '79',
      communeCode: null,
      candidates: ['27427', '27364', '27595'],
      formerly: 'Phường 16, Quận 8, Hồ Chí Minh',
    });
  });

  it('a unit of today tells no old name', () => {
    expect(first('phường Hoàn Kiếm, Hà Nội')).not.toHaveProperty('formerly');
    expect(first('xã Xuân Trường, Nam Định')).not.toHaveProperty('formerly');
  });
});

describe('districts', () => {
  it.each([
    ['quận 3', '79', ['27154', '27142', '27139']],
    ['Q1', '79', ['26743', '26758', '26740', '26737']],
    ['quan 1 tphcm', '79', ['26743', '26758', '26740', '26737']],
    ['TP Hòa Bình', '25', ['04795', '04828', '04792', '04894', '04897']],
    ['quận Hải Châu, Đà Nẵng', '48', ['20242', '20257']],
  ])('%s lies in a province and holds few communes', (text, provinceCode, candidates) => {
    expect(first(text)).toMatchObject({ provinceCode, communeCode: null, candidates });
  });

  it.each(['TP Thủ Đức', 'Thủ Đức', 'quận 2', 'Q.9 TPHCM'])('%s holds too many to choose from', (text) => {
    expect(first(text)).toMatchObject({ provinceCode: '79', communeCode: null, candidates: [] });
  });

  it('a ward that its quarter no longer had leaves the quarter', () => {
    expect(first('phường 7 quận 3')).toMatchObject({
      text: 'phường 7 quận 3',
      provinceCode: '79',
      communeCode: null,
      candidates: ['27154', '27142', '27139'],
    });
  });

  it('the commune that took the name of a much larger district is not taken for it', () => {
    expect(first('Long Thành, Đồng Nai')).toMatchObject({ provinceCode: '75', communeCode: null });
    expect(first('Thủ Đức, TP.HCM')).toMatchObject({ provinceCode: '79', communeCode: null });
  });

  it('a city in its province is not the ward that took the name of the province', () => {
    expect(first('TP Phan Thiết, Bình Thuận')).toMatchObject({ provinceCode: '68', communeCode: null });
    expect(first('TP Hải Dương, Hải Dương')).toMatchObject({ provinceCode: '31', communeCode: null });
    expect(first('phường Bình Thuận, Lâm Đồng')).toMatchObject({ communeCode: '22960' });
  });

  it('quarters may be shortened behind their prefix', () => {
    expect(first('p5 q gv')).toMatchObject({ communeCode: '26876' });
    expect(first('P15/Q.TB')?.formerly).toBe('Phường 15, Quận Tân Bình, Hồ Chí Minh');
    expect(placesIn('Q. BT')).toEqual([]);
  });

  it('several districts of one name decide nothing', () => {
    expect(first('huyện Châu Thành')).toMatchObject({
      provinceCode: null,
      communeCode: null,
      candidates: [],
    });
  });
});
