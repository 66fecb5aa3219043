import { bothWays, filed, speaker } from './both-ways';
import { STORY, UNDATED } from './dye-works';

const UNPLACED = 'Xưởng gỗ xả bụi mù mịt vào nhà dân';

describe('what pours is no commune, and a yes no part of a name', () => {
  bothWays('“Công xả cửa lò nhuộm” leaves open where it is', async (citizen) => {
    await citizen.says('tôi muốn báo ô nhiễm');
    const answer = await citizen.says('Cống xả của lò nhuộm chảy ra mương, ruộng rau chết hết');
    expect(answer.ask).toBe('location');
    expect(answer.options ?? []).toEqual([]);
    await citizen.tells('xã Gia Lâm, Hà Nội', 'hôm qua', 'ẩn danh');
    expect((await filed(citizen))?.location.communeCode).not.toBeNull();
  });

  it('“da Son La” names the province', async () => {
    const citizen = speaker((text) => text);
    await citizen.tells(UNPLACED, 'dau cau treo', 'da Son La', 'hom qua', 'an danh');
    expect((await filed(citizen))?.location.provinceCode).toBe('14');
  });

  bothWays('a lake that lies in a ward is kept', async (citizen) => {
    await citizen.tells('Rác chất đống bốc mùi', 'hồ thuộc phường Ba Đình, Hà Nội', 'hôm qua', 'ẩn danh');
    expect((await filed(citizen))?.location.text).toContain(citizen.typed('hồ thuộc'));
  });

  bothWays('“ghi hộ” is said to us', async (citizen) => {
    await citizen.tells(
      'Rác chất đống bốc mùi',
      'ghi hộ tôi là phường Ba Đình, Hà Nội',
      'hôm qua',
      'ẩn danh',
    );
    expect((await filed(citizen))?.location.text).not.toContain(citizen.typed('hộ'));
  });
});

describe('a place where it is asked who reports', () => {
  bothWays('a province is nobody: what is noted is said, and the contact asked for', async (citizen) => {
    await citizen.tells(STORY, 'để lại liên hệ');
    const answer = await citizen.says('Đắk Lắk');
    expect(answer.ask).toBe('contact');
    expect(answer.text).toContain('Nơi xảy ra tôi đang ghi là “Phường Ba Đình, Hà Nội”');
    const summary = await citizen.says('Bạch Công Tiến 0912345678');
    expect(summary.text).toContain('B•• C•• T•• · ');
    expect((await filed(citizen))?.location.communeCode).toBe('00004');
  });

  for (const at of ['để lại liên hệ', undefined])
    bothWays(`another commune puts the place right (${at ?? 'anonymity'})`, async (citizen) => {
      await citizen.says(STORY);
      if (at) await citizen.says(at);
      const answer = await citizen.says('xã Krông Pắc, Đắk Lắk');
      expect(answer.text).toContain('Tôi đã sửa.');
      expect(answer.ask).toBe(at ? 'contact' : 'anonymity');
      await citizen.says('ẩn danh');
      expect((await filed(citizen))?.location.communeCode).toBe('24490');
    });

  bothWays('the same commune once more changes nothing', async (citizen) => {
    await citizen.tells(STORY, 'để lại liên hệ');
    expect((await citizen.says('phường Ba Đình')).text).not.toContain('Tôi đã sửa.');
  });

  bothWays('where the place was not known, it is taken', async (citizen) => {
    await citizen.tells(UNPLACED, 'không biết', 'không biết', 'hôm qua', 'để lại liên hệ', 'Đắk Lắk');
    await citizen.says('Bạch Công Tiến 0912345678');
    expect((await filed(citizen))?.location.provinceCode).toBe('66');
  });

  bothWays('“Hà Giang” may be somebody', async (citizen) => {
    const summary = await citizen.tells(STORY, 'để lại liên hệ', 'Hà Giang', '0912345678');
    expect(summary.text).toContain('H•• G•• · ');
  });
});

describe('when it happens', () => {
  for (const [said, time] of [
    ['nó xảy ra nửa đêm', 'nửa đêm'],
    ['nó xảy ra nhất là lúc trời chuyển mưa', 'nhất là lúc trời chuyển mưa'],
    ['từ đợt gió chướng này', 'từ đợt gió chướng này'],
    ['hầu như ngày nào cũng làm', 'hầu như ngày nào cũng làm'],
  ] as const)
    bothWays(`“${said}”`, async (citizen) => {
      await citizen.says(UNDATED);
      expect((await citizen.says(said)).ask).toBe('anonymity');
      await citizen.says('ẩn danh');
      expect((await filed(citizen))?.time?.text).toBe(citizen.typed(time));
    });

  for (const story of [
    'Quán karaoke ở phường Ba Đình, Hà Nội hát ầm ĩ, kéo rèm vẫn sáng như ban ngày',
    'Cán bộ một cửa phường Ba Đình, Hà Nội vòi tiền, lần nào cũng bới ra giấy mới',
  ])
    bothWays(`“${story}” tells no time`, async (citizen) => {
      expect((await citizen.says(story)).ask).toBe('time');
    });

  for (const said of ['sáng qua', 'tối qua', 'hôm qua'])
    bothWays(`“${said}” alone opens no report`, async (citizen) => {
      expect((await citizen.says(said)).ask).toBe('choice');
    });
});

describe('a kind that was only named yields to a story of another', () => {
  for (const [kind, story, category] of [
    ['rác độc hại', 'kim tiêm vứt đầy ngoài bãi đất trống cạnh trạm y tế', 'hazardous_waste'],
    ['rác thải', 'xưởng giấy xả nước đen ngòm ra kênh', 'water'],
    ['mùi hôi', 'hát karaoke ầm ĩ tới nửa đêm không ai ngủ được', 'noise'],
  ] as const)
    bothWays(`“${kind}”, then ${category}`, async (citizen) => {
      await citizen.tells(kind, story, 'xã Gia Lâm, Hà Nội');
      await citizen.tells('hôm qua', 'ẩn danh');
      expect((await filed(citizen))?.category).toBe(category);
    });
});
