import { fold } from '../../nlp/fold';
import { hoa } from '../town/people';
import { bothWays, filed } from './both-ways';

const STORY = 'Tối qua nhà máy dệt xả nước thải đen ngòm ra hồ ở phường Ba Đình, Hà Nội';

describe('a name beside a story that was written as chat is written', () => {
  for (const [signed, shown] of [
    ['(Thảo, 0912.345.678)', 'T••'],
    ['- Nguyễn Thị Kim Ngân +84912345678', 'N•• T•• K•• N••'],
    ['lh em Phương Uyên +84912345678', 'P•• U••'],
    ['gọi từ ngọc diễm số 0912345678', 'T•• N•• D••'],
    ['cần thì bạn gọi mẹ bống số 0912345678 ạ', 'M•• B••'],
  ] as const)
    bothWays(signed, async (citizen) => {
      const summary = await citizen.says(`${STORY} ${signed}`);
      expect(fold(summary.text)).toContain(fold(`${shown} · ••• ••• 678`));
      await filed(citizen);
      expect(citizen.log.known.get(hoa.conversation)).toMatchObject({ phone: hoa.e164 });
    });
});

describe('where name and number are asked for', () => {
  for (const [said, shown] of [
    ['Từ Ngọc Diễm, 0912345678. Nhớ gọi lại đấy.', 'T•• N•• D••'],
    ['Chú ghi giùm tui chú Ba Lượm, 0912345678.', 'C•• B•• L••'],
    ['Số tui là 0912345678, cứ hỏi Huỳnh Văn Bé Tư là bà con biết.', 'H•• V•• B•• T••'],
    ['ghi đi khổng minh quân số điện thoại 0912345678', 'K•• M•• Q••'],
    ['Bảo Trân 0912345678', 'B•• T••'],
  ] as const)
    bothWays(said, async (citizen) => {
      const summary = await citizen.tells(`${STORY}.`, 'Để lại liên hệ', said);
      expect(fold(summary.text)).toContain(fold(`${shown} · ••• ••• 678`));
    });

  bothWays('the name may come first, and a number changed keeps it', async (citizen) => {
    await citizen.tells(`${STORY}.`, 'Để lại liên hệ', 'Bảo Trân');
    expect((await citizen.says('Số tui 0912345678 đó chú')).text).toContain('B•• T•• · ••• ••• 678');
    expect((await citizen.says('nhầm số, 0357606072 mới đúng')).text).toContain('B•• T•• · ••• ••• 072');
  });
});

bothWays('whom the story speaks of is not who reports', async (citizen) => {
  const answer = await citizen.says(`${STORY}, chủ xưởng (Minh Quân, 0912345678)`);
  expect(answer.ask).toBe('anonymity');
});
