import { fold } from '../../nlp/fold';
import { hoa } from '../town/people';
import { bothWays, filed, speaker } from './both-ways';

const STORY = 'Tối qua nhà máy dệt xả nước thải đen ngòm ra hồ ở phường Ba Đình, Hà Nội.';

describe('name and number in the opening are the contact, and the story stays as it was told', () => {
  for (const [signed, shown] of [
    ['Cần hỏi thêm thì gọi Đoàn Văn Thịnh số 0912 345 678.', 'Đ•• V•• T••'],
    ['Tôi là Mai Thị Quyên, số điện thoại 0912345678.', 'M•• T•• Q••'],
    ['Liên hệ: cô Phượng, 091-234-5678.', 'P••'],
    ["Người gửi H'Mai Niê, sđt +84912345678.", 'H•• N••'],
    ['0912345678, Lý A Sùng.', 'L•• A•• S••'],
    ['LH 0912345678 (Thạch Sa Rinh).', 'T•• S•• R••'],
    ['Cháu ghi tên bác Vũ Đình Trọng, số 0912345678.', 'V•• Đ•• T••'],
    ['Bạn cần hỏi thêm thì tôi là Hồ Ngọc Diễm, điện thoại 0912.345.678.', 'H•• N•• D••'],
    ['Xin liên hệ Nhàn, máy 0912345678', 'N••'],
  ] as const)
    bothWays(signed, async (citizen) => {
      const summary = await citizen.says(`${STORY} ${signed}`);
      expect(summary.ask).toBe('confirm');
      expect(fold(summary.text)).toContain(fold(`${shown} · ••• ••• 678`));
      expect(await filed(citizen)).toMatchObject({
        anonymous: false,
        description: citizen.typed(`${STORY} ${signed}`),
      });
      expect(citizen.log.known.get(hoa.conversation)).toMatchObject({ phone: hoa.e164 });
      expect(citizen.log.alongs.at(-1)?.reporterOf).toBe('XH-2026-000001');
    });
});

bothWays('in the answer to “what happens?” as well', async (citizen) => {
  await citizen.tells('tôi muốn phản ánh', 'ô nhiễm môi trường');
  const summary = await citizen.says(`${STORY} Tôi tên Tạ Quốc Bình, điện thoại 0912345678.`);
  expect([summary.ask, summary.text]).toEqual([
    'confirm',
    expect.stringMatching(/T•• Q•• B•• · ••• ••• 678/),
  ]);
});

bothWays('what stands before a signature is kept, where somebody still tells', async (citizen) => {
  await citizen.says('Nhà máy dệt xả nước thải đen ngòm ra hồ tối qua,');
  await citizen.waits();
  const more = 'Cá chết nổi đầy hồ suốt mấy hôm nay rồi. Hồ ở phường Ba Đình, Hà Nội.';
  const summary = await citizen.says(`${more} Người gửi Tạ Quốc Bình, sđt 0912345678.`);
  expect([summary.ask, summary.text]).toEqual([
    'confirm',
    expect.stringMatching(/T•• Q•• B•• · ••• ••• 678/),
  ]);
  expect((await filed(citizen))?.description).toContain(citizen.typed('Cá chết nổi đầy hồ'));
});

describe('of whom the story speaks, it is not the reporter', () => {
  for (const told of [
    'Chủ xưởng tên Hùng, sđt 0912345678.',
    'Chủ quán tên Hùng 0912345678.',
    'Số của xưởng là 0912345678.',
    'Gọi chủ nhà máy 0912345678 thì bị chửi.',
  ])
    bothWays(told, async (citizen) => {
      expect((await citizen.says(`${STORY} ${told}`)).ask).toBe('anonymity');
      expect((await citizen.says('để lại liên hệ')).ask).toBe('contact');
      expect(citizen.log.known.size).toBe(0);
    });
});

describe('who hides in the opening is not asked again', () => {
  for (const said of [
    'Đừng tiết lộ tên tôi.',
    'Nhớ đừng để lộ tên tôi nhé.',
    'Cháu đừng ghi tên bác.',
    'Tôi xin không nêu tên.',
    'Để ẩn danh.',
    'Ai chịu trách nhiệm đây? Xin giấu tên tôi.',
  ])
    bothWays(said, async (citizen) => {
      expect((await citizen.says(`${STORY} ${said}`)).ask).toBe('confirm');
      expect(await filed(citizen)).toMatchObject({ anonymous: true });
    });

  bothWays('who only asks whether that can be has not chosen', async (citizen) => {
    expect((await citizen.says(`${STORY} Có được giấu tên không?`)).ask).toBe('anonymity');
  });
});

describe('the name where the contact was asked for', () => {
  for (const [said, shown] of [
    [['ghi giúp mình Hồ Ngọc Diễm, 0912345678'], 'H•• N•• D••'],
    [['ghi giùm tôi là chú Bảy Cường, 0912345678'], 'B•• C••'],
    [['cháu ghi cho bác là Mai Thị Quyên 0912345678'], 'M•• T•• Q••'],
    [['tên bác là Thạch Sa Rinh', 'số đây 0912345678'], 'T•• S•• R••'],
    [['Nhàn', '0912345678'], 'N••'],
    [['nhàn: 0912345678'], 'N••'],
    [['NHÀN: +84912345678'], 'N••'],
  ] as const)
    bothWays(said.join(' // '), async (citizen) => {
      await citizen.tells(STORY, 'để lại liên hệ');
      expect((await citizen.tells(...said)).text).toContain(`${shown} · ••• ••• 678`);
    });

  bothWays('at the summary of a danger', async (citizen) => {
    await citizen.tells('Cháy lớn ở xưởng nệm, có người kẹt bên trong!', 'phường Ba Đình, Hà Nội');
    const summary = await citizen.says('ghi giúp mình chú Bảy Cường, 0912345678');
    expect(summary.text).toContain('B•• C•• · ••• ••• 678');
  });
});

describe('“không sợ” is no no', () => {
  for (const willing of [
    'cho số luôn tôi không sợ',
    'ghi số tôi vào không sao',
    'cứ ghi tên tôi, không ngại gì',
  ])
    bothWays(willing, async (citizen) => {
      expect((await citizen.tells(STORY, willing)).ask).toBe('contact');
    });

  bothWays('“đừng ghi tên tôi, tôi không có sổ” still hides', async (citizen) => {
    await citizen.tells(STORY, 'đừng ghi tên tôi, tôi sợ lắm');
    expect(await filed(citizen)).toMatchObject({ anonymous: true });
  });
});

describe('to whom it is to be sent changes nothing of a yes', () => {
  for (const yes of [
    'đúng rồi gửi lên xã giúp',
    'ok chuyển lên cấp trên đi',
    'gửi cho cơ quan chức năng nhé',
  ])
    bothWays(yes, async (citizen) => {
      expect((await citizen.tells(STORY, 'ẩn danh', yes)).ticket).toBeDefined();
    });

  it('“đúng gửi lên cấp trên đi”, which without accents may be “đừng gửi”', async () => {
    const citizen = speaker((text) => text);
    expect((await citizen.tells(STORY, 'ẩn danh', 'đúng gửi lên cấp trên đi')).ticket).toBeDefined();
  });
});

describe('whom the story speaks of is not asked for again', () => {
  for (const told of [
    'Mấy chị ngoài chợ kháo nhau là bãi phân của đại lý Thu Hằng.',
    'Theo bác thì do trại của bà Út Mười.',
  ])
    bothWays(told, async (citizen) => {
      const smell = `Mùi phân gà bay khắp xóm ở phường Ba Đình, Hà Nội mười ngày nay. ${told}`;
      expect((await citizen.says(smell)).ask).toBe('anonymity');
    });
});
