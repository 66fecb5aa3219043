import { bothWays, filed, speaker } from './both-ways';

const HERE = 'xã Đồng Văn, tỉnh Tuyên Quang';
const DYES = 'Tiệm sơn xả nước tím ra mương';
const SMELL = 'Cơ sở thắng mỡ làm cả xóm hôi mùi mỡ khét.';

describe('who is on the road is in no danger', () => {
  for (const words of [
    'để sau nha, đang chạy xe',
    'đang chạy xe, tí nữa nói tiếp',
    'em đang chạy xe',
    'mình đang lái xe, lát ghi tiếp nha',
  ]) {
    bothWays(`"${words}" puts the report off`, async (citizen) => {
      await citizen.tells(DYES, HERE);
      const put = await citizen.says(words);
      expect(put.text).not.toContain('114');
      expect(put.text).toContain('làm tiếp');
      expect((await citizen.says('làm tiếp')).ask).toBe('time');
      await citizen.tells('từ tuần trước', '0912345678');
      expect(await filed(citizen)).toMatchObject({ urgent: false, anonymous: false });
    });
  }

  it('a burning car is danger', async () => {
    const citizen = speaker((text) => text);
    expect((await citizen.says('xe tải đang cháy trước cửa nhà tôi')).text).toContain('114');
  });
});

describe('where the story is asked for', () => {
  for (const story of [
    'Trời ơi, hôi không chịu nổi.',
    'trời ơi khói quá chịu hết nổi',
    'Hôi không chịu nổi. Cảm ơn nhiều.',
  ])
    bothWays(`"${story}" is one behind a sigh`, async (citizen) => {
      await citizen.tells('tôi muốn phản ánh', 'ô nhiễm môi trường');
      expect((await citizen.says('bực mình quá đi')).ask).toBe('description');
      expect((await citizen.says(story)).ask).toBe('location');
    });

  bothWays('who finds that too much is asked has told none', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'ô nhiễm môi trường');
    expect((await citizen.says('hỏi gì mà hỏi hoài vậy')).ask).toBe('description');
  });

  bothWays('who sighs twice has told theirs', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'ô nhiễm môi trường');
    expect((await citizen.says('chịu hết nổi rồi')).ask).toBe('description');
    expect((await citizen.says('khổ quá trời ơi')).ask).not.toBe('description');
  });
});

describe('what is told anew takes the place of what was told', () => {
  for (const [words, time] of [
    ['nói lại cho đúng: ba hôm nay', 'ba hôm nay'],
    ['khoảng ba tuần nay mới đúng', 'khoảng ba tuần nay'],
    ['nói lại: hồi mới xây chợ', 'hồi mới xây chợ'],
    ['ghi lại giúp tôi là hôm kia', 'hôm kia'],
    ['để tôi nói lại cho chính xác, từ tuần trước', 'từ tuần trước'],
    ['cho tôi nói lại, hồi mới xây chợ', 'hồi mới xây chợ'],
  ] as const)
    bothWays(`"${words}" is another time`, async (citizen) => {
      await citizen.tells(`${DYES} sáng thứ ba, ở ${HERE}`);
      const right = await citizen.says(words);
      expect(right.text).toContain('Tôi đã sửa');
      expect(right.ask).toBe('anonymity');
      await citizen.says('ẩn danh');
      expect((await filed(citizen))?.time?.text).toBe(citizen.typed(time));
    });

  bothWays('another place, and another source', async (citizen) => {
    await citizen.tells(`${DYES} từ hôm qua, ở ${HERE}`);
    await citizen.tells('nói lại cho đúng: xã Phú Hựu, Đồng Tháp', 'ẩn danh');
    await citizen.says('ghi lại là xưởng gỗ Minh Long');
    const ticket = await filed(citizen);
    expect(ticket?.location.text).toBe('Xã Phú Hựu, Đồng Tháp');
    expect(ticket?.source).toBe(citizen.typed('xưởng gỗ Minh Long'));
  });
});

describe('more of the story where the place is asked for', () => {
  for (const more of [
    'Cả xóm mười mấy nhà đều vậy.',
    'Hỏi ai cũng lắc đầu.',
    'Nhà nào cũng bị.',
    'Kêu hoài không ai tới.',
    'Con nít nghe mùi là ói.',
  ])
    bothWays(`"${more}"`, async (citizen) => {
      await citizen.says(SMELL);
      const told = await citizen.says(more);
      expect(told.text).not.toContain('114');
      expect(told.ask).toBe('location');
      await citizen.tells(HERE, 'bỏ qua', 'ẩn danh');
      const ticket = await filed(citizen);
      expect(ticket).toMatchObject({ urgent: false, location: { text: citizen.typed(HERE) } });
      expect(ticket?.description).toContain(citizen.typed(more));
    });

  bothWays('a child that fainted is in danger', async (citizen) => {
    await citizen.says(SMELL);
    expect((await citizen.says('Con nít nghe mùi là ói, có đứa ngất xỉu rồi')).text).toContain('114');
  });
});

describe('what frames a place is no part of it', () => {
  for (const answer of [`ghi giúp tôi là ${HERE}`, `ngay ${HERE} đó`, `dạ ở ${HERE} nhé bạn`])
    bothWays(`"${answer}"`, async (citizen) => {
      await citizen.tells(DYES, answer, 'bỏ qua', 'ẩn danh');
      expect((await filed(citizen))?.location.text).toBe(citizen.typed(HERE));
    });

  bothWays('before the way to it as well', async (citizen) => {
    await citizen.tells(DYES, `ghi là cạnh chợ cũ, ${HERE} nha em`, 'bỏ qua', 'ẩn danh');
    expect((await filed(citizen))?.location.text).toBe(citizen.typed(`cạnh chợ cũ, ${HERE}`));
  });

  bothWays('the way to it is', async (citizen) => {
    await citizen.tells(DYES, `sau chợ cũ, ${HERE} nha`, 'bỏ qua', 'ẩn danh');
    expect((await filed(citizen))?.location.text).toBe(citizen.typed(`sau chợ cũ, ${HERE}`));
  });
});

describe('at the summary', () => {
  bothWays('a photo is taken, also where it is urgent', async (citizen) => {
    await citizen.tells('Nhà kho bốc cháy dữ dội, có người mắc kẹt', HERE);
    await citizen.sends('photo-1');
    const received = await citizen.waits();
    expect(received?.text).toContain('Tôi đã nhận 1 ảnh');
    expect(received?.text).not.toContain('đúng như vậy rồi');
    expect((await filed(citizen))?.attachments).toHaveLength(1);
  });
});

describe('where it is asked whether they leave a contact', () => {
  bothWays('a name that ends like a commune is somebody', async (citizen) => {
    await citizen.tells(DYES, HERE, 'bỏ qua');
    expect((await citizen.says('Trịnh Đình Phong')).ask).toBe('contact');
    const summary = await citizen.says('0326230834');
    expect(summary.text).toMatch(/T•• [ĐD]•• P•• · ••• ••• 834/);
  });

  bothWays('"hủy giùm, tôi sợ phiền phức" stops', async (citizen) => {
    await citizen.tells(DYES, HERE, 'bỏ qua');
    expect((await citizen.says('Hủy giùm, tôi sợ phiền phức')).text).toContain('đã dừng');
    expect(citizen.tickets()).toHaveLength(0);
  });
});

describe('what is said of photos, of a number and of how often', () => {
  bothWays('“không có ảnh” where the reporter is asked for hides nobody', async (citizen) => {
    await citizen.tells('Xưởng nhuộm xả nước đỏ quạch ra kênh, từ hôm qua', 'phường Hồng Hà, Hà Nội');
    const answer = await citizen.says('không có hình');
    expect(answer.text).toContain('không sao');
    expect(answer.ask).toBe('anonymity');
  });

  bothWays('a number that is put right keeps the name', async (citizen) => {
    await citizen.tells('Xưởng nhuộm xả nước đỏ quạch ra kênh, từ hôm qua', 'phường Hồng Hà, Hà Nội');
    await citizen.says('em tên Hạnh, 0903123456');
    const answer = await citizen.says('sửa số điện thoại thành 0903123457');
    expect(answer.text).toContain('H•• · ••• ••• 457');
  });

  bothWays('“lần thứ 3” is no Tuesday', async (citizen) => {
    await citizen.tells(
      'Xưởng nhuộm xả nước đỏ quạch ra kênh, đây là lần thứ 3 rồi',
      'phường Hồng Hà, Hà Nội',
    );
    await citizen.presses('Bỏ qua');
    await citizen.presses('Ẩn danh');
    expect((await filed(citizen))?.time).toBeNull();
  });

  for (const words of ['quên mất rồi không nhớ', 'không biết phường nào nữa'])
    bothWays(`"${words}" to the choice of several places goes on without one`, async (citizen) => {
      await citizen.tells('Xưởng nhuộm xả nước đỏ quạch ra kênh', 'phường 5, quận 8');
      expect((await citizen.says(words)).ask).not.toBe('location');
    });
});
