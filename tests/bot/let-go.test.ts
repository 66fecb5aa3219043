import { withoutAccents } from '../../hotline/letters';
import type { KnownDossier } from '../../hotline/dossiers';
import { hoa, monday } from '../town/people';
import { bothWays, speaker } from './both-ways';
import { Drawer, talk } from './talk';

describe('what a topic asked for is left', () => {
  for (const ask of ['tra cứu hồ sơ', 'chất lượng không khí', 'hỏi thủ tục'])
    for (const words of ['hủy', 'quay lại', 'để sau', 'thôi'])
      bothWays(`"${words}" after "${ask}"`, async (citizen) => {
        await citizen.says(ask);
        expect((await citizen.says(words)).text).toMatch(/^Vâng, ta .*Bạn cần gì thêm không\?$/);
      });

  for (const ask of ['hồ sơ của tôi tới đâu rồi', 'chất lượng không khí', 'hỏi thủ tục'])
    bothWays(`while waiting for a person: after "${ask}" the waiting goes on`, async (citizen) => {
      await citizen.says('gặp cán bộ');
      await citizen.says(ask);
      const left = await citizen.says('hủy');
      expect(left.text).toContain('Bạn vẫn đang chờ gặp cán bộ');
      expect((await citizen.says('hủy')).handoff).toBe('bot');
    });

  bothWays('“thế còn …” while waiting goes on with what was told', async (citizen) => {
    await citizen.tells('gặp cán bộ', 'làm sổ đỏ cần giấy tờ gì');
    expect((await citizen.says('thế còn lệ phí')).text).toContain('Phí, lệ phí');
  });

  bothWays('what is answered while waiting goes to who asked', async (citizen) => {
    await citizen.tells('gặp cán bộ', 'chất lượng không khí');
    await citizen.says('Hải Phòng');
    expect(citizen.effects()[0]?.type).toBe('air');
  });
});

describe('a person who was offered', () => {
  for (const words of ['có', 'ừ', 'gặp đi', 'cho tôi gặp'])
    bothWays(`"${words}" takes the offer`, async (citizen) => {
      await citizen.tells('asdfgh', 'qwerty uiop', 'lkjhg lkj');
      expect((await citizen.says(words)).handoff).toBe('waiting');
    });

  bothWays('after bad words; a no takes none', async (citizen) => {
    await citizen.tells('đồ ngu', 'mày ngu vãi');
    expect((await citizen.says('không')).handoff).toBeUndefined();
    await citizen.says('đồ ngu');
    expect((await citizen.says('ừ')).handoff).toBe('waiting');
  });

  bothWays('amid a report', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'abc xyz', 'qwerty uiop', 'lkjhg lkj');
    expect((await citizen.says('gặp đi')).handoff).toBe('waiting');
  });

  bothWays('who waits is told again how long', async (citizen) => {
    citizen.drawer.ahead = 3;
    await citizen.says('gặp cán bộ');
    for (const words of ['trước tôi còn mấy người', 'sao lâu thế', 'bao giờ có người'])
      expect((await citizen.says(words)).text).toContain('Trước bạn còn 3 người');
    expect((await citizen.says('tết có ai trực không')).text).toContain('8:00–12:00');
  });
});

describe('dossiers', () => {
  const dossier = (code: string): KnownDossier => ({
    code,
    procedure: 'Cấp giấy chứng nhận lần đầu',
    receivedOn: '2026-11-02',
    dueOn: '2026-11-17',
    returnedOn: null,
    status: 'in_progress',
    byPost: false,
    note: null,
    listedAt: monday,
  });
  const FIRST = 'H12.34-261102-0001';
  const SECOND = 'H12.34-261102-0002';
  const drawer = new Drawer();
  drawer.dossiers.push(dossier(FIRST), dossier(SECOND));

  it.each(['H12.34-261102-0OO1', 'h12.34-26ll02-ooo1', 'H12.34-2611O2-0001'])(
    'an O for a nought: %s',
    async (code) => {
      const citizen = talk(hoa, drawer);
      await citizen.says('tra cứu hồ sơ');
      expect((await citizen.says(code)).text).toContain(`Hồ sơ ${FIRST}`);
    },
  );

  it.each([true, false])('the second of two; why it takes so long (accents: %s)', async (accents) => {
    const typed = (text: string) => (accents ? text : withoutAccents(text));
    const citizen = speaker(typed, hoa, drawer);
    await citizen.says(`tra giúp tôi 2 hồ sơ ${FIRST} và ${SECOND}`);
    expect((await citizen.says('cái thứ hai trễ mấy ngày')).text).toContain(`Hồ sơ ${SECOND}`);
    expect((await citizen.says('sao chậm thế')).text).toContain('Đã quá hẹn');
  });

  bothWays('who looks for the code is waited for', async (citizen) => {
    await citizen.says('tra cứu hồ sơ');
    expect((await citizen.says('để em tìm giấy hẹn')).text).toContain('bạn cứ tìm');
    expect((await citizen.says('thế hỏi ai')).text).toContain('bộ phận một cửa');
  });
});

describe('signs', () => {
  it.each(['👍', '❤️', '🙏'])('%s is a yes', async (sign) => {
    expect((await talk().says(sign)).text).toContain('Vâng ạ');
  });

  it.each(['你好', 'Привет', 'สวัสดี'])('%s: other letters', async (words) => {
    expect((await talk().says(words)).text).toContain('tiếng Việt và tiếng Anh');
  });
});

bothWays('a word about how one was spoken to stays a word', async (citizen) => {
  await citizen.says('gặp cán bộ');
  await citizen.takenOver();
  await citizen.staffSays('Vâng');
  await citizen.handedBack();
  await citizen.says('2 sao');
  expect((await citizen.says('thái độ cán bộ lồi lõm')).text).toContain('ghi lại lời này');
});
