import { bothWays, filed, type Speaker } from './both-ways';
import { STORY, UNDATED } from './dye-works';

const UNPLACED = 'Đầu nậu tự ý phân lô bán nền đất vườn hôm kia, không có hạ tầng gì';
const atSummary = (citizen: Speaker) => citizen.tells(STORY, 'ẩn danh');

describe('a balcony is no hurry', () => {
  for (const more of [
    'Quạt hút của xưởng thổi thẳng vào ban công nhà tôi.',
    'Bụi bay đầy bàn ghế nhà tôi.',
    'Họ bán hàng ngay cửa nhà tôi.',
  ])
    bothWays(`“${more}” is kept`, async (citizen) => {
      await atSummary(citizen);
      expect((await citizen.says(more)).ask).toBe('confirm');
      expect((await filed(citizen))?.description).toContain(citizen.typed(more));
    });

  for (const away of ['đang bận, tối tôi làm tiếp', 'bận quá chút nữa nhé', 'đang lái xe, tí nữa nhắn'])
    bothWays(`“${away}” still is`, async (citizen) => {
      await atSummary(citizen);
      expect((await citizen.says(away)).ask).toBeUndefined();
    });
});

describe('anger is no time and no story', () => {
  for (const anger of [
    'Dân kêu bao nhiêu lần rồi không ai nghe!',
    'Gọi mấy lần rồi chẳng ai quan tâm',
    'Tức không chịu được!',
  ])
    bothWays(`“${anger}”`, async (citizen) => {
      expect((await citizen.says(UNDATED)).ask).toBe('time');
      expect((await citizen.says(anger)).ask).toBe('time');
      await citizen.tells('bỏ qua', 'ẩn danh');
      expect((await filed(citizen))?.time).toBeNull();
    });
});

describe('when', () => {
  for (const time of ['ban ngày', 'hơn chục ngày nay', 'cả chục bữa rày', 'hai chục hôm nay'])
    bothWays(`“${time}”, asked for`, async (citizen) => {
      await citizen.tells(UNDATED, time);
      await citizen.says('ẩn danh');
      expect((await filed(citizen))?.time?.text).toBe(citizen.typed(time));
    });

  bothWays('“hơn chục ngày nay” in the story', async (citizen) => {
    await citizen.says(`${UNDATED} hơn chục ngày nay, bọt nổi liên tục.`);
    await citizen.says('ẩn danh');
    expect((await filed(citizen))?.time?.text).toContain(citizen.typed('hơn chục ngày nay'));
  });

  bothWays('“bán ngay cạnh trường” tells where', async (citizen) => {
    const told = 'Nhà hàng ở phường Ba Đình, Hà Nội bắt thú rừng đem bán ngay cạnh trường';
    expect((await citizen.says(told)).ask).toBe('time');
  });

  for (const right of ['Thời gian phải là từ đầu năm', 'thời gian là từ đầu năm ạ'])
    bothWays(`“${right}” asks for nothing`, async (citizen) => {
      expect((await citizen.says(UNPLACED)).ask).toBe('location');
      expect((await citizen.says(right)).ask).toBe('location');
      await citizen.tells('phường Ba Đình, Hà Nội', 'ẩn danh');
      expect((await filed(citizen))?.time?.text).toBe(citizen.typed('từ đầu năm'));
    });
});

describe('“Toi” before a name', () => {
  for (const contact of ['Tôi Hà Văn Páo, 0703348898', 'Tui Phan Thị Thanh Tâm - 0358749966'])
    bothWays(`“${contact}”`, async (citizen) => {
      await citizen.tells(STORY, 'để lại liên hệ');
      const summary = (await citizen.says(contact)).text ?? '';
      expect(summary).toMatch(/Liên hệ: (?:H•• V•• P••|P•• T•• T•• T••) · /);
    });
});

describe('kinds that are told by a sign', () => {
  for (const [danger, category] of [
    ['Nhà máy nước đá ở phường Ba Đình, Hà Nội xì khí amoniac, có người ngất rồi', 'hazardous_waste'],
    ['Rò rỉ khí clo ở phường Ba Đình, Hà Nội, công nhân ngất xỉu', 'hazardous_waste'],
    ['Xe bồn dầu lật ở phường Ba Đình, Hà Nội, dầu đang chảy lênh láng ra đường, cứu với', 'hazardous_waste'],
    ['Tràn dầu xuống sông ở phường Ba Đình, Hà Nội, dầu loang khắp mặt nước', 'water'],
  ] as const)
    bothWays(`“${danger}”`, async (citizen) => {
      await citizen.says(danger);
      expect(await filed(citizen)).toMatchObject({ urgent: true, category });
    });

  bothWays('pests are no building', async (citizen) => {
    await citizen.says(
      'Nhà yến xây giữa phố ở phường Ba Đình, Hà Nội kéo gián, muỗi về đầy khu dân cư từ mùa mưa',
    );
    await citizen.says('ẩn danh');
    expect(await filed(citizen)).toMatchObject({ lane: 'pollution', category: 'other' });
  });
});

describe('it is to be gone', () => {
  for (const end of ['xóa phản ánh này đi', 'xóa báo cáo này giúp tôi'])
    bothWays(`“${end}”`, async (citizen) => {
      await atSummary(citizen);
      expect((await citizen.says(end)).ask).toBeUndefined();
      expect(citizen.tickets()).toHaveLength(0);
    });
});

describe('back to what was told, while a person is waited for', () => {
  bothWays('“tôi rảnh rồi, làm tiếp”', async (citizen) => {
    await citizen.tells(STORY, 'gặp cán bộ', 'để sau');
    expect((await citizen.says('tôi rảnh rồi, làm tiếp')).ask).toBe('anonymity');
  });
});
