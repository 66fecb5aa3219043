import { bothWays } from './both-ways';
import { talk } from './talk';

const FACTORY = 'nhà máy xả nước thải ra mương';
const WHERE = 'phường Ba Đình, Hà Nội';
const NUMBER = /912345678|0912345678/;

describe('a number that is left for something else', () => {
  bothWays(
    'with a question about a dossier amid a report: how to report is asked as always',
    async (citizen) => {
      await citizen.tells(`${FACTORY} ở ${WHERE} từ hôm qua`);
      const beside = await citizen.says('hồ sơ của tôi tới đâu rồi, số tôi là 0912345678');
      expect(beside.text).toContain('mã hồ sơ');
      expect(beside.ask).toBe('anonymity');
      expect(citizen.stored()).not.toMatch(NUMBER);
      expect((await citizen.says('ẩn danh')).ask).toBe('confirm');
      await citizen.says('đúng rồi');
      expect(citizen.tickets()[0]).toMatchObject({ anonymous: true });
    },
  );

  bothWays('is no place, where that was asked', async (citizen) => {
    await citizen.says(FACTORY);
    const beside = await citizen.says('hồ sơ của tôi tới đâu rồi? số tôi là 0912345678');
    expect(beside.ask).toBe('location');
    const next = await citizen.tells(WHERE, 'từ hôm qua');
    expect(next.ask).toBe('anonymity');
  });

  bothWays('with the code of another report', async (citizen) => {
    await citizen.tells(`${FACTORY} ở ${WHERE} từ hôm qua`);
    const beside = await citizen.says('phản ánh XH-2026-000123 sao rồi, gọi tôi 0912345678');
    expect(beside.ask).toBe('anonymity');
  });

  bothWays('before a report: how to report is asked all the same', async (citizen) => {
    await citizen.tells('hồ sơ của tôi sao rồi, gọi tôi số 0912345678 nhé');
    const report = await citizen.says(`${FACTORY} ở ${WHERE} từ hôm qua`);
    expect(report.ask).toBe('anonymity');
  });

  bothWays('a number with the complaint that was asked for is the reporter’s', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'sai phạm của cán bộ');
    const told = await citizen.says('hồ sơ của tôi nằm ở xã năm tháng, hỏi thì bị nạt, gọi tôi 0912345678');
    expect(['location', 'time']).toContain(told.ask);
  });
});

const HARM = 'phải có người đến đo mới biết';
const ASKED = ['tôi muốn phản ánh', 'Ô nhiễm môi trường'];

describe('a question instead of the story', () => {
  bothWays('is answered and kept, and the story is asked for still', async (citizen) => {
    await citizen.tells(...ASKED);
    const met = await citizen.says('thế nước này có độc không?');
    expect(met.text).toContain(HARM);
    expect(met.ask).toBe('description');
    expect((await citizen.says(FACTORY)).ask).toBe('location');
    await citizen.tells(WHERE, 'bỏ qua', 'ẩn danh', 'đúng rồi');
    const asked = citizen.typed('thế nước này có độc không?');
    expect(citizen.tickets()[0]?.description).toBe(`${asked}\n${citizen.typed(FACTORY)}`);
  });

  bothWays('whether anybody comes: answered, and the story is asked for still', async (citizen) => {
    await citizen.tells(...ASKED);
    const met = await citizen.says('có ai xuống kiểm tra không?');
    expect(met.text).toContain('cơ quan có thẩm quyền');
    expect(met.ask).toBe('description');
    expect((await citizen.says('có người xuống kiểm tra rồi mà xưởng vẫn xả')).ask).toBe('location');
  });

  bothWays('where the kind was asked for, too', async (citizen) => {
    await citizen.says('tôi muốn phản ánh');
    const met = await citizen.says('khói này có hại cho trẻ con không vậy');
    expect(met.text).toContain(HARM);
    expect(met.ask).toBe('category');
  });

  bothWays('with a story before it: the story is kept', async (citizen) => {
    await citizen.tells(...ASKED);
    const met = await citizen.says('nước giếng nhà tôi đục ngầu hôi tanh, thế nước này có uống được không?');
    expect(met.text).toContain(HARM);
    expect(met.ask).toBe('location');
  });

  bothWays('with a longer story before it', async (citizen) => {
    const met = await citizen.says(
      `nước giếng nhà tôi ở ${WHERE} đục ngầu hôi tanh mấy tuần nay mà không ai xuống, nước này uống được không vậy`,
    );
    expect(met.text).toContain(HARM);
    expect(met.ask).toBe('anonymity');
  });

  bothWays(
    'about a fine, with a story before it: answered, and the next question follows',
    async (citizen) => {
      await citizen.tells(...ASKED);
      const story = 'nhà máy đốt rác khói mù mịt cả xóm, đốt vậy bị phạt bao nhiêu?';
      const met = await citizen.says(story);
      expect(met.text).toContain('mức phạt');
      expect(met.ask).toBe('location');
      await citizen.tells(WHERE, 'bỏ qua', 'ẩn danh', 'đúng rồi');
      expect(citizen.tickets()[0]?.description).toContain(citizen.typed(story));
    },
  );

  bothWays('"cho tôi hỏi chút" is no story', async (citizen) => {
    await citizen.tells(...ASKED);
    const met = await citizen.says('chào bạn, cho tôi hỏi chút, đốt rác phạt bao nhiêu?');
    expect(met.ask).toBe('description');
  });
});

describe('"hủy" while waiting for a person', () => {
  bothWays('stops the report; a second one ends the waiting', async (citizen) => {
    await citizen.tells(FACTORY, 'cho tôi gặp cán bộ');
    expect((await citizen.says('hủy')).text).toContain('Tôi đã dừng, chưa gửi gì');
    expect(citizen.state()?.holder.kind).toBe('waiting');
    const left = await citizen.says('hủy');
    expect(left.text).toContain('không phải chờ cán bộ nữa');
    expect(left.handoff).toBe('bot');
    expect(citizen.tickets()).toEqual([]);
  });

  bothWays('also at the summary, where it is a button', async (citizen) => {
    await citizen.tells(`${FACTORY} ở ${WHERE} từ hôm qua`, 'ẩn danh', 'gặp cán bộ');
    expect((await citizen.says('hủy')).text).toContain('Tôi đã dừng, chưa gửi gì');
    expect(citizen.tickets()).toEqual([]);
  });

  bothWays('"khỏi gặp cán bộ" ends the waiting alone', async (citizen) => {
    await citizen.tells(FACTORY, 'gặp cán bộ');
    const left = await citizen.says('khỏi gặp cán bộ');
    expect(left.text).toContain('vẫn còn nguyên');
    expect(left.ask).toBe('location');
    expect(citizen.state()?.holder).toEqual({ kind: 'bot' });
  });

  bothWays('a report that is named is stopped, and the waiting goes on', async (citizen) => {
    await citizen.tells(FACTORY, 'gặp cán bộ', 'hủy phản ánh');
    expect(citizen.state()?.holder.kind).toBe('waiting');
    expect((await citizen.says('hủy')).handoff).toBe('bot');
  });

  bothWays('"thôi khỏi" to "your number?" leaves none, and the waiting goes on', async (citizen) => {
    await citizen.tells(`${FACTORY} ở ${WHERE} từ hôm qua`, 'để lại liên hệ', 'gặp cán bộ');
    expect((await citizen.says('thôi khỏi')).ask).toBe('confirm');
    expect(citizen.state()?.holder.kind).toBe('waiting');
  });
});

describe('a name in passing, where it was asked for', () => {
  for (const words of ['tui Tuấn nè', 'Em Lan nha', 'bác Tư đây'])
    bothWays(`"${words}" is kept apart, and the number asked for`, async (citizen) => {
      await citizen.tells(`${FACTORY} ở ${WHERE} từ hôm qua`, 'để lại liên hệ');
      const number = await citizen.says(words);
      expect(number.text).toContain('số điện thoại');
      const summary = await citizen.says('0912345678');
      expect([summary.ask, summary.text]).toEqual([
        'confirm',
        expect.stringMatching(/\p{Lu}•• · ••• ••• 678/u),
      ]);
    });

  it.each(['NGUYỄN VĂN BA', 'KHƯƠNG VĂN DŨNG', 'KHUONG VAN DUNG'])('shouted: %s', async (words) => {
    const citizen = talk();
    for (const said of [`${FACTORY} ở ${WHERE} từ hôm qua`, 'để lại liên hệ', words])
      await citizen.says(said);
    expect((await citizen.says('0912345678')).text).toMatch(/\p{Lu}•• \p{Lu}•• \p{Lu}•• · ••• ••• 678/u);
  });
});

bothWays(
  'what else is said in the answer to “where?” goes into the story, behind “ạ.” as well',
  async (citizen) => {
    const answer = `Khu xưởng ở ${WHERE} ạ. Mong anh chị xuống xem giúp bà con.`;
    await citizen.tells(FACTORY, answer, 'từ hôm qua', 'ẩn danh', 'đúng rồi');
    expect(citizen.tickets()[0]?.description).toContain(citizen.typed('Mong anh chị xuống xem giúp bà con.'));
  },
);
