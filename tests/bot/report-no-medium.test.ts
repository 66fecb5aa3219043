import { bothWays } from './both-ways';

const WHERE = 'ở phường Ba Đình, Hà Nội từ hôm qua';

describe('what no medium suffers from is “Loại khác”, by docs/labels.md', () => {
  for (const story of [
    'kho nông sản sinh ra gián nhiều vô kể, chúng bò sang các nhà xung quanh, xịt thuốc không xuể',
    'Dàn nóng của kho lạnh thổi hơi nóng hầm hập sang nhà tôi, bật quạt vẫn như ngồi cạnh lò nướng',
    'Cục nóng máy lạnh quán ăn phả hơi nóng vào cửa sổ nhà em cả ngày',
    'ruồi từ trại gà bay sang đầy nhà, xịt thuốc bao nhiêu cũng không hết',
    'muỗi từ khu đất hoang sinh sôi nhiều quá, cả xóm sốt xuất huyết',
    'chuột từ nhà máy xay lúa chạy sang phá hết đồ đạc',
    'biển quảng cáo đèn led chiếu thẳng vào phòng ngủ cả đêm',
    'Nhà mạng dựng trạm phát sóng di động ngay trên nóc nhà sát bên, bà con lo lắm',
  ])
    bothWays(story, async (citizen) => {
      expect((await citizen.says(`${story} ${WHERE}`)).ask).toBe('anonymity');
      await citizen.tells('ẩn danh', 'đúng rồi');
      expect(citizen.tickets()).toMatchObject([{ lane: 'pollution', category: 'other' }]);
    });
});

describe('what is smelt, seen or heard beside it is of that kind', () => {
  for (const [story, kind] of [
    ['Lò gạch phả hơi nóng với khói đen mù mịt vào nhà dân', 'air'],
    ['Cục nóng điều hòa kêu ầm ầm cả đêm không ngủ được', 'noise'],
    ['trại gà bốc mùi hôi thối, ruồi bay đầy nhà', 'odor'],
  ] as const)
    bothWays(story, async (citizen) => {
      await citizen.tells(`${story} ${WHERE}`, 'ẩn danh', 'đúng rồi');
      expect(citizen.tickets()).toMatchObject([{ category: kind }]);
    });
});
