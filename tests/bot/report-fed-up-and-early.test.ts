import { bothWays, filed, speaker, type Speaker } from './both-ways';
import { STORY, UNDATED } from './dye-works';

const UNPLACED = 'Trại heo thối quá chịu không nổi';
const atSummary = (citizen: Speaker) => citizen.tells(STORY, 'ẩn danh');

describe('fed up with a question', () => {
  for (const said of ['hỏi gì lắm thế bỏ qua', 'hỏi gì lắm thế, bỏ qua đi', 'hỏi nhiều quá, câu khác đi'])
    bothWays(`“${said}” leaves it`, async (citizen) => {
      await citizen.says(UNDATED);
      const answer = await citizen.says(said);
      expect(answer.ask).toBe('anonymity');
      expect(answer.text).toContain('xin lỗi');
    });

  bothWays('“tức quá đi” leaves nothing', async (citizen) => {
    await citizen.says(UNDATED);
    expect((await citizen.says('tức quá đi')).ask).toBe('time');
  });

  it('“hôi nhiều quá” smells, and is no anger at the questions', async () => {
    const citizen = speaker((text) => text);
    await citizen.says(UNPLACED);
    const answer = await citizen.says('hôi nhiều quá');
    expect(answer.text).not.toContain('đang bực');
    expect(answer.text).not.toContain('“hôi nhiều quá”');
  });

  bothWays('what is needed is still asked for', async (citizen) => {
    await citizen.says(UNPLACED);
    const answer = await citizen.says('hỏi gì lắm thế bỏ qua');
    expect(answer.ask).toBe('location');
    expect(answer.text).toContain('mới tìm ra mà xử lý');
  });

  bothWays('an office that passes over it is no question that is left', async (citizen) => {
    await citizen.says(UNDATED);
    expect((await citizen.says('mệt quá, xã cứ bỏ qua')).ask).not.toBe('confirm');
    await citizen.tells('hôm qua', 'ẩn danh');
    expect((await filed(citizen))?.time?.text).toBe(citizen.typed('hôm qua'));
  });

  bothWays('the time is asked for once more, and left with the second grumble', async (citizen) => {
    await citizen.says(UNDATED);
    expect((await citizen.says('hỏi nhiều thế')).ask).toBe('time');
    expect((await citizen.says('hỏi nhiều thế')).ask).toBe('anonymity');
  });

  for (const said of ['nói nhiều quá, gii quyết đi', 'nói nhiều quá, giải quyết đi', 'nói gì mà lắm thế'])
    bothWays(`“${said}” is no story`, async (citizen) => {
      await citizen.says('tôi muốn phản ánh');
      expect((await citizen.says(said)).ask).toBe('category');
      await citizen.tells(STORY, 'ẩn danh');
      expect((await filed(citizen))?.description).not.toContain(citizen.typed(said));
    });

  bothWays('with the third grumble a person is offered', async (citizen) => {
    await citizen.says(UNPLACED);
    await citizen.says('Mệt quá!');
    const second = await citizen.says('bực mình quá');
    expect(second.buttons ?? []).not.toContain('gặp cán bộ');
    const third = await citizen.says('hỏi hoài vậy');
    expect(third.ask).toBe('location');
    expect(third.buttons).toContain('gặp cán bộ');
    expect(third.text).toContain('nói chuyện thẳng với cán bộ');
  });
});

describe('“gửi” before the summary is there', () => {
  for (const said of ['gửi', 'gửi đi', 'ok gửi luôn'])
    bothWays(`“${said}” leaves what can be left`, async (citizen) => {
      await citizen.says(UNDATED);
      expect((await citizen.says(said)).ask).toBe('anonymity');
    });

  bothWays('what is needed is asked for, and nothing was misunderstood', async (citizen) => {
    await citizen.says(UNPLACED);
    const answer = await citizen.says('gửi đi');
    expect(answer.ask).toBe('location');
    expect(answer.text).toContain('Sắp gửi được');
    expect(answer.text).not.toContain('chưa hiểu');
  });

  bothWays('it chooses neither anonymity nor a contact', async (citizen) => {
    await citizen.says(STORY);
    expect((await citizen.says('gửi')).ask).toBe('anonymity');
    await citizen.says('để lại liên hệ');
    expect((await citizen.says('gửi')).ask).toBe('contact');
  });
});

describe('the summary', () => {
  it('“chẩn” is a yes', async () => {
    const citizen = speaker((text) => text);
    await atSummary(citizen);
    await citizen.says('chẩn');
    expect(citizen.tickets()).toHaveLength(1);
  });

  for (const [said, source] of [
    ['tôi nghi là ông Tư Lùn làm', 'ông Tư Lùn'],
    ['chắc là ông Ba Tám gần đó', 'ông Ba Tám gần đó'],
    ['tôi nghi là công ty Hòa Phát', 'công ty Hòa Phát'],
    ['hình như là xưởng Minh Long', 'xưởng Minh Long'],
  ] as const)
    bothWays(`“${said}”: who is suspected is the source, and the words are kept`, async (citizen) => {
      await atSummary(citizen);
      await citizen.says(said);
      const ticket = await filed(citizen);
      expect(ticket?.source).toBe(citizen.typed(source));
      expect(ticket?.description).toContain(citizen.typed(said));
    });

  bothWays('what is guessed of somebody else accuses nobody', async (citizen) => {
    await atSummary(citizen);
    await citizen.says('chắc là phải báo lên huyện nữa');
    expect((await filed(citizen))?.source ?? '').not.toContain(citizen.typed('báo'));
  });
});
