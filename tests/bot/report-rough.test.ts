import { bothWays, filed, type Speaker } from './both-ways';
import { STORY, UNDATED } from './dye-works';

const UNPLACED = 'Lò giết mổ xả nước thải đỏ lòm ra kênh hôm qua';
const atSummary = (citizen: Speaker) => citizen.tells(STORY, 'ẩn danh');

describe('at the summary more of the story is kept, whatever it sounds like', () => {
  for (const more of [
    'Tôi có quay video lại',
    'Tôi có chụp hình lại',
    'Bà con rất bức xúc',
    'Đã báo xã mà không ai giải quyết',
  ])
    bothWays(`“${more}”`, async (citizen) => {
      await atSummary(citizen);
      expect((await citizen.says(more)).ask).toBe('confirm');
      expect((await filed(citizen))?.description).toContain(citizen.typed(more));
    });

  for (const end of ['hủy', 'thôi không gửi nữa', 'tôi không muốn phản ánh nữa', 't ko mún phản ánh nữa'])
    bothWays(`“${end}” still ends it`, async (citizen) => {
      await atSummary(citizen);
      expect((await citizen.says(end)).ask).toBeUndefined();
      expect(citizen.tickets()).toEqual([]);
    });
});

describe('what was left', () => {
  for (const send of ['gửi đi', 'ok gửi đi', 'gửi giúp tôi'])
    bothWays(`“${send}” goes on with it`, async (citizen) => {
      await atSummary(citizen);
      expect((await citizen.says('để sau')).ask).toBeUndefined();
      expect((await citizen.says(send)).ask).toBe('confirm');
      expect(await filed(citizen)).toBeDefined();
    });

  bothWays('“tôi quay lại đây làm tiếp nhé” is no evening', async (citizen) => {
    await citizen.tells(UNDATED, 'để sau');
    expect((await citizen.says('tôi quay lại đây làm tiếp nhé')).ask).toBe('time');
  });

  bothWays('“lúc khác tôi làm tiếp” leaves it', async (citizen) => {
    await citizen.says(UNDATED);
    expect((await citizen.says('lúc khác tôi làm tiếp')).ask).toBeUndefined();
  });
});

describe('asked for the kind of pollution', () => {
  for (const [lane, said] of [
    ['land', 'đất đai'],
    ['land', 'chắc là vi phạm đất đai'],
    ['misconduct', 'về cán bộ nhũng nhiễu'],
  ] as const)
    bothWays(`“${said}” tells another lane`, async (citizen) => {
      await citizen.tells('tôi muốn phản ánh', 'ô nhiễm', 'Dự án bỏ hoang ở phường Ba Đình, Hà Nội');
      await citizen.tells('sửa loại', 'ô nhiễm', said, 'bỏ qua', 'ẩn danh');
      expect((await filed(citizen))?.lane).toBe(lane);
    });

  for (const said of ['về vấn đề khác ạ', 'vấn đề khác'])
    bothWays(`“${said}” is none of them, and no wish to stop`, async (citizen) => {
      await atSummary(citizen);
      await citizen.tells('sửa loại', 'ô nhiễm', said);
      expect((await filed(citizen))?.category).toBe('other');
    });
});

describe('where', () => {
  for (const answer of ['địa chỉ là An Giang', 'dạ địa chỉ là An Giang', 'chỗ đó thuộc An Giang'])
    bothWays(`“${answer}” chooses one of several, and is no part of the story`, async (citizen) => {
      expect((await citizen.says(`${UNPLACED} ở xã Tân Hiệp`)).ask).toBe('location');
      await citizen.tells(answer, 'ẩn danh');
      const ticket = await filed(citizen);
      expect(ticket?.location.provinceCode).toBe('91');
      expect(ticket?.location.communeCode).not.toBeNull();
      expect(ticket?.description).not.toContain(citizen.typed('địa chỉ'));
    });

  bothWays('another commune of the same province than those that are offered', async (citizen) => {
    await citizen.tells(UNPLACED, 'xã Tân Hiệp', 'xã Vĩnh Gia, An Giang', 'ẩn danh');
    expect((await filed(citizen))?.location.text).toContain(citizen.typed('Vĩnh Gia'));
  });

  bothWays('a district with a slip in it leaves the province to decide', async (citizen) => {
    await citizen.tells(UNPLACED, 'xã Minh Quang, hyuện Tam Đảo, Vĩnh Phúc', 'ẩn danh');
    expect((await filed(citizen))?.location.communeCode).toBe('08911');
  });

  bothWays('“xã thái độ hách dịch” names none', async (citizen) => {
    await citizen.tells('Công chức xã thái độ hách dịch, bắt dân đi lại nhiều lần', 'bỏ qua', 'ẩn danh');
    expect((await filed(citizen))?.location.communeCode ?? null).toBeNull();
  });

  for (const piece of ['Xã không thấy xử lý.', 'Đề nghị xử lý nghiêm.'])
    bothWays(`“${piece}” right behind the story is a part of it`, async (citizen) => {
      await citizen.says(UNPLACED);
      expect((await citizen.says(piece)).ask).toBe('location');
      await citizen.tells('phường Ba Đình, Hà Nội', 'ẩn danh');
      const ticket = await filed(citizen);
      expect(ticket?.description).toContain(citizen.typed(piece));
      expect(ticket?.location.text).not.toContain(citizen.typed(piece));
    });
});

describe('the opening', () => {
  for (const wish of ['dạ cho e hỏi, e mún phản ánh', 't muốn phản ánh', 'dạ cho em hỏi, em muốn hpản ánh'])
    bothWays(`“${wish}” is a wish`, async (citizen) => {
      expect((await citizen.says(wish)).options).toContain('Vi phạm đất đai');
    });

  bothWays('“ô nhiễm nguồn nước” names a kind', async (citizen) => {
    await citizen.tells(
      'ô nhiễm nguồn nước',
      'kênh đen ngòm từ hôm qua',
      'phường Ba Đình, Hà Nội',
      'ẩn danh',
    );
    expect((await filed(citizen))?.category).toBe('water');
  });

  bothWays('“chưa có giấy tờ gì” asks for no papers', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'vi phạm đất đai');
    const story = 'Công ty bất động sản phân lô bán nền trái phép, chưa có giấy tờ gì.';
    expect((await citizen.says(story)).ask).toBe('location');
  });

  bothWays('“có cần giấy tờ gì không” does', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'vi phạm đất đai');
    expect((await citizen.says('không có giấy tờ có được không?')).ask).toBe('description');
  });
});

describe('nobody is in danger', () => {
  for (const story of [
    'Bãi phế liệu đập bình ắc quy lấy chì, axit chảy ra đất.',
    'Cơ sở nấu mỡ thải mùi khét lẹt khó thở. Người già trẻ em bị nhức đầu.',
  ])
    bothWays(`“${story}”`, async (citizen) => {
      await citizen.tells(story, 'phường Ba Đình, Hà Nội', 'hôm qua', 'ẩn danh');
      expect((await filed(citizen))?.urgent).toBe(false);
    });

  for (const story of [
    'Xe bồn lật đổ axit tràn ra đường, có người bị bỏng',
    'Mùi lạ nồng nặc khó thở, nhiều học sinh nôn ói',
  ])
    bothWays(`“${story}” is one`, async (citizen) => {
      expect((await citizen.says(story)).text).toContain('114');
    });
});

describe('what they chop and throw', () => {
  bothWays('a forest that is felled', async (citizen) => {
    await citizen.tells(
      'Có người chặt cây rừng phòng hộ đem bán',
      'phường Ba Đình, Hà Nội',
      'hôm qua',
      'ẩn danh',
    );
    expect((await filed(citizen))?.category).toBe('wildlife_forest');
  });

  bothWays('another animal than was said leaves the kind', async (citizen) => {
    await citizen.tells('Người ta vứt vịt chết xuống kênh ở phường Ba Đình, Hà Nội hôm qua', 'ẩn danh');
    await citizen.says('nhầm, gà chết chứ không phải vịt chết');
    expect((await filed(citizen))?.category).toBe('solid_waste');
  });
});

describe('names', () => {
  for (const [told, name] of [
    ['Lý A Páo', 'SĐT CỦA TÔI LÀ 0912345678 TÔI TÊN LÝ A PÁO'],
    ['Bé Tư', 'bé tư 0912345678'],
    ['Phạm Ngọc Ánh', 'phạm ngọc ánh - 0912345678'],
  ] as const)
    bothWays(`“${name}”`, async (citizen) => {
      const masked = citizen
        .typed(told)
        .split(' ')
        .map((word) => `${word.slice(0, 1).toUpperCase()}••`);
      expect((await citizen.tells(STORY, 'để lại liên hệ', name)).text).toContain(masked.join(' '));
    });
});

describe('what a few words are about', () => {
  for (const kind of ['khói bụi nhiều', 'khói bụi quá'])
    bothWays(`“${kind}” asks for no forecast`, async (citizen) => {
      const story = 'lò gạch xả khói đen từ hôm qua';
      await citizen.tells(kind, story, 'phường Ba Đình, Hà Nội', 'bỏ qua', 'ẩn danh');
      await filed(citizen);
      expect(citizen.tickets().length).toBe(1);
    });

  bothWays('who lets others build is the matter', async (citizen) => {
    await citizen.tells(
      'Chủ tịch phường cho người nhà xây nhà trên đất công ở phường Ba Đình, Hà Nội',
      'bỏ qua',
    );
    await citizen.tells('bỏ qua', 'ẩn danh');
    expect((await filed(citizen))?.lane).toBe('misconduct');
  });

  bothWays('what explodes is of the air', async (citizen) => {
    await citizen.tells('Xưởng hóa chất phát nổ ở phường Ba Đình, Hà Nội, có người mắc kẹt bên trong');
    expect((await filed(citizen))?.category).toBe('air');
  });
});
