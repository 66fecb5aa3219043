import { bothWays } from './both-ways';

describe('where the story is asked for, an angry one is the story', () => {
  for (const story of [
    'Trại gà bốc mùi thối không chịu nổi',
    'loa phường kêu mãi không ai nghe',
    'ồn quá không ai chịu nổi',
    'nhà máy xả khói cả năm trời không ai giải quyết',
  ])
    bothWays(story, async (citizen) => {
      await citizen.tells('tôi muốn phản ánh', 'ô nhiễm môi trường');
      expect((await citizen.says(story)).ask).toBe('location');
      await citizen.tells('phường Ba Đình, Hà Nội', 'bỏ qua', 'ẩn danh', 'đúng rồi');
      expect(citizen.tickets()[0]?.description).toContain(citizen.typed(story));
    });

  bothWays('a sigh that tells of nothing is met, and the story asked for', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'ô nhiễm môi trường');
    const met = await citizen.says('chịu hết nổi rồi');
    expect(met.text).toContain('Tôi hiểu bạn đang bực');
    expect(met.ask).toBe('description');
  });
});

bothWays('"tui có chuyện muốn thưa" tells of nothing yet', async (citizen) => {
  expect((await citizen.says('tui có chuyện muốn thưa')).ask).toBe('category');
});
