import { bothWays } from './both-ways';

const SMOKE = 'Khói đen kịt mù mịt từ ống khói nhà máy';
const SMELL = 'Mùi hôi thối nồng nặc, khó chịu lắm';

describe('old names', () => {
  bothWays('are understood, and what they are called today is said', async (citizen) => {
    await citizen.says(SMOKE);
    const told = await citizen.says('Phường Tân Hiệp, TX Tân Uyên, Bình Dương');
    expect(told.text).toContain(
      'Phường Tân Hiệp, Thành phố Tân Uyên, Bình Dương (cũ) nay là Phường Tân Hiệp, Hồ Chí Minh',
    );
    await citizen.tells('bỏ qua', 'ẩn danh', 'đúng rồi');
    expect(citizen.tickets()[0]?.location).toMatchObject({ communeCode: '25920', provinceCode: '79' });
  });

  bothWays('of numbered wards need their district', async (citizen) => {
    await citizen.says(SMOKE);
    expect((await citizen.says('Phường 12, quận Gò Vấp')).text).toContain('nay là Phường An Hội Tây');
  });

  bothWays('told in the opening are said back as well, once', async (citizen) => {
    const told = await citizen.says('Khói mù mịt ở phường 12, quận Gò Vấp tối qua');
    expect(told.text).toContain('nay là Phường An Hội Tây');
    expect((await citizen.says('ẩn danh')).text).not.toContain('nay là');
  });
});

describe('a name of several places', () => {
  bothWays('is asked back with buttons; the province tells which', async (citizen) => {
    await citizen.says(SMOKE);
    const which = await citizen.says('xã Tân Hiệp');
    expect([which.ask, which.options]).toEqual([
      'location',
      ['Xã Tân Hiệp, Đà Nẵng', 'Xã Tân Hiệp, An Giang'],
    ]);
    expect((await citizen.says('An Giang')).ask).toBe('time');
    await citizen.tells('bỏ qua', 'ẩn danh', 'đúng rồi');
    expect(citizen.tickets()[0]?.location.communeCode).toBe('30850');
  });

  bothWays('of very many, the province is asked in words, and the likeliest offered', async (citizen) => {
    await citizen.says(SMOKE);
    const which = await citizen.says('phường 7');
    expect(which.text).toContain('tỉnh');
    expect(which.options?.length ?? 0).toBeLessThanOrEqual(8);
    expect((await citizen.says('phường Ba Đình, Hà Nội')).ask).toBe('time');
  });

  bothWays('keeps its landmark, and does not swallow what is no place', async (citizen) => {
    await citizen.tells(SMELL, 'gần chợ', 'xã Tân Thành');
    for (const other of ['tháng trước', 'ok', 'phạt bao nhiêu tiền vậy?', 'để lại số'])
      expect((await citizen.says(other)).ask).toBe('location');
    // Without accents there are two of them in that province.
    const left = await citizen.says('Đồng Tháp');
    if (left.ask === 'location') await citizen.presses('Xã Tân Thành, Đồng Tháp');
    await citizen.says('0912345678');
    await citizen.says('bỏ qua');
    await citizen.says('đúng rồi');
    const [ticket] = citizen.tickets();
    expect(ticket?.location.text).toBe(citizen.typed('gần chợ, xã Tân Thành'));
    expect(ticket?.location.provinceCode).toBe('82');
    expect(ticket?.time?.text).toBe(citizen.typed('tháng trước'));
    expect(ticket?.anonymous).toBe(false);
  });
});

describe('a place that is not clear', () => {
  bothWays('a landmark alone: its commune is asked, and both are kept', async (citizen) => {
    await citizen.says(SMOKE);
    expect((await citizen.says('gần cầu Long Biên')).text).toContain('xã/phường nào');
    expect((await citizen.says('phường Hồng Hà, Hà Nội')).ask).toBe('time');
    await citizen.tells('bỏ qua', 'ẩn danh', 'đúng rồi');
    expect(citizen.tickets()[0]?.location).toMatchObject({
      text: citizen.typed('gần cầu Long Biên, phường Hồng Hà, Hà Nội'),
      communeCode: '00097',
    });
  });

  bothWays('told with its province and asked once more: what was said twice stands once', async (citizen) => {
    await citizen.tells(
      'tôi muốn phản ánh',
      'ô nhiễm môi trường',
      'Có bãi chôn dầu cặn sau kho đầu cầu Cần Thơ phía Vĩnh Long, đào lên thấy dầu đen sì.',
      'phường Cái Vồn, Vĩnh Long',
      'bỏ qua',
      'ẩn danh',
      'đúng rồi',
    );
    const { text = '', communeCode } = citizen.tickets()[0]?.location ?? {};
    expect(communeCode).not.toBeNull();
    expect(text.split('sau kho')).toHaveLength(2);
  });

  bothWays('only the province: asked once more, then accepted', async (citizen) => {
    await citizen.says(SMOKE);
    expect((await citizen.says('An Giang')).ask).toBe('location');
    expect((await citizen.says('tôi chỉ biết ở An Giang thôi')).ask).not.toBe('location');
  });

  bothWays('at sea: said kindly, and the shore asked for', async (citizen) => {
    await citizen.says(SMOKE);
    const shore = await citizen.says('ngoài khơi Biển Đông');
    expect([shore.ask, shore.text]).toEqual(['location', expect.stringContaining('gần bờ biển')]);
  });

  bothWays('abroad: said kindly', async (citizen) => {
    await citizen.says(SMOKE);
    expect((await citizen.says('bên Lào')).text).toContain('chỉ nhận chuyện xảy ra ở Việt Nam');
  });

  bothWays('a sentence is not taken for a place', async (citizen) => {
    await citizen.says(SMOKE);
    for (const other of ['phạt bao nhiêu tiền vậy?', 'đúng', 'sao lâu vậy?', 'tôi bực mình quá rồi nha'])
      expect((await citizen.says(other)).ask).toBe('location');
    await citizen.tells('phường Ba Đình, Hà Nội', 'bỏ qua', 'ẩn danh', 'đúng rồi');
    expect(citizen.tickets()[0]?.location.text).toBe(citizen.typed('phường Ba Đình, Hà Nội'));
  });

  bothWays('corrected by a shared position', async (citizen) => {
    await citizen.tells('Rác đổ đầy bờ kênh ở Tân Uyên', 'hôm kia', 'ẩn danh');
    expect((await citizen.shares(12, 115.5)).text).toContain('ngoài biển');
    expect((await citizen.shares(21.0287, 105.8523)).ask).toBe('confirm');
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]?.location).toMatchObject({ communeCode: '00070', lat: 21.0287 });
  });
});
