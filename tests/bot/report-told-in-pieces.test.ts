import { bothWays, filed } from './both-ways';

const UNPLACED = 'Xưởng nhuộm xả nước thải đỏ ngầu ra hồ, nổi bọt trắng xóa';
const UNDATED = 'Nước thải đỏ ngầu chảy ra hồ ở phường Ba Đình, Hà Nội, nổi bọt trắng xóa';

describe('what answers something else leaves the question open', () => {
  for (const plea of ['Xử lý sớm nhé.', 'Kiểm tra giúp ngay.'])
    bothWays(`“${plea}” is no time`, async (citizen) => {
      expect((await citizen.says(UNDATED)).ask).toBe('time');
      expect((await citizen.says(plea)).ask).toBe('time');
      await citizen.tells('hai tối liền', 'ẩn danh');
      const ticket = await filed(citizen);
      expect(ticket?.time?.text).toBe(citizen.typed('hai tối liền'));
      expect(ticket?.description).toBe(citizen.typed(`${UNDATED}\n${plea}`));
    });

  for (const [told, source] of [
    ['CHÍNH HAI CHIẾC XUỒNG MÁY LẠ LÀM.', 'HAI CHIẾC XUỒNG MÁY LẠ'],
    ['Do chủ đầu tư chung cư Sao Mai đấy.', 'chủ đầu tư chung cư Sao Mai'],
    ['Thủ phạm chắc là nhóm thợ lạ', 'nhóm thợ lạ'],
  ] as const)
    bothWays(`“${told}” tells who, and not when`, async (citizen) => {
      await citizen.says(UNDATED);
      expect((await citizen.says(told)).ask).toBe('time');
      await citizen.tells('chiều qua', 'ẩn danh');
      const ticket = await filed(citizen);
      expect(ticket).toMatchObject({
        source: citizen.typed(source),
        time: { text: citizen.typed('chiều qua') },
      });
      expect(ticket?.description).toContain(citizen.typed(told));
    });

  bothWays('“do chủ xưởng đó làm” tells no place', async (citizen) => {
    expect((await citizen.says(UNPLACED)).ask).toBe('location');
    expect((await citizen.says('Do chủ xưởng nhuộm làm đấy.')).ask).toBe('location');
  });

  bothWays('“chính quyền xã không làm” accuses no doer', async (citizen) => {
    await citizen.tells(UNDATED, 'Chính quyền xã không chịu làm', 'chiều qua', 'ẩn danh');
    expect((await filed(citizen))?.source).toBeNull();
  });

  bothWays('“mẹ tôi già rồi cứ ho hoài” is more of the story', async (citizen) => {
    await citizen.says(UNPLACED);
    const more = 'Mẹ tôi già rồi cứ ho hoài.';
    expect((await citizen.says(more)).ask).toBe('location');
    await citizen.tells('phường Ba Đình, Hà Nội', 'chiều qua', 'ẩn danh');
    const ticket = await filed(citizen);
    expect(ticket?.description).toBe(citizen.typed(`${UNPLACED}\n${more}`));
    expect(ticket?.location.text).toBe(citizen.typed('phường Ba Đình, Hà Nội'));
  });
});

describe('beside “ẩn danh”', () => {
  for (const [told, anonymous] of [
    ['Là trại gà mới mở làm càn.', 'Tôi muốn ẩn danh.'],
    ['Cả xóm đều thấy chứ không riêng tôi.', 'Đừng tiết lộ tên tôi.'],
  ])
    bothWays(`“${told ?? ''}” belongs to the story`, async (citizen) => {
      await citizen.tells(UNDATED, 'chiều qua', `${told ?? ''} ${anonymous ?? ''}`);
      const ticket = await filed(citizen);
      expect(ticket).toMatchObject({
        anonymous: true,
        description: citizen.typed(`${UNDATED}\n${told ?? ''}`),
      });
    });
});

describe('beside the place', () => {
  bothWays('sentences that tell of none belong to the story', async (citizen) => {
    await citizen.says(UNPLACED);
    const more = 'Bao tải chất đống cả chục cái.';
    const place = 'phường Ba Đình, Hà Nội.';
    expect((await citizen.says(`${more} ${place}`)).ask).toBe('time');
    await citizen.tells('chiều qua', 'ẩn danh');
    const ticket = await filed(citizen);
    expect(ticket?.description).toBe(citizen.typed(`${UNPLACED}\n${more} ${place}`));
    expect(ticket?.location.text).toBe(citizen.typed(place));
  });

  bothWays('“P. Ba Đình” is one sentence', async (citizen) => {
    await citizen.tells(UNPLACED, 'gần chợ, P. Ba Đình, TP. Hà Nội', 'chiều qua', 'ẩn danh');
    const ticket = await filed(citizen);
    expect(ticket?.description).toBe(citizen.typed(UNPLACED));
    expect(ticket?.location.communeCode).not.toBeNull();
  });
});

describe('the name of a business is no place', () => {
  for (const told of [
    'Mùi hóa chất từ phòng khám An Khang bay khắp xóm',
    'Khói khét lẹt bay vào nhà. Nghe đâu là xưởng may Kim Ngọc làm.',
  ])
    bothWays(`“${told}”`, async (citizen) => {
      expect((await citizen.says(told)).ask).toBe('location');
      await citizen.tells('xã Lâm Thao, Phú Thọ', 'chiều qua', 'ẩn danh');
      expect((await filed(citizen))?.location.communeCode).toBe('08494');
    });

  bothWays('but behind “xã” it is one', async (citizen) => {
    expect((await citizen.says('Xưởng may xã Kim Ngọc, Tuyên Quang đốt vải vụn khét lẹt')).ask).not.toBe(
      'location',
    );
  });
});

describe('who does not know skips the question', () => {
  for (const skips of [
    'thật tình là tôi không biết',
    'tôi có hỏi mà chẳng ai biết',
    'chỗ này cho tôi bỏ qua nhé',
    'tôi làm sao biết được',
  ])
    bothWays(`“${skips}”`, async (citizen) => {
      expect((await citizen.says(UNDATED)).ask).toBe('time');
      expect((await citizen.says(skips)).ask).toBe('anonymity');
      await citizen.says('ẩn danh');
      expect(await filed(citizen)).toMatchObject({ time: null, description: citizen.typed(UNDATED) });
    });
});

describe('times', () => {
  for (const [said, time] of [
    ['bị hai tối liền', 'hai tối liền'],
    ['sẩm tối các ngày nghỉ', 'sẩm tối các ngày nghỉ'],
    ['từ sau cơn bão', 'từ sau cơn bão'],
    ['từ tháng bảy tới giờ', 'từ tháng bảy tới giờ'],
    ['từ quý ba năm nay', 'từ quý ba năm nay'],
  ] as const)
    bothWays(`“${said}”`, async (citizen) => {
      await citizen.says(UNDATED);
      expect((await citizen.says(said)).ask).toBe('anonymity');
      await citizen.says('ẩn danh');
      expect(await filed(citizen)).toMatchObject({ urgent: false, time: { text: citizen.typed(time) } });
    });

  bothWays('“lúc nào cũng được” tells when to call', async (citizen) => {
    expect((await citizen.says(`${UNDATED}. Gọi tôi lúc nào cũng được.`)).ask).toBe('time');
  });

  bothWays('“xưa nay hiền lành” yields to a time', async (citizen) => {
    await citizen.says(`Tôi dân gốc ở đây, xưa nay hiền lành, mà giờ ${UNDATED} từ hôm mùng một`);
    await citizen.says('ẩn danh');
    expect((await filed(citizen))?.time?.text).toBe(citizen.typed('từ hôm mùng một'));
  });
});

describe('to stop, to wait, neither', () => {
  bothWays('“có gì thì bạn nhắn lại tôi nha” puts nothing off', async (citizen) => {
    await citizen.says(UNPLACED);
    expect((await citizen.says('Có gì thì bạn nhắn lại tôi nha.')).ask).toBe('location');
  });

  bothWays('“loại khác nữa” is a kind', async (citizen) => {
    await citizen.tells('Xưởng bên cạnh làm ô nhiễm cả xóm', 'phường Ba Đình, Hà Nội');
    expect((await citizen.says('loại khác nữa')).ask).toBe('time');
  });

  bothWays('“dừng lại, tôi không muốn phn ánh nữa” stops', async (citizen) => {
    await citizen.says(UNDATED);
    expect((await citizen.says('dừng lại, tôi không muốn phn ánh nữa')).ask).toBeUndefined();
  });

  for (const ask of ['location', 'time', 'anonymity', 'confirm'])
    bothWays(`“giờ tôi phải đi, để sau” at ${ask}`, async (citizen) => {
      await citizen.says(ask === 'location' ? UNPLACED : UNDATED);
      if (ask === 'anonymity') await citizen.says('chiều qua');
      if (ask === 'confirm') await citizen.tells('chiều qua', 'ẩn danh');
      expect((await citizen.says('giờ tôi phải đi, để sau')).ask).toBeUndefined();
      expect((await citizen.says('tiếp tục')).ask).toBe(ask);
    });
});
