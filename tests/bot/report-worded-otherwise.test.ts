import { bothWays, filed, type Speaker, speaker } from './both-ways';
import { STORY, UNDATED } from './dye-works';

const atSummary = (citizen: Speaker) => citizen.tells(STORY, 'ẩn danh');

describe('anger at the hotline is no answer', () => {
  for (const anger of [
    'Mệt với mấy người ghê',
    'Ngao ngán thật sự',
    'Chán mấy ông lắm',
    'Báo bao nhiêu lần có ai ngó ngàng đâu',
    'Kêu hoài chẳng ai đoái hoài',
  ])
    bothWays(`“${anger}”`, async (citizen) => {
      expect((await citizen.says(UNDATED)).ask).toBe('time');
      expect((await citizen.says(anger)).ask).toBe('time');
      await citizen.tells('bỏ qua', 'ẩn danh');
      expect((await filed(citizen))?.time).toBeNull();
    });

  bothWays('what is suffered is kept, and what was done about it tells no time', async (citizen) => {
    await citizen.tells(UNDATED, 'bỏ qua', 'ẩn danh');
    const more = ['Tôi chịu hết nổi rồi.', 'Tôi đã qua nói chuyện hai lần rồi.', 'Góp ý mấy lần rồi vẫn vậy'];
    await citizen.tells(...more);
    const ticket = await filed(citizen);
    expect(ticket?.time).toBeNull();
    for (const each of more) expect(ticket?.description).toContain(citizen.typed(each));
  });
});

describe('what is sent later keeps nothing waiting', () => {
  for (const more of [
    'Ảnh tôi sẽ gửi sau.',
    'Video tối tôi gửi sau',
    'Còn hình mai tôi bổ sung sau',
    'để tối tôi gửi video',
  ])
    bothWays(`“${more}”`, async (citizen) => {
      await atSummary(citizen);
      expect((await citizen.says(more)).ask).toBe('confirm');
      expect((await filed(citizen))?.description).toContain(citizen.typed(more));
    });

  for (const away of ['gửi sau nhé', 'để mai gửi', 'tôi gửi sau'])
    bothWays(`“${away}” still is later`, async (citizen) => {
      await atSummary(citizen);
      expect((await citizen.says(away)).ask).toBeUndefined();
    });
});

describe('a wish is no story', () => {
  for (const wish of ['Làm phiền ghi nhận giúp tôi một vụ', 'Nhờ tổng đài phản ánh hộ tôi việc này'])
    bothWays(`“${wish}”`, async (citizen) => {
      expect((await citizen.says(wish)).ask).toBe('category');
    });
});

describe('put right in the name of its part', () => {
  bothWays('the time, up to now', async (citizen) => {
    await atSummary(citizen);
    await citizen.says('sửa giúp thời gian: từ chủ nhật tới nay');
    expect((await filed(citizen))?.time?.text).toBe(citizen.typed('từ chủ nhật tới nay'));
  });

  bothWays('the place, while the time is asked for', async (citizen) => {
    expect((await citizen.says(UNDATED)).ask).toBe('time');
    await citizen.says('cho sửa chỗ xảy ra: phường Mỹ Tho, Đồng Tháp');
    await citizen.tells('bỏ qua', 'ẩn danh');
    expect((await filed(citizen))?.location.communeCode).toBe('28261');
  });
});

describe('fire', () => {
  for (const story of [
    'Ông hàng xóm ngày nào cũng gom lá với ni lông đốt trước cửa',
    'Mấy nhà trong xóm sáng nào cũng gom lá khô đem đốt ngay đầu ngõ',
  ])
    bothWays(`“${story}”`, async (citizen) => {
      await citizen.tells(story, 'xã Xuân Lộc, Hà Tĩnh', 'ẩn danh');
      expect((await filed(citizen))?.category).toBe('open_burning');
    });
});

describe('who', () => {
  for (const [said, name] of [
    ['liên hệ cô nhài qua 0981072475', 'nhài'],
    ['gọi bác đượm theo số 0981072475', 'đượm'],
  ] as const)
    bothWays(`“${said}”`, async (citizen) => {
      await citizen.tells(STORY, 'để lại liên hệ', said);
      await filed(citizen);
      expect(Object.values(Object.fromEntries(citizen.log.known))[0]?.name).toBe(citizen.typed(name));
    });

  it.each(['cô Lài', 'co Lai'])('behind the number, in a message of their own: %s', async (said) => {
    const citizen = speaker((text) => text);
    await citizen.tells(STORY, 'để lại liên hệ', '0981072475');
    expect((await citizen.says(said)).ask).toBe('confirm');
    await filed(citizen);
    expect(Object.values(Object.fromEntries(citizen.log.known))[0]?.name).toBe(said.slice(3));
  });
});

describe('who is called for in danger is no place', () => {
  for (const cry of ['mau cho người tới!', 'kêu xe cứu hỏa đến liền', 'nhanh cứu với'])
    bothWays(`“${cry}”`, async (citizen) => {
      await citizen.says('Cháy rừng, lửa lan nhanh sát nhà dân');
      expect((await citizen.says(cry)).ask).toBe('location');
      await citizen.says('xã Cái Nước, Cà Mau');
      const ticket = await filed(citizen);
      expect(ticket?.location.text).not.toContain(citizen.typed(cry));
      expect(ticket?.location.communeCode).toBe('32128');
    });
});

describe('in pieces', () => {
  for (const rest of ['không biết từ đâu ra', 'không rõ', 'chưa rõ nguồn'])
    bothWays(`“…, ${rest}” skips nothing of the story`, async (citizen) => {
      await citizen.tells('tôi muốn phản ánh', 'ô nhiễm');
      const story = `Máy khoan chạy ầm ầm cạnh nhà tôi ở xã Cái Nước, Cà Mau mấy đêm liền,\n${rest}`;
      expect((await citizen.says(story)).ask).toBe('anonymity');
      await citizen.says('ẩn danh');
      expect((await filed(citizen))?.description).toBe(citizen.typed(story));
    });
});

describe('who is titled, in small letters', () => {
  it.each([
    ['chị nga', 'nga'],
    ['cô xuân', 'xuân'],
    ['bác trung', 'trung'],
  ])('%s', async (said, name) => {
    const citizen = speaker((text) => text);
    await citizen.says(STORY);
    expect((await citizen.says(said)).ask).toBe('contact');
    await citizen.says('0981072475');
    await filed(citizen);
    expect(Object.values(Object.fromEntries(citizen.log.known))[0]?.name).toBe(name);
  });

  it.each(['anh hiểu', 'chị thấy', 'bác bảo'])('“%s” is nobody', async (said) => {
    const citizen = speaker((text) => text);
    await citizen.says(STORY);
    expect((await citizen.says(said)).ask).toBe('anonymity');
  });
});

describe('when it comes again', () => {
  for (const time of ['cứ sau cơn mưa', 'sau mỗi trận mưa lớn', 'mùa chim di cư này', 'mùa gió chướng này'])
    bothWays(`“${time}”`, async (citizen) => {
      await citizen.says(`${UNDATED} ${time}.`);
      await citizen.says('ẩn danh');
      expect((await filed(citizen))?.time?.text).toBe(citizen.typed(time));
    });
});

describe('what keeps people awake is heard', () => {
  for (const story of [
    'Bãi xe container nổ máy suốt đêm xã Vũ Lăng huyện Bắc Sơn Lạng Sơn, không chợp mắt được',
    'Quạt hút của xưởng chạy thâu đêm ở xã Cái Nước, Cà Mau, cả nhà mất ngủ',
  ])
    bothWays(`“${story}”`, async (citizen) => {
      await citizen.tells(story, 'ẩn danh');
      expect((await filed(citizen))?.category).toBe('noise');
    });
});

it.each(['xã Mỏ Cày, Vĩnh Long', 'xã Trại Cau, Thái Nguyên'])('%s is no business', async (place) => {
  const citizen = speaker((text) => text);
  await citizen.tells(`Nhà máy hóa chất ở ${place} xả khói vàng mù mịt hôm qua`, 'ẩn danh');
  expect((await filed(citizen))?.source ?? '').not.toMatch(/Mỏ Cày|Trại Cau/);
});

describe('“hè này” is no greeting', () => {
  for (const time of ['hè này', 'hè ni', 'mùa hè này'])
    bothWays(`“${time}”`, async (citizen) => {
      expect((await citizen.says(UNDATED)).ask).toBe('time');
      expect((await citizen.says(time)).ask).toBe('anonymity');
      await citizen.says('ẩn danh');
      expect((await filed(citizen))?.time?.text).toBe(citizen.typed(time));
    });
});
