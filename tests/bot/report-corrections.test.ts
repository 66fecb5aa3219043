import { hoa } from '../town/people';
import { bothWays, filed, type Speaker } from './both-ways';

const STORY = 'Tối qua nhà máy ở phường Ba Đình, Hà Nội xả nước thải chưa xử lý ra hồ, nước đen ngòm';

describe('put right at the summary, in free words', () => {
  const atSummary = (citizen: Speaker) => citizen.tells(STORY, 'ẩn danh');

  bothWays('the place: “à nhầm, phường X chứ không phải phường Y”', async (citizen) => {
    await atSummary(citizen);
    const said = 'à nhầm, phường Hồng Hà chứ không phải phường Ba Đình';
    const again = await citizen.says(said);
    expect(again.ask).toBe('confirm');
    expect(again.text).toContain('Phường Hồng Hà');
    expect(again.text).toContain('Tôi đã sửa');
    expect(await filed(citizen)).toMatchObject({
      location: { communeCode: '00097' },
      description: `${citizen.typed(STORY)}\n${citizen.typed(said)}`,
    });
  });

  bothWays('the place: “không phải X mà là Y”', async (citizen) => {
    await atSummary(citizen);
    await citizen.says('không phải phường Ba Đình mà là phường Hồng Hà, Hà Nội');
    expect((await filed(citizen))?.location.communeCode).toBe('00097');
  });

  bothWays('the time: “không phải hôm qua mà hôm kia”', async (citizen) => {
    await atSummary(citizen);
    expect((await citizen.says('không phải hôm qua mà hôm kia')).ask).toBe('confirm');
    expect((await filed(citizen))?.time?.from).toContain('2026-11-21');
  });

  bothWays('the source, which is read back', async (citizen) => {
    await atSummary(citizen);
    const again = await citizen.says('nhà máy đó là công ty Minh Phát');
    expect(again.text).toMatch(/Nguồn gây ra: c[ôo]ng ty Minh Phát|Nguồn gây ra: cong ty minh phat/);
    expect((await filed(citizen))?.source).toBe(citizen.typed('công ty Minh Phát'));
  });

  bothWays('a part by its button, another by its name', async (citizen) => {
    await atSummary(citizen);
    expect((await citizen.says('Sửa lại')).options).toContain('Nguồn gây ra');
    expect((await citizen.says('Nguồn gây ra')).ask).toBe('source');
    expect((await citizen.says('xưởng mộc Tư Hùng')).ask).toBe('confirm');
    expect((await citizen.says('sửa địa điểm')).ask).toBe('location');
    expect((await citizen.says('phường Hồng Hà, Hà Nội')).ask).toBe('confirm');
    expect(await filed(citizen)).toMatchObject({ location: { communeCode: '00097' } });
  });

  bothWays('photos: “thêm ảnh”', async (citizen) => {
    await atSummary(citizen);
    expect((await citizen.says('thêm ảnh')).ask).toBe('photos');
    await citizen.sends('p1');
    expect((await citizen.waits())?.ask).toBe('confirm');
    expect((await filed(citizen))?.attachments).toHaveLength(1);
  });

  bothWays('a yes that goes on is more of the story', async (citizen) => {
    await atSummary(citizen);
    const more = 'đúng rồi nhưng thêm là có cả mùi thối nữa';
    expect((await citizen.says(more)).ask).toBe('confirm');
    expect((await filed(citizen))?.description).toContain(citizen.typed(more));
  });

  bothWays('thanks are no correction and no yes', async (citizen) => {
    await atSummary(citizen);
    expect((await citizen.says('cảm ơn bạn nhiều nhé')).ask).toBe('confirm');
    expect((await filed(citizen))?.description).toBe(citizen.typed(STORY));
  });
});

describe('put right at any question', () => {
  bothWays('the phone: “sửa lại số điện thoại là …”', async (citizen) => {
    await citizen.tells(STORY, 'Để lại liên hệ', '0912 345 678');
    const again = await citizen.says('sửa lại số điện thoại là 0912 345 679');
    expect(again.text).toContain('679');
    await citizen.says('đúng rồi');
    expect(citizen.stored()).not.toContain('345 679');
    expect(citizen.log.known.get(hoa.conversation)?.phone).toBe('+84912345679');
  });

  bothWays('the contact: “bỏ tên tôi đi, để ẩn danh”', async (citizen) => {
    await citizen.tells(STORY, 'Để lại liên hệ', '0912 345 678');
    expect((await citizen.says('bỏ tên tôi đi, để ẩn danh')).text).toContain('ẩn danh');
    expect((await filed(citizen))?.anonymous).toBe(true);
    expect(citizen.log.alongs.at(-1)).not.toHaveProperty('reporterOf');
  });

  bothWays('the place while the time is asked: the time is asked again', async (citizen) => {
    await citizen.tells('Khói đen kịt mù mịt từ ống khói nhà máy', 'phường Ba Đình, Hà Nội');
    const again = await citizen.says('ghi nhầm rồi, phường Hồng Hà, Hà Nội mới đúng');
    expect(again.ask).toBe('time');
    await citizen.tells('hôm qua', 'ẩn danh');
    expect((await filed(citizen))?.location.communeCode).toBe('00097');
  });

  bothWays('the time while anonymity is asked', async (citizen) => {
    await citizen.says(STORY);
    expect((await citizen.says('nhầm, không phải tối qua mà tối kia')).ask).toBe('anonymity');
    await citizen.says('ẩn danh');
    expect((await filed(citizen))?.time?.from).toContain('2026-11-21');
  });
});

describe('a yes in all its forms', () => {
  const YES = [
    'đúng',
    'đúng rồi',
    'dung r',
    'chuẩn',
    'chuẩn r',
    'ok gửi đi',
    'oke bạn',
    'uh',
    'ừ đúng rồi đó',
    '👍',
  ];
  for (const yes of [
    ...YES,
    'được rồi đó',
    'vâng ạ',
    'phải rồi',
    'chính xác luôn',
    'xác nhận',
    'gửi giúp tôi nhé',
    'yes',
  ])
    bothWays(`${yes} files it`, async (citizen) => {
      await citizen.tells(STORY, 'ẩn danh', yes);
      expect(citizen.tickets()).toHaveLength(1);
    });

  for (const no of ['không', 'chưa đúng', 'sai rồi', 'khoan đã', 'đừng gửi', 'không phải vậy'])
    bothWays(`${no} does not, and asks what to change`, async (citizen) => {
      const asked = await citizen.tells(STORY, 'ẩn danh', no);
      expect(asked.ask).toBe('choice');
      expect(citizen.tickets()).toEqual([]);
    });
});

bothWays('“sửa thời gian giùm: …” tells when in whatever words', async (citizen) => {
  await citizen.tells('Trường bắn cũ bị lấn trồng thanh long ở phường Ba Đình, Hà Nội hôm kia', 'ẩn danh');
  await citizen.tells('sửa thời gian giùm: nhiều năm', 'đúng rồi');
  expect(citizen.tickets()[0]?.time?.text).toBe(citizen.typed('nhiều năm'));
});
