import { bothWays, filed, type Speaker } from './both-ways';

/** People who steer the conversation in whole, polite sentences: a remark before, a reason behind. */

const PLACE = 'phường Ba Đình, Hà Nội';
const STORY = 'xưởng gỗ gần nhà cưa rất ồn, cả xóm đau đầu';
/** Of which nothing tells the kind. */
const KINDLESS = `Cơ sở bên cạnh làm ăn gây ô nhiễm ở ${PLACE}`;

const ASKS: readonly (readonly [ask: string, ...told: string[]])[] = [
  ['category', 'tôi muốn phản ánh'],
  ['description', 'tôi muốn phản ánh', 'Ô nhiễm môi trường'],
  ['location', STORY],
  ['category', KINDLESS],
  ['time', STORY, PLACE],
  ['anonymity', STORY, PLACE, 'từ hôm qua'],
  ['contact', STORY, PLACE, 'từ hôm qua', 'để lại liên hệ'],
  ['confirm', STORY, PLACE, 'từ hôm qua', 'ẩn danh'],
];

/** At every question; what is said there, and what it must come to. */
function atEachAsk(
  words: string,
  comesTo: (citizen: Speaker, ask: string) => Promise<void>,
  asks: readonly string[] = ASKS.map(([ask]) => ask),
): void {
  bothWays(`“${words}”`, async (citizen) => {
    for (const [ask, ...told] of ASKS.filter(([each]) => asks.includes(each))) {
      expect((await citizen.tells(...told)).ask).toBe(ask);
      await comesTo(citizen, ask);
      await citizen.tells('hủy', 'bỏ đi', 'hủy');
    }
    expect(citizen.tickets()).toHaveLength(0);
  });
}

describe('the report is stopped, and nothing is filed', () => {
  for (const words of [
    'Dạ em suy nghĩ lại rồi, cho em hủy phản ánh này ạ.',
    'Dạ em xin phép dừng ở đây, không gửi phản ánh này nữa đâu ạ.',
    'tôi không muốn báo nữa, cảm ơn anh chị',
    'Hàng xóm họ xin lỗi rồi, nên tôi muốn hủy phản ánh.',
    'Em không muốn tiếp tục nữa, anh chị bỏ qua cho em ạ.',
    'Dạ thôi anh chị ơi, em xin rút lại phản ánh này ạ.',
    'Bác thấy phiền phức quá, cháu hủy cho bác đi.',
    'Cho tôi xin dừng việc báo này lại được không ạ?',
  ])
    atEachAsk(words, async (citizen) => {
      const answer = await citizen.says(words);
      expect(answer.text).toContain('Tôi đã dừng, chưa gửi gì');
      expect(answer.ask).toBeUndefined();
    });
});

describe('all is begun anew', () => {
  for (const words of [
    'Thôi cho tôi bắt đầu lại từ đầu, nãy tôi viết chưa rõ.',
    'Bạn xóa hết giúp mình, mình làm lại từ đầu nhé.',
    'Dạ em muốn nhập lại từ đầu ạ.',
    'Mình muốn làm lại phản ánh này từ đầu, bạn xóa phần trước giúp mình nhé.',
    'Dạ em viết lộn xộn quá, anh chị cho em kể lại từ đầu được không ạ?',
    'Em xin được nhập lại toàn bộ thông tin từ đầu ạ.',
  ])
    atEachAsk(words, async (citizen) => {
      expect((await citizen.says(words)).text).toContain('Ta bắt đầu lại nhé');
    });

  bothWays('a story in which somebody had to begin anew goes on', async (citizen) => {
    await citizen.tells(STORY, PLACE);
    const answer = await citizen.says('Cán bộ bảo hồ sơ thiếu, bắt em nộp lại từ đầu.');
    expect(answer.text).not.toContain('bắt đầu lại');
  });
});

describe('goes away, and comes back to what was left', () => {
  const ASKED = ['location', 'time', 'anonymity', 'contact', 'confirm'];
  for (const words of [
    'Mình có việc gấp rồi, để sau nhé bạn.',
    'Dạ sếp em gọi, lát nữa em quay lại khai tiếp ạ.',
    'Xin lỗi bạn, mình phải đi nấu cơm, tối mình khai tiếp nhé.',
    'Dạ em có cuộc họp, khi nào xong em nhắn tiếp ạ.',
    'Cho em tạm dừng ở đây, mai em bổ sung tiếp ạ.',
  ])
    atEachAsk(
      words,
      async (citizen) => {
        expect((await citizen.says(words)).text).toContain('trong 7 ngày');
      },
      ASKED,
    );

  for (const words of [
    'Dạ em quay lại rồi, mình làm tiếp phản ánh lúc nãy nhé.',
    'Em xong việc rồi, cho em tiếp tục phản ánh khi nãy ạ.',
    'Chào bạn, mình tiếp tục phần còn dở nhé.',
    'Tôi ăn cơm xong rồi, ta tiếp tục phản ánh hồi nãy được không?',
    'Dạ em quay lại để hoàn tất phản ánh ban nãy ạ.',
    'Con ngủ rồi, mình làm tiếp nhé bạn.',
  ])
    bothWays(`“${words}”`, async (citizen) => {
      const answer = await citizen.tells(STORY, PLACE, 'để sau', words);
      expect(answer).toMatchObject({ ask: 'time' });
      expect(answer.text).toContain('ta làm tiếp nhé');
    });

  for (const words of [
    'Họ hứa lát nữa quay lại dọn mà không thấy ai.',
    'Trưa họ nghỉ, chiều làm tiếp đến khuya.',
    'Họ không làm nữa nhưng rác vẫn còn đó.',
    'Bà con không dám báo nữa vì sợ bị trả thù.',
  ])
    bothWays(`what others do steers nothing: “${words}”`, async (citizen) => {
      await citizen.tells(STORY, PLACE);
      expect((await citizen.says(words)).ask).toBeDefined();
    });
});

describe('does not know, and goes on', () => {
  for (const words of [
    'Dạ em chịu, cái này em không biết ạ.',
    'Cái này bác không rõ, cháu bỏ qua nhé.',
    'Tôi cũng không rõ nữa, mình qua câu khác nhé.',
    'Bác già rồi không nhớ được đâu cháu.',
    'Em không biết chính xác nên xin bỏ qua câu này ạ.',
    'Xin lỗi, tôi không có thông tin về việc đó.',
    'Em đang vội, bỏ qua câu này giúp em nhé.',
    'Thôi em không nhớ đâu, mình đi tiếp ạ.',
  ])
    atEachAsk(
      words,
      async (citizen, ask) => {
        const answer = await citizen.says(words);
        expect(answer.ask).not.toBe(ask);
        expect(answer.text).not.toMatch(/chưa hiểu|ghi thêm/);
      },
      ['time', 'anonymity', 'contact'],
    );

  bothWays('what is told beside it is no skip', async (citizen) => {
    await citizen.tells(STORY, PLACE, 'từ hôm qua, còn trước đó thì em không rõ ạ', 'ẩn danh');
    expect((await filed(citizen))?.time?.text).toMatch(/^(?:từ hôm qua|tu hom qua)/u);
  });

  bothWays('where a code is asked for, the look-up ends', async (citizen) => {
    await citizen.says('phản ánh của tôi tới đâu rồi');
    for (const ask of ['ticket_code', 'ticket_code', undefined])
      expect((await citizen.says('Bác già rồi không nhớ được đâu cháu.')).ask).toBe(ask);
    await citizen.says('phản ánh của tôi tới đâu rồi');
    expect((await citizen.says('Cho em bỏ qua phần này nhé.')).ask).toBeUndefined();
  });

  bothWays('whoever has no code is told twice where it is, and asked no more', async (citizen) => {
    await citizen.says('phản ánh của tôi tới đâu rồi');
    for (const ask of ['ticket_code', 'ticket_code', undefined])
      expect((await citizen.says('mất mã rồi')).ask).toBe(ask);
    await citizen.says('hồ sơ của tôi tới đâu rồi');
    for (const ask of ['dossier_code', 'dossier_code', undefined])
      expect((await citizen.says('mất giấy hẹn rồi')).ask).toBe(ask);
  });

  bothWays('what was left is offered when a look-up ends', async (citizen) => {
    await citizen.tells(STORY, PLACE, 'để sau', 'XH-2026-000123 tới đâu rồi', 'quên mã bí mật rồi');
    const answer = await citizen.says('Cái này bác không rõ, cháu bỏ qua nhé.');
    expect(answer.text).toContain('Bạn đang dở phản ánh');
  });
});

describe('fed up with us', () => {
  for (const words of [
    'Sao cứ hỏi hoài vậy, tôi đang bực lắm rồi đây.',
    'Hỏi tới hỏi lui mệt quá!',
    'Nói thật là tôi hết kiên nhẫn với các anh chị rồi đấy nhé.',
    'Thú thật là tôi quá thất vọng với cách làm việc của các anh chị.',
    'Các bạn hỏi nhiều quá, tôi thấy rất phiền rồi đấy.',
    'Làm việc kiểu này thì dân nào mà chịu cho nổi.',
    'Tôi bực lắm rồi nhé, các anh đừng có hỏi nữa.',
  ])
    atEachAsk(words, async (citizen, ask) => {
      const answer = await citizen.says(words);
      expect(answer.ask).toBe(ask);
      expect(answer.text).toContain('Tôi hiểu bạn đang bực');
      if (ask === 'confirm') expect(answer.text).not.toContain(citizen.typed(words));
    });

  bothWays('how an official works is a story', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'Sai phạm của cán bộ');
    const answer = await citizen.says('Cán bộ địa chính xã làm việc tắc trách, ngâm hồ sơ của tôi ba tháng.');
    expect(answer.ask).toBe('location');
  });
});

describe('none of those kinds, or another lane', () => {
  for (const words of [
    'một loại khác',
    'loại khác',
    'cái khác',
    'không thuộc loại nào trong số đó',
    'Dạ em muốn báo về cái khác ạ.',
    'Phản ánh của tôi liên quan đến loại khác.',
    'Chuyện của em không nằm trong các mục này ạ, cho em chọn loại khác.',
  ])
    bothWays(`“${words}”`, async (citizen) => {
      await citizen.tells(KINDLESS, words, 'không rõ', 'ẩn danh');
      expect(await filed(citizen)).toMatchObject({
        lane: 'pollution',
        category: 'other',
        description: citizen.typed(KINDLESS),
      });
    });

  for (const [words, category] of [
    ['Phản ánh của tôi liên quan đến ô nhiễm không khí do khói bụi.', 'air'],
    ['Dạ em nghĩ chuyện này gần với mùi hôi nhất ạ.', 'odor'],
    ['Dạ em muốn báo về vấn đề khai thác khoáng sản ạ.', 'minerals'],
  ] as const)
    bothWays(`“${words}”`, async (citizen) => {
      await citizen.tells(KINDLESS, words, 'không rõ', 'ẩn danh');
      expect(await filed(citizen)).toMatchObject({ category, description: citizen.typed(KINDLESS) });
    });

  for (const [words, lane] of [
    ['Phản ánh của tôi liên quan đến sai phạm của cán bộ.', 'misconduct'],
    ['Dạ em muốn báo về hành vi sách nhiễu của cán bộ ạ.', 'misconduct'],
    ['Không phải ô nhiễm đâu bạn, đây là chuyện cán bộ hạch sách dân.', 'misconduct'],
    ['Dạ chuyện của em liên quan đến tranh chấp đất đai ạ.', 'land'],
  ] as const)
    bothWays(`“${words}”`, async (citizen) => {
      await citizen.tells(KINDLESS, words, 'không rõ', 'ẩn danh');
      expect((await filed(citizen))?.lane).toBe(lane);
    });

  for (const words of [
    'Tôi cần báo một trường hợp vi phạm gần nhà, mong được tiếp nhận.',
    'Em muốn phản ánh một việc ở khu em đang sống ạ.',
    'Bức xúc lắm rồi, cho tôi gửi phản ánh đi.',
    'Tôi là trưởng thôn, tôi thay mặt bà con phản ánh một việc.',
  ])
    bothWays(`“${words}” tells of no kind`, async (citizen) => {
      expect((await citizen.says(words)).ask).toBe('category');
    });

  for (const words of ['vấn đề khai thác khoáng sản', 'vấn đề đất đai gần nhà', 'vấn đề đốt rác'])
    bothWays(`“${words}” is to be reported`, async (citizen) => {
      expect((await citizen.says(words)).ask).toBe('description');
    });
});

describe('stopped, and not meant to be', () => {
  const atContact = (citizen: Speaker) => citizen.tells(STORY, PLACE, 'từ hôm qua', 'để lại liên hệ');

  bothWays('the number goes on with it', async (citizen) => {
    await atContact(citizen);
    await citizen.says('thôi về');
    const answer = await citizen.says('Số của tôi là 0982292453 nhé.');
    expect(answer.text).toContain('ta làm tiếp nhé');
    expect(answer.ask).toBe('confirm');
  });

  bothWays('more of the story is asked about', async (citizen) => {
    await citizen.tells(STORY, PLACE, 'thôi về');
    const answer = await citizen.says('Máy cưa của xưởng chạy từ sáng tới khuya làm cả xóm mất ngủ');
    expect(answer.text).toContain('Ta làm tiếp, hay bắt đầu lại?');
  });
});

describe('what only sounds like an end', () => {
  bothWays('“xuống xe rồi làm tiếp” says no goodbye', async (citizen) => {
    await citizen.tells('Xưởng gỗ đốt vải vụn khói đen mù mịt', 'bận quá, tối làm tiếp');
    expect((await citizen.says('mình xuống xe rồi làm tiếp nhé')).ask).toBe('location');
  });

  bothWays('“tôi đứng bán nên tôi biết” is busy with nothing', async (citizen) => {
    await citizen.says('Xưởng gỗ đốt vải vụn khói đen ở phường Ba Đình, Hà Nội');
    const answer = await citizen.says('Tôi đứng bán nên tôi biết, sáng nay.');
    expect(answer.ask).toBe('anonymity');
    await citizen.tells('ẩn danh', 'đúng rồi');
    expect(citizen.tickets()[0]?.time?.text).toBe(citizen.typed('sáng nay'));
  });

  bothWays('“chọn lại loại bụi với khói đi” is a kind, and waves nothing aside', async (citizen) => {
    await citizen.tells('Công trình đóng cọc ầm ầm ở phường Ba Đình, Hà Nội từ hôm qua', 'ẩn danh');
    expect((await citizen.says('chọn lại loại bụi với khói đi')).ask).toBe('confirm');
    await citizen.says('đúng rồi');
    expect(citizen.tickets()).toMatchObject([{ category: 'air' }]);
  });
});
