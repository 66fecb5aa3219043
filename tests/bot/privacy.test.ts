import { hoa, nam, tam } from '../town/people';
import { talk, type Talk } from './talk';

const STORY = 'Tối qua ở phường Ba Đình, Hà Nội có xe xả nước thải chưa xử lý ra hồ, nước đen ngòm';

function expectNoTrace(citizen: Talk, { name, phone, e164 }: typeof hoa): void {
  const stored = citizen.stored();
  const digits = e164.slice(3);
  expect(stored).not.toContain(name);
  expect(stored).not.toContain(phone);
  expect(stored.replace(/[\s.-]/g, '')).not.toContain(digits);
  for (const word of name.split(' ')) expect(stored).not.toContain(word);
}

describe('who leaves a contact', () => {
  it.each([
    ['in one message', [`Tôi là ${hoa.name}, ${hoa.phone}`]],
    ['first the number, then nothing', [hoa.phone]],
    ['first the name, then the number', [hoa.name, hoa.phone]],
    ['with the number in another notation', [`${hoa.name} (+84) 912-345-678`]],
  ])('%s: it lies with the identity, and nowhere else', async (_story, messages) => {
    const citizen = talk();
    await citizen.says(STORY);
    await citizen.says('Để lại liên hệ');
    for (const text of messages) await citizen.says(text);
    const filed = await citizen.says('đúng rồi');
    expect(filed.ticket?.code).toBe('XH-2026-000001');
    expectNoTrace(citizen, hoa);
    const named = messages.join().includes(hoa.name);
    expect(citizen.log.known.get(hoa.conversation)).toMatchObject({
      phone: hoa.e164,
      ...(named && { name: hoa.name }),
    });
    expect(citizen.log.alongs.at(-1)?.reporterOf).toBe('XH-2026-000001');
    expect(citizen.tickets()[0]?.anonymous).toBe(false);
  });

  it('the summary reads back no more than what lets them recognise it', async () => {
    const citizen = talk();
    await citizen.says(STORY);
    await citizen.says('Để lại liên hệ');
    const summary = await citizen.says(`${hoa.name} ${hoa.phone}`);
    expect(summary.ask).toBe('confirm');
    expect(summary.text).toContain('678');
    expectNoTrace(citizen, hoa);
  });

  it('may give the number at once when asked whether to stay anonymous', async () => {
    const citizen = talk();
    await citizen.says(STORY);
    expect((await citizen.says(`Cho ${nam.phone} liên hệ`)).ask).toBe('confirm');
    expect(citizen.stored().replace(/\D/g, '')).not.toContain(nam.e164.slice(3));
  });

  it('may change their mind', async () => {
    const citizen = talk();
    await citizen.says(STORY);
    await citizen.says('Để lại liên hệ');
    await citizen.says('thôi cho tôi ẩn danh');
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]?.anonymous).toBe(true);
    expect(citizen.log.alongs.at(-1)).not.toHaveProperty('reporterOf');
  });

  it('a place in the answer is not lost, a name that sounds like a place is no place', async () => {
    const citizen = talk();
    await citizen.says(STORY);
    await citizen.says('Để lại liên hệ');
    await citizen.says(`Lê Hòa Bình ${hoa.phone}`);
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]?.location.communeCode).toBe('00004');
  });
});

it('who stays anonymous leaves no identity at all', async () => {
  const citizen = talk();
  await citizen.says(STORY);
  await citizen.says('Ẩn danh');
  await citizen.says('đúng rồi');
  expect(citizen.log.known.size).toBe(0);
  expect(citizen.log.alongs.every((along) => !along?.identities && !along?.reporterOf)).toBe(true);
  expect(citizen.tickets()[0]?.anonymous).toBe(true);
});

describe('misconduct', () => {
  it('is explained to be confidential once, closes the conversation, and goes to the inspectorate', async () => {
    const citizen = talk(tam);
    const texts = [
      'Tôi muốn tố cáo cán bộ địa chính xã Yên Phong, Bắc Ninh đòi phong bì mới làm sổ đỏ',
      'sáng nay',
      'Ẩn danh',
      'đúng rồi',
    ];
    const said: string[] = [];
    for (const text of texts) said.push((await citizen.says(text)).text);
    expect(said.filter((text) => text.includes('giữ kín'))).toHaveLength(1);
    expect(said[0]).toContain('giữ kín');
    expect(citizen.log.turns.every(({ state }) => state.confidential)).toBe(true);
    expect(citizen.tickets()[0]).toMatchObject({
      lane: 'misconduct',
      category: null,
      agency: { code: 'TTT-24', name: 'Thanh tra Tỉnh Bắc Ninh' },
    });
  });

  it('chosen by button is confidential as well, and stays so after a cancel', async () => {
    const citizen = talk(tam);
    await citizen.says('tôi muốn phản ánh');
    expect((await citizen.says('Sai phạm của cán bộ')).text).toContain('giữ kín');
    await citizen.says('hủy');
    await citizen.says('xin chào');
    expect(citizen.state()?.confidential).toBe(true);
  });
});

it('the version of the privacy notice that was shown is kept with the turns', async () => {
  const citizen = talk();
  await citizen.says('xin chào', { channelData: { notice: '2026-11' } });
  await citizen.says('bạn làm được gì');
  expect(citizen.log.turns.map(({ state }) => state.notice)).toEqual(['2026-11', '2026-11']);
  await citizen.says('chào', { channelData: { notice: '2027-01' } });
  expect(citizen.state()?.notice).toBe('2027-01');
});
