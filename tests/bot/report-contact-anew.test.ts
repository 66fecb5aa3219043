import { hoa } from '../town/people';
import { bothWays, filed } from './both-ways';

const SIGNED =
  'Quán bia mở nhạc sàn giật đùng đùng ở phường Ba Đình, Hà Nội, tối nào cũng vậy. Người báo: Lê Thị Duyên, 0771851629.';
const UNSIGNED = 'Quán bia mở nhạc sàn giật đùng đùng ở phường Ba Đình, Hà Nội, tối nào cũng vậy.';

describe('“Sửa lại”, “Liên hệ”, “Để lại liên hệ”', () => {
  bothWays('asks for the contact anew, though one stands in the story', async (citizen) => {
    await citizen.tells(SIGNED, 'Sửa lại', 'Liên hệ');
    const asked = await citizen.presses('Để lại liên hệ');
    expect([asked.ask, asked.text]).toEqual(['contact', expect.stringMatching(/^Bạn cho xin tên/)]);
    const summary = await citizen.says(hoa.phone);
    expect(summary.text).toMatch(/^Tôi đã sửa\.[^]*Liên hệ: ••• ••• 678/);
    await filed(citizen);
    expect(citizen.log.known.get(hoa.conversation)).toMatchObject({ phone: hoa.e164 });
  });

  bothWays('says that it is changed when it is, and asks no “again” at first', async (citizen) => {
    await citizen.tells(UNSIGNED, 'để lại liên hệ', 'Lê Thị Duyên, 0771851629', 'Sửa lại', 'Liên hệ');
    expect((await citizen.presses('Để lại liên hệ')).text).toMatch(/^Bạn cho xin tên/);
    expect((await citizen.says('ờ đợi xíu')).ask).toBe('contact');
    expect((await citizen.says(`Trần Tám ${hoa.phone}`)).text).toMatch(
      /^Tôi đã sửa\.[^]*T•• T•• · ••• ••• 678/,
    );
  });

  bothWays('left in the middle, the contact of before stays', async (citizen) => {
    await citizen.tells(SIGNED, 'Sửa lại', 'Liên hệ', 'để lại liên hệ');
    const summary = await citizen.says('bỏ qua');
    expect(summary.text).toContain('••• ••• 629');
    expect(await filed(citizen)).toMatchObject({ anonymous: false });
  });
});

bothWays('the dot of “tp.hcm” parts no story from a question', async (citizen) => {
  await citizen.tells('tôi muốn phản ánh', 'ô nhiễm môi trường');
  const answer = await citizen.says('chất lượng không khí ở tp.hcm hiện giờ ra sao?');
  expect([answer.ask, answer.text]).toEqual([
    'description',
    expect.stringContaining('không khí ở Hồ Chí Minh'),
  ]);
});
