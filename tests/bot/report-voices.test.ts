import { bothWays, filed } from './both-ways';
import { STORY, UNDATED } from './dye-works';

/** All is known of it but who reports. */
const SMOKE = 'khói từ lò gạch bay mù mịt vào nhà tui';
const HERE = 'phường Ba Đình, Hà Nội';

describe('what is said before the report is kept with it', () => {
  for (const sigh of ['trời ơi khổ quá', 'sao không ai giải quyết', 'sao không ai giải quyết vậy trời'])
    bothWays(`"${sigh}", then the story`, async (citizen) => {
      await citizen.tells(sigh, STORY, 'ẩn danh');
      expect((await filed(citizen))?.description).toBe(`${citizen.typed(sigh)}\n${citizen.typed(STORY)}`);
    });

  bothWays('and what happens is asked for all the same', async (citizen) => {
    await citizen.tells('trời ơi khổ quá', 'tôi muốn phản ánh');
    expect((await citizen.says('Ô nhiễm môi trường')).ask).toBe('description');
    await citizen.tells(STORY, 'ẩn danh');
    expect((await filed(citizen))?.description).toBe(
      `${citizen.typed('trời ơi khổ quá')}\n${citizen.typed(STORY)}`,
    );
  });

  bothWays('a sigh in place of the story is met, and kept', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'Ô nhiễm môi trường');
    expect((await citizen.says('khổ quá trời ơi')).ask).toBe('description');
    await citizen.tells(STORY, 'ẩn danh');
    expect((await filed(citizen))?.description).toContain(citizen.typed('khổ quá trời ơi'));
  });

  bothWays('a sigh is met warmly, and a code is not asked for', async (citizen) => {
    const met = await citizen.says('sao không ai giải quyết vậy trời');
    expect(met.ask).toBe('choice');
    expect(met.text).toContain('bạn kể tôi nghe');
  });

  bothWays('what was said an hour ago is not', async (citizen) => {
    await citizen.says('trời ơi khổ quá');
    citizen.leavesFor(1);
    await citizen.tells(STORY, 'ẩn danh');
    expect((await filed(citizen))?.description).toBe(citizen.typed(STORY));
  });

  bothWays('what was said by mistake is not', async (citizen) => {
    await citizen.tells('cho em đặt 2 ly trà sữa', 'ủa nhầm', STORY, 'ẩn danh');
    expect((await filed(citizen))?.description).toBe(citizen.typed(STORY));
  });

  bothWays('a piece that breaks off waits for the rest', async (citizen) => {
    expect((await citizen.says('nhà trên lầu nuôi mười mấy con mèo,')).messages).toEqual([]);
    expect((await citizen.says('mùi khai xộc xuống giếng trời')).ask).toBe('location');
    await citizen.tells(HERE, 'hôm qua', 'ẩn danh');
    expect((await filed(citizen))?.description).toContain(citizen.typed('mười mấy con mèo'));
  });
});

describe('a fine that is asked for in the middle', () => {
  for (const [story, act] of [
    ['xưởng mộc cưa suốt đêm ồn quá không ngủ được', 'Gây tiếng ồn'],
    ['lò gạch xả khói đen mù mịt cả xóm', 'Xả bụi, khí thải'],
    ['hàng xóm xây tường lấn chiếm lối đi chung của xóm', 'Vi phạm đất đai'],
  ] as const)
    bothWays(`is that of the report: ${act}`, async (citizen) => {
      await citizen.says(story);
      const told = await citizen.says('mức phạt bao nhiêu');
      expect([told.ask, told.text]).toEqual(['location', expect.stringContaining(act)]);
    });

  bothWays('names its own act', async (citizen) => {
    await citizen.says('xưởng mộc cưa suốt đêm ồn quá không ngủ được');
    const { text } = await citizen.says('xả rác bừa bãi phạt bao nhiêu');
    expect(text).not.toContain('Gây tiếng ồn');
  });
});

describe('around a look-up the open question comes once', () => {
  const asked = (text: string) => text.split('Chuyện xảy ra ở đâu').length - 1;
  const air = { place: 'Hà Nội', ahead: false, air: null };

  bothWays('with what was looked up; until then its buttons are there', async (citizen) => {
    await citizen.says(SMOKE);
    const looking = await citizen.says('không khí Hà Nội hôm nay thế nào?');
    expect([looking.ask, asked(looking.text)]).toEqual(['location', 0]);
    const told = await citizen.comesBack('air', air);
    expect([told.ask, asked(told.text)]).toEqual(['location', 1]);
    expect((await citizen.says(HERE)).ask).toBe('time');
  });

  bothWays('who answers meanwhile is asked nothing again', async (citizen) => {
    await citizen.tells(SMOKE, 'không khí Hà Nội hôm nay thế nào?', HERE);
    const told = await citizen.comesBack('air', air);
    expect([told.ask, told.options]).toEqual(['time', ['Bỏ qua']]);
    expect(told.text).not.toContain('Chuyện xảy ra khi nào');
    expect((await citizen.says('hôm qua')).ask).toBe('anonymity');
  });
});

describe('a thumb that slips', () => {
  for (const yes of ['đug rồi', 'đr', 'ok gữi đi', 'không sai chỗ nào', 'không cần sửa gì'])
    bothWays(`"${yes}" is a yes`, async (citizen) => {
      await citizen.tells(STORY, 'ẩn danh', yes);
      expect(citizen.tickets()).toHaveLength(1);
    });

  for (const words of ['mốn hủy', 'hủy luon', 'thoy khỏi', 'thôi không kiện cáo gì nữa', 'dẹp, khỏi báo'])
    bothWays(`"${words}" stops`, async (citizen) => {
      const { ask } = await citizen.tells(UNDATED, words);
      expect([ask, citizen.tickets()]).toEqual([undefined, []]);
    });

  for (const words of [
    'bỏ qa',
    'bỏ qau',
    'không nói',
    'tự tìm đi',
    'ai mà biết',
    'khỏi, qua câu kế đi',
    'miễn trả lời',
    'hông biết đâu',
    'next',
  ])
    bothWays(`"${words}" skips one question, and no report`, async (citizen) => {
      expect((await citizen.tells(UNDATED, words)).ask).toBe('anonymity');
      await citizen.says('ẩn danh');
      expect((await filed(citizen))?.time).toBeNull();
    });

  for (const [words, commune] of [
    ['ko pải, phường Hồng Hà, Hà Nội', '00097'],
    ['ak nhầm, phường Hồng Hà, Hà Nội cơ', '00097'],
    ['lộn rồi, phường Hồng Hà mới phải', '00097'],
    ['sửa địa chỉ thành phường Hồng Hà, Hà Nội', '00097'],
  ] as const)
    bothWays(`"${words}" puts the place right while the time is asked`, async (citizen) => {
      expect((await citizen.tells(UNDATED, words)).ask).toBe('time');
      await citizen.tells('hôm qua', 'ẩn danh');
      expect((await filed(citizen))?.location.communeCode).toBe(commune);
    });

  bothWays('"à không, hôm kia" and "nhớ nhầm, hằng đêm" put the time right', async (citizen) => {
    await citizen.says(STORY);
    expect((await citizen.says('à không, hôm kia')).text).toContain('Tôi đã sửa');
    await citizen.tells('nhớ nhầm, hằng đêm', 'ẩn danh');
    expect((await filed(citizen))?.time?.text).toBe(citizen.typed('hằng đêm'));
  });

  bothWays('a place stays a place: names are not mended', async (citizen) => {
    await citizen.tells(SMOKE, 'phường Hồng Hà, Hà Nội', 'hôm qua', 'ẩn danh');
    expect((await filed(citizen))?.location.communeCode).toBe('00097');
  });
});

describe('several facts in answer to one question', () => {
  bothWays('place, time, name and number: nothing more is asked, who it was stays apart', async (citizen) => {
    await citizen.says(SMOKE);
    const summary = await citizen.says(
      `gần chợ, ${HERE}, từ hôm qua tới giờ, gọi tôi 0912345678 tên Hoa nha`,
    );
    expect(summary.ask).toBe('confirm');
    expect(summary.text).toContain('H•• · ••• ••• 678');
    const ticket = await filed(citizen);
    expect(ticket?.location.communeCode).toBe('00004');
    expect(ticket?.location.text).not.toMatch(/hoa|hôm qua|hom qua|678/i);
    expect(citizen.stored()).not.toMatch(/0912345678/);
  });

  bothWays('the story goes on beside the place', async (citizen) => {
    const more = `ở gần chợ ${HERE} á, đêm nào nó cũng đốt khói mù mịt, con tui ho sặc sụa mà nói hoài nó không nghe`;
    await citizen.tells(SMOKE, more, 'ẩn danh');
    expect((await filed(citizen))?.description).toBe(`${citizen.typed(SMOKE)}\n${citizen.typed(more)}`);
  });

  bothWays('and beside "ẩn danh"', async (citizen) => {
    const more = 'ẩn danh mà nè, hôm qua nó còn đổ xỉ than ra mương, nước đen thui, cá chết nổi đầy mương';
    expect((await citizen.tells(STORY, more)).ask).toBe('confirm');
    const ticket = await filed(citizen);
    expect([ticket?.anonymous, ticket?.description.includes(citizen.typed(more))]).toEqual([true, true]);
  });

  bothWays('a place in place of the story is taken, and is no story', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'Ô nhiễm môi trường');
    expect((await citizen.says('xã Tân Hiệp, An Giang')).ask).toBe('description');
    await citizen.tells(SMOKE, 'hôm qua', 'ẩn danh');
    const ticket = await filed(citizen);
    expect([ticket?.description, ticket?.location.communeCode]).toEqual([citizen.typed(SMOKE), '30850']);
  });

  for (const reply of ['không', 'ừ'])
    bothWays(`"${reply}" is no time`, async (citizen) => {
      await citizen.tells(UNDATED, reply, 'bỏ qua', 'ẩn danh');
      expect((await filed(citizen))?.time ?? null).toBeNull();
    });

  bothWays('a photo does not tell when', async (citizen) => {
    await citizen.says(UNDATED);
    await citizen.sends('p1');
    expect((await citizen.waits())?.ask).toBe('time');
    await citizen.tells('mùa gió bấc này', 'ẩn danh');
    const ticket = await filed(citizen);
    expect([ticket?.attachments.length, ticket?.time?.text]).toEqual([1, citizen.typed('mùa gió bấc này')]);
  });
});

describe('an answer and a question in one message', () => {
  bothWays('both are heard', async (citizen) => {
    await citizen.says(UNDATED);
    const time = await citizen.says('hôm qua, mà bao lâu thì có người xuống?');
    expect([time.ask, time.text]).toEqual(['anonymity', expect.stringContaining('hạn trả lời')]);
    const secret = await citizen.says('ẩn danh, mà có lộ tên không đó?');
    expect([secret.ask, secret.text]).toEqual(['confirm', expect.stringContaining('mã hóa')]);
    expect((await filed(citizen))?.time?.text).toBe(citizen.typed('hôm qua'));
  });

  for (const question of ['sao hỏi lắm thế', 'bao giờ thì người ta xuống?', 'xử lý trong bao nhiêu ngày?'])
    bothWays(`"${question}" leaves the second question for the place open`, async (citizen) => {
      await citizen.tells(SMOKE, 'gần cầu sắt');
      expect((await citizen.says(question)).ask).toBe('location');
      await citizen.tells(HERE, 'hôm qua', 'ẩn danh');
      expect((await filed(citizen))?.location.communeCode).toBe('00004');
    });

  bothWays('"không xưng tên được không" is the wish to stay anonymous', async (citizen) => {
    expect((await citizen.tells(STORY, 'tôi không xưng tên được không, ngại lắm')).ask).toBe('confirm');
    expect((await filed(citizen))?.anonymous).toBe(true);
  });
});

describe('who would rather not say', () => {
  bothWays('fear is no place: who sees what is told, and the question comes again', async (citizen) => {
    await citizen.says('cán bộ xã đòi tiền mới chịu làm giấy tờ đất cho dân');
    const told = await citizen.says('sợ nó biết lắm');
    expect([told.ask, told.text]).toEqual(['location', expect.stringContaining('mã hóa')]);
    await citizen.tells('xã Tân Hiệp, An Giang', 'không nói được', 'không nói');
    expect((await filed(citizen))?.location.text).not.toMatch(/biết|biet/);
  });

  bothWays('"không muốn để lại gì hết" leaves nothing', async (citizen) => {
    expect((await citizen.tells(STORY, 'không muốn để lại gì hết')).ask).toBe('confirm');
    expect((await filed(citizen))?.anonymous).toBe(true);
  });

  bothWays('"thôi khỏi" to the question for the number leaves none, and loses nothing', async (citizen) => {
    expect((await citizen.tells(STORY, 'để lại liên hệ', 'thôi khỏi')).ask).toBe('confirm');
    expect((await filed(citizen))?.anonymous).toBe(true);
  });

  bothWays('nobody knows where: the place that comes later is taken, and is no time', async (citizen) => {
    await citizen.tells(SMOKE, 'không nói', 'không nói');
    expect((await citizen.says(HERE)).ask).toBe('time');
    await citizen.tells('bỏ qua', 'ẩn danh');
    const ticket = await filed(citizen);
    expect([ticket?.location.communeCode, ticket?.time]).toEqual(['00004', null]);
    expect(ticket?.location.text).not.toMatch(/chưa rõ/);
  });
});

describe('other voices', () => {
  bothWays('an old man who gives his number', async (citizen) => {
    expect((await citizen.tells(STORY, 'bác cho số, gọi bác nghe')).ask).toBe('contact');
    expect((await citizen.says('bác Phạm Thu Hà, máy 0912345678')).text).toContain('P•• T•• H••');
  });

  bothWays('a number and a name ask for no dossier, and are kept apart', async (citizen) => {
    const summary = await citizen.tells(STORY, 'để lại liên hệ', 'Số của tôi 0355.176.441, tên Lò Thị Panh');
    expect([summary.ask, summary.text]).toEqual(['confirm', expect.stringMatching(/P•• · ••• ••• 441/)]);
    expect(citizen.stored()).not.toContain('176.441');
  });

  bothWays('"khiếu nại về môi trường" is the wish to report', async (citizen) => {
    expect((await citizen.says('tôi gọi để khiếu nại về môi trường')).text).toContain('gửi phản ánh');
  });

  bothWays('who answers by numbers', async (citizen) => {
    await citizen.says('tôi muốn phản ánh');
    expect((await citizen.says('cái đầu tiên')).ask).toBe('description');
    await citizen.says(SMOKE);
    expect((await citizen.says('xã Tân Hiệp')).options).toHaveLength(2);
    expect((await citizen.says('2')).ask).toBe('anonymity');
    expect((await citizen.says('1')).ask).toBe('confirm');
    expect(await filed(citizen)).toMatchObject({ anonymous: true, location: { communeCode: '30850' } });
  });

  bothWays('at "which part?" its name is enough', async (citizen) => {
    await citizen.tells(STORY, 'ẩn danh', 'sai rồi');
    expect((await citizen.says('địa điểm')).ask).toBe('location');
  });

  bothWays('a foreigner who reads Vietnamese and writes English', async (citizen) => {
    await citizen.tells('I want to report', 'there is smoke from a factory every night, very bad smell');
    expect((await citizen.says('Ba Dinh ward, Hanoi')).ask).toBe('time');
    await citizen.says('every night');
    const summary = await citizen.says('stay anonymous');
    expect([summary.ask, summary.text]).toEqual(['confirm', expect.stringContaining('very night')]);
    await citizen.says('yes');
    expect(citizen.tickets()[0]?.location.communeCode).toBe('00004');
  });

  for (const anger of ['mấy người ăn lương mà ngồi chơi à', 'hỏi hoài mệt quá', 'trời ơi khổ quá'])
    bothWays(`"${anger}" is no answer`, async (citizen) => {
      const calm = await citizen.tells(UNDATED, anger);
      expect([calm.ask, calm.text]).toEqual(['time', expect.stringContaining('vẫn còn đây')]);
      await citizen.tells('hôm qua', 'ẩn danh');
      expect((await filed(citizen))?.description).toBe(citizen.typed(UNDATED));
    });

  for (const [away, back] of [
    ['bác đang bận tay, tí bác nhắn', 'làm tiếp cái hồi nãy'],
    ['để bữa khác', 'rồi, tiếp nè'],
    ['giờ phải đi họp, chiều nhắn tiếp', 'bác quay lại đây, tiếp nào'],
  ] as const)
    bothWays(`"${away}", "${back}": where it was left`, async (citizen) => {
      expect((await citizen.tells(UNDATED, away)).ask).toBeUndefined();
      expect((await citizen.says(back)).ask).toBe('time');
    });

  bothWays('who worries does not tell when', async (citizen) => {
    const worry = 'tôi lo cho mấy đứa nhỏ lắm';
    expect((await citizen.tells(UNDATED, worry)).ask).toBe('time');
    await citizen.tells('hôm qua', 'ẩn danh');
    expect((await filed(citizen))?.time?.text).toBe(citizen.typed('hôm qua'));
  });

  bothWays('"kỳ báo cáo quý trước" asks for no procedure', async (citizen) => {
    expect((await citizen.tells(UNDATED, 'kỳ báo cáo quý trước')).ask).toBe('anonymity');
  });
});
