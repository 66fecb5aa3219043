import { bothWays } from './both-ways';

const HERE = 'phường Ba Đình, Hà Nội';

describe('a plea behind the story is no answer', () => {
  bothWays('where the place is asked', async (citizen) => {
    await citizen.says('Xưởng dệt xả nước nhuộm tím ra mương.');
    expect((await citizen.says('Nhờ cơ quan xuống xem giúp.')).ask).toBe('location');
    await citizen.tells(HERE, 'bỏ qua', 'ẩn danh', 'đúng rồi');
    const [ticket] = citizen.tickets();
    expect(ticket?.location.text).toBe(citizen.typed('phường Ba Đình, Hà Nội'));
    expect(ticket?.description).toContain(citizen.typed('Nhờ cơ quan xuống xem giúp'));
  });

  bothWays('where the time is asked', async (citizen) => {
    await citizen.tells('Xưởng dệt xả nước nhuộm tím ra mương.', HERE);
    expect((await citizen.says('Mong sớm được xử lý.')).ask).toBe('time');
    await citizen.tells('từ hôm qua', 'ẩn danh', 'đúng rồi');
    const [ticket] = citizen.tickets();
    expect(ticket?.time?.text).toBe(citizen.typed('từ hôm qua'));
    expect(ticket?.description).toContain(citizen.typed('Mong sớm được xử lý'));
  });
});

describe('none of the kinds', () => {
  const LIGHT = 'Bảng đèn led của tiệm vàng chiếu thẳng vào phòng ngủ nhà tôi cả đêm';

  for (const answer of [
    'ô nhiễm khác',
    'ô nhiễm loại khác',
    'chuyện môi trường khác ạ',
    'vấn đề môi trường khác',
  ])
    bothWays(`"${answer}" is the other kind`, async (citizen) => {
      await citizen.tells('tôi muốn phản ánh', 'ô nhiễm môi trường', LIGHT, HERE);
      expect((await citizen.says(answer)).ask).not.toBe('category');
      await citizen.tells('ẩn danh', 'đúng rồi');
      expect(citizen.tickets()[0]?.category).toBe('other');
    });

  bothWays('whoever is asked a third time is held up no more', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'ô nhiễm môi trường', LIGHT, HERE);
    await citizen.tells('bla bla', 'hơ hơ');
    expect((await citizen.says('lô lô')).ask).not.toBe('category');
  });
});

describe('burning as a likeness', () => {
  bothWays('"như nhựa cháy" is a smell', async (citizen) => {
    const story = `Mùi khét như nhựa cháy từ nhà máy tái chế lan khắp khu, ai cũng nhức đầu, ở ${HERE}`;
    await citizen.says(story);
    await citizen.tells('bỏ qua', 'ẩn danh', 'đúng rồi');
    expect(citizen.tickets()[0]).toMatchObject({ urgent: false, category: 'odor' });
  });
});
