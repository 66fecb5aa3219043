import { bothWays } from './both-ways';

describe('a kind, and nothing else, begins the report', () => {
  for (const [opening, story, category] of [
    ['tiếng ồn', 'quán karaoke mở loa cả đêm', 'noise'],
    ['ô nhiễm không khí', 'nhà máy gạch nhả khói xám xịt', 'air'],
    ['không khí bẩn', 'lò hơi phun bụi than vào nhà dân', 'air'],
    ['mùi hôi', 'trại heo bay mùi vào nhà dân', 'odor'],
  ] as const)
    bothWays(opening, async (citizen) => {
      expect((await citizen.says(opening)).ask).toBe('description');
      await citizen.tells(story, 'phường Ba Đình, Hà Nội', 'bỏ qua', 'ẩn danh', 'đúng rồi');
      expect(citizen.tickets()[0]).toMatchObject({ lane: 'pollution', category });
    });

  bothWays('where the story is asked for, a kind is an answer', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'ô nhiễm môi trường');
    expect((await citizen.says('mùi hôi')).ask).toBe('location');
  });

  bothWays('"sai phạm" is the lane', async (citizen) => {
    expect((await citizen.says('sai phạm')).ask).toBe('description');
    await citizen.tells(
      'cán bộ xã đòi tiền mới ký giấy',
      'xã Ba Vì, Hà Nội',
      'bỏ qua',
      'ẩn danh',
      'đúng rồi',
    );
    expect(citizen.tickets()[0]?.lane).toBe('misconduct');
  });

  for (const opening of ['khác', 'khỏi'])
    bothWays(`"${opening}" tells nothing: what can be done is shown`, async (citizen) => {
      expect((await citizen.says(opening)).ask).toBe('choice');
    });
});

describe('a slip in the wish is the wish', () => {
  for (const wish of ['cho em báo cáo vi pạm', 'cho em báo cáo vi phm', 'xin được phản án'])
    bothWays(wish, async (citizen) => {
      expect((await citizen.says(wish)).ask).toBe('category');
    });
});
