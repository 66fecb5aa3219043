import { bothWays, filed, speaker } from './both-ways';
import { STORY, UNDATED } from './dye-works';

const DUMPED = 'Xe ba gác chở xà bần đổ trộm xuống lô đất trống';
const LEAK = 'Kho lạnh xì khí amoniac ở phường Ba Đình, Hà Nội, công nhân ngất rồi!';

describe('the first word names the lane', () => {
  for (const lane of ['vụ cán bộ', 'chuyện đất đai ạ', 'về cán bộ', 'vụ đất đai'])
    bothWays(`“${lane}” asks after no report`, async (citizen) => {
      expect((await citizen.says(lane)).ask).toBe('description');
    });

  bothWays('of somebody who has sent one it may be that', async (citizen) => {
    await citizen.tells(STORY, 'ẩn danh', 'đúng rồi');
    expect((await citizen.says('vụ cán bộ')).ask).not.toBe('description');
  });
});

describe('since when, with the words around it', () => {
  const told: readonly (readonly [string, string])[] = [
    [`${UNDATED}, không ai chịu được hai tuần gần đây`, 'hai tuần gần đây'],
    [`${UNDATED} độ một tháng nay`, 'độ một tháng nay'],
    [`${UNDATED} 3 tháng trở lại đây`, '3 tháng trở lại đây'],
    [`${UNDATED} chừng nửa tháng, đi qua là biết`, 'chừng nửa tháng'],
    [`${UNDATED} hầu như tối nào`, 'hầu như tối nào'],
    [`${UNDATED} giờ tan tầm`, 'giờ tan tầm'],
    [`${UNDATED} dịp cuối thu này`, 'dịp cuối thu này'],
  ];
  for (const [story, time] of told)
    bothWays(`“${time}”`, async (citizen) => {
      await citizen.tells(story, 'ẩn danh');
      expect((await filed(citizen))?.time?.text).toContain(citizen.typed(time));
    });

  bothWays('“khoảng nửa tháng nữa” is to come', async (citizen) => {
    expect((await citizen.says(`${UNDATED}, khoảng nửa tháng nữa họ xả tiếp`)).ask).toBe('time');
  });

  for (const time of ['NHỮNG HÔM MƯA TO', 'những lúc không ai để ý', 'gần như quanh năm'])
    bothWays(`“${time}”, asked for`, async (citizen) => {
      await citizen.tells(UNDATED, time);
      await citizen.says('ẩn danh');
      expect((await filed(citizen))?.time?.text).toContain(citizen.typed(time));
    });
});

describe('the story goes on in a message of its own', () => {
  for (const more of ['Camera nhà tôi quay lại hết.', 'Khách thuê homestay của em bỏ đi hết.'])
    bothWays(`“${more}”, asked where`, async (citizen) => {
      expect((await citizen.says(DUMPED)).ask).toBe('location');
      expect((await citizen.says(more)).ask).toBe('location');
      await citizen.tells('phường Ba Đình, Hà Nội', 'bỏ qua', 'ẩn danh');
      expect((await filed(citizen))?.description).toContain(citizen.typed(more));
    });

  for (const more of ['Camera nhà tôi quay lại hết.', 'Khách thuê homestay của em bỏ đi hết.'])
    bothWays(`“${more}”, asked when`, async (citizen) => {
      expect((await citizen.says(UNDATED)).ask).toBe('time');
      expect((await citizen.says(more)).ask).toBe('time');
      await citizen.tells('tối qua', 'ẩn danh');
      const ticket = await filed(citizen);
      expect(ticket?.description).toContain(citizen.typed(more));
      expect(ticket?.time?.text).toBe(citizen.typed('tối qua'));
    });

  bothWays('“địa chỉ gần trạm y tế” asks for no address', async (citizen) => {
    expect((await citizen.says(DUMPED)).ask).toBe('location');
    const answer = await citizen.says('Địa chỉ gần trạm y tế.');
    expect(answer.ask).toBe('location');
    await citizen.tells('phường Ba Đình, Hà Nội', 'bỏ qua', 'ẩn danh');
    expect((await filed(citizen))?.location.text).toContain(citizen.typed('gần trạm y tế'));
  });
});

describe('what only sounds like a question', () => {
  bothWays('“trạm ở phường Ba Đình” tells where, and asks for no air', async (citizen) => {
    expect((await citizen.says('Kiểm lâm nhận tiền rồi cho xe gỗ lậu đi qua trạm')).ask).toBe('location');
    expect((await citizen.says('Trạm ở phường Ba Đình, Hà Nội.')).ask).not.toBe('location');
  });

  bothWays('“tôi có chụp được tờ giấy đó” at the summary tells of proof', async (citizen) => {
    const proof = 'Tôi có chụp được tờ giấy đó.';
    await citizen.tells(STORY, 'ẩn danh', proof);
    expect((await filed(citizen))?.description).toContain(citizen.typed(proof));
  });
});

describe('who causes it', () => {
  for (const who of ['vựa mực út mười', 'tiệm hàn anh bảy'])
    bothWays(`“${who}”`, async (citizen) => {
      expect((await citizen.says('Mùi tanh nồng nặc ở phường Ba Đình, Hà Nội 3 hôm nay')).ask).toBe('source');
      expect((await citizen.says(who)).ask).toBe('anonymity');
      await citizen.says('ẩn danh');
      expect((await filed(citizen))?.source).toBe(citizen.typed(who));
    });
});

describe('of two communes that are called the same without accents', () => {
  it('the one whose button was pressed', async () => {
    const citizen = speaker((text) => text);
    const { options } = await citizen.says('Quan nhau mo loa keo am i o xa Loc Thanh, Dong Nai toi qua');
    expect(options).toEqual(['Xã Lộc Thạnh, Đồng Nai', 'Xã Lộc Thành, Đồng Nai']);
    await citizen.tells('Xã Lộc Thành, Đồng Nai', 'ẩn danh');
    expect((await filed(citizen))?.location.communeCode).toBe('25294');
  });
});

describe('names that hold places and titles', () => {
  bothWays('“Tạ Quốc Việt” at the summary is nowhere', async (citizen) => {
    expect((await citizen.says(LEAK)).ask).toBe('confirm');
    expect((await citizen.tells('Tạ Quốc Việt', '032-444-8442')).text).toContain('T•• Q•• V••');
    expect((await filed(citizen))?.location.communeCode).toBe('00004');
  });

  for (const [contact, initials] of [
    ['em cô Tư sđt 0914 669 384', /hệ: T•• · /],
    ['tên Thảo số 0981 312 523', /hệ: T•• · /],
    ['ngọc anh, 0908029077', /hệ: N•• A•• · /],
  ] as const)
    bothWays(`“${contact}”`, async (citizen) => {
      expect((await citizen.tells(STORY, contact)).text).toMatch(initials);
    });

  bothWays('“tuấn anh” beside a number at the summary', async (citizen) => {
    await citizen.tells(LEAK);
    expect((await citizen.says('tuấn anh, 0908029077')).text).toMatch(/hệ: T•• A•• · /);
  });
});
