import { bothWays, filed, type Speaker } from './both-ways';
import { talk } from './talk';

/** A story is told in pieces, one by one, while the next question was asked already. */

const PLACE = 'xã Lâm Thao, Phú Thọ';
const UNPLACED = 'Xưởng tái chế nhựa xả khói đen kịt cả xóm';
const UNDATED = `${UNPLACED}, ${PLACE}`;
const ALL = `${UNDATED} từ tuần trước`;
const UNKIND = `Xưởng bên cạnh làm ô nhiễm cả xóm, ${PLACE}`;
const SMELL = `Mùi hôi thối nồng nặc không chịu nổi, ${PLACE} từ tuần trước`;

const PIECES = [
  'Xuống coi giùm cái.',
  'trẻ con ho sù sụ',
  'cơm nuốt không trôi luôn',
  'Ruộng rau muống của tôi bỏ không dám hái.',
  'mẹ tôi yếu tim',
  'không ai dám nói',
  'kêu xã mấy lần rồi',
  'lúa không trổ được',
  'quần áo phơi đen thui',
  'bắt tụi nó ngưng giùm',
];

/** What was told before, and the question that is open then. */
const OPEN = {
  location: [UNPLACED],
  time: [UNDATED],
  source: [SMELL],
  anonymity: [ALL],
  contact: [ALL, 'để lại liên hệ'],
  confirm: [ALL, 'ẩn danh'],
} as const;

/** What of it is known now but for the words, as it lies in the conversation. */
function factsOf(citizen: Speaker): unknown {
  const { words, misses, pressed, ...facts } = draftIn(citizen.state()) ?? {};
  expect(Array.isArray(words)).toBe(true);
  expect(misses).toBe(0);
  expect(pressed).toBeUndefined();
  return facts;
}

function draftIn(state: unknown): Record<string, unknown> | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  if ('waitingFor' in state && 'words' in state) return state;
  return Object.values(state).reduce<Record<string, unknown> | undefined>(
    (found, each) => found ?? draftIn(each),
    undefined,
  );
}

describe('a later piece of the story is added, and the question asked again calmly', () => {
  for (const [ask, before] of Object.entries(OPEN))
    bothWays(`at ${ask}`, async (citizen) => {
      expect((await citizen.tells(...before)).ask).toBe(ask);
      const facts = factsOf(citizen);
      for (const piece of PIECES) {
        const answer = await citizen.says(piece);
        expect([piece, answer.ask]).toEqual([piece, ask]);
        expect(answer.text).not.toContain('chưa hiểu');
        expect([piece, factsOf(citizen)]).toEqual([piece, facts]);
        expect(draftIn(citizen.state())?.['words']).toContain(citizen.typed(piece));
      }
    });

  bothWays('at the kind: what tells of none leaves it open', async (citizen) => {
    expect((await citizen.says(UNKIND)).ask).toBe('category');
    const piece = 'Họ bảo sân của họ, họ muốn bật tới mấy giờ thì bật.';
    expect((await citizen.says(piece)).ask).toBe('category');
    expect((await citizen.says('Loại khác')).ask).toBe('time');
    await citizen.tells('tới 11 giờ khuya', 'ẩn danh');
    const ticket = await filed(citizen);
    expect(ticket).toMatchObject({ category: 'other', description: citizen.typed(`${UNKIND}\n${piece}`) });
  });

  bothWays('at the kind: what tells of one for certain is kept as well', async (citizen) => {
    await citizen.says(UNKIND);
    const piece = 'nước giếng giờ vàng khè';
    expect((await citizen.says(piece)).ask).toBe('time');
    await citizen.tells('tới 11 giờ khuya', 'ẩn danh');
    expect(await filed(citizen)).toMatchObject({
      category: 'water',
      description: citizen.typed(`${UNKIND}\n${piece}`),
    });
  });

  bothWays('a time in it is taken', async (citizen) => {
    await citizen.says(UNDATED);
    const piece = 'con tôi nhập viện tuần trước';
    expect((await citizen.says(piece)).ask).toBe('anonymity');
    await citizen.says('ẩn danh');
    expect(await filed(citizen)).toMatchObject({
      time: { text: citizen.typed('tuần trước') },
      description: citizen.typed(`${UNDATED}\n${piece}`),
    });
  });
});

describe('to stop', () => {
  bothWays(
    'who wants nothing settled any more stops the report; who wants others to stop does not',
    async (citizen) => {
      await citizen.says(UNDATED);
      expect((await citizen.says('buộc nhà máy đó ngưng lại')).ask).toBe('time');
      expect((await citizen.says('thôi xin rút đơn không cần giải quyết nữa')).ask).toBeUndefined();
    },
  );
});

describe('in danger', () => {
  bothWays('who runs out is no place', async (citizen) => {
    const [story, piece] = ['rò khí amoniac ở xưởng nước đá', 'công nhân chạy hết ra ngoài'];
    expect((await citizen.says(story)).ask).toBe('location');
    expect((await citizen.says(piece)).ask).toBe('location');
    expect((await citizen.says(PLACE)).ask).toBe('confirm');
    expect(await filed(citizen)).toMatchObject({
      description: citizen.typed(`${story}\n${piece}`),
      location: { communeCode: '08494' },
    });
  });

  bothWays('a cry for help stands in the report', async (citizen) => {
    const [story, cry] = [`Cháy kho mút xốp ${PLACE}! lửa cao lắm`, 'gọi ai bây giờ'];
    expect((await citizen.says(story)).ask).toBe('confirm');
    const answer = await citizen.says(cry);
    expect(answer.text).toContain('114');
    expect((await filed(citizen))?.description).toBe(citizen.typed(`${story}\n${cry}`));
  });
});

describe('what only resembles a piece is an answer', () => {
  for (const [before, said, ask] of [
    [UNPLACED, 'gần nhà bà con tôi, xã Lâm Thao, Phú Thọ', 'time'],
    [UNDATED, 'từ lúc trẻ con nghỉ hè', 'anonymity'],
    [UNDATED, 'mỗi lần gà vịt kêu', 'anonymity'],
    [SMELL, 'hàng xóm nhà tôi', 'anonymity'],
    [SMELL, 'người ta đổ rác ở chợ', 'anonymity'],
    [ALL, 'không ai được biết tên tôi', 'confirm'],
    [ALL, 'tôi không nói tên được', 'confirm'],
  ] as const)
    bothWays(`“${said}”`, async (citizen) => {
      await citizen.says(before);
      expect((await citizen.says(said)).ask).toBe(ask);
    });

  bothWays('“Nguyễn Thị Như Hoài” is somebody', async (citizen) => {
    await citizen.tells(ALL, 'để lại liên hệ', 'Nguyễn Thị Như Hoài 0912 345 678');
    expect(await filed(citizen)).toMatchObject({ anonymous: false, description: citizen.typed(ALL) });
  });
});

describe('who went to ask about a procedure and was treated badly', () => {
  for (const told of [
    `Vào hỏi thủ tục đất đai bị cô ở bộ phận một cửa quát như quát con chiều qua. Tại ${PLACE}.`,
    `Đi làm thủ tục sang tên mà cán bộ địa chính đòi 2 triệu mới làm, ${PLACE}.`,
    `Xin giấy phép xây dựng bị nhân viên một cửa mắng chửi, ${PLACE}.`,
  ])
    bothWays(`“${told}” complains`, async (citizen) => {
      expect((await citizen.says(told)).text).toContain('giữ kín');
    });

  bothWays('“bộ phận một cửa cần giấy tờ gì” asks', async (citizen) => {
    const { text, ask } = await citizen.says('làm thủ tục tách thửa ở bộ phận một cửa cần giấy tờ gì');
    expect(text).not.toContain('giữ kín');
    expect(ask).not.toBe('anonymity');
  });
});

describe('who accuses beside an answer', () => {
  bothWays('beside the place', async (citizen) => {
    const story = 'Trưởng thôn thu mỗi nhà 300 nghìn tiền đo đất mà không đưa biên lai đầu tháng 11.';
    const more = `Thôn tôi thuộc ${PLACE}. Thủ phạm là trưởng thôn Đặng Văn Quý. Ẩn danh giúp em.`;
    expect((await citizen.says(story)).ask).toBe('location');
    await citizen.tells(more, 'bỏ qua');
    expect((await filed(citizen))?.description).toBe(citizen.typed(`${story}\n${more}`));
  });
});

describe('who signs', () => {
  for (const [signed, initials] of [
    ['. cần gì gọi tôi, phan thị mỹ dung 098-407-4377.', 'P•• T•• M•• D••'],
    ['. gọi tôi lê thị liên 0984074377', 'L•• T•• L••'],
    ['. Tôi phan thị liên, 0984074377', 'P•• T•• L••'],
  ] as const)
    bothWays(`“${signed}”`, async (citizen) => {
      await citizen.says(`${UNDATED}${signed}`);
      expect((await citizen.says('chiều qua')).text).toContain(`${initials} · ••• ••• 377`);
    });

  for (const [signed, initials] of [
    [' Tôi Thạch Sa Rươl, +84984074377.', 'T•• S•• R••'],
    [' Toi Thach Sa Ruol, +84984074377.', 'T•• S•• R••'],
    [' Tôi là Nguyễn Văn Hải, 0984074377', 'N•• V•• H••'],
  ] as const)
    it(`with a capital, where no stop was typed: “${signed}”`, async () => {
      const citizen = talk();
      await citizen.says(`${UNDATED}${signed}`);
      expect((await citizen.says('chiều qua')).text).toContain(`${initials} · ••• ••• 377`);
    });

  bothWays('a number put alone keeps the name that was told before', async (citizen) => {
    await citizen.says(`Tôi là Nguyễn Văn Hải, trú tại ${PLACE}. ${UNPLACED} từ tuần trước`);
    expect((await citizen.says('0984074377')).text).toContain('N•• V•• H•• · ••• ••• 377');
  });
});
