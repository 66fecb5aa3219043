import fc from 'fast-check';
import { join } from 'node:path';
import { heldOut } from '../../bench/nlp/messages';
import { INTENTS } from '../../hotline/labels';
import type { Intent } from '../../nlp/types';
import { inFull } from '../../nlp/understood';
import { understand } from '../town/content';
import { monday } from '../town/people';

const read = (text: string) => inFull(understand(text, monday));

/** Some of each, with accents and without, short and long. */
const SAID: Readonly<Record<Intent, readonly string[]>> = {
  'report.pollution': [
    'tôi muốn phản ánh ô nhiễm',
    'Nhà máy xả nước thải chưa xử lý ra kênh, nước đen ngòm',
    'nha may xa nuoc thai ra kenh nuoc den si boc mui',
    'karaoke ồn ào tới khuya hông ai ngủ được',
    'họ vứt rác rồi bỏ đi',
    'vut rac day duong, noi mai khong ai don, chan qua',
    'tối qua có người đổ trộm rác xuống kênh',
    'tôi mốn phản ảnh',
    'em muon bao kao o nhiem',
    'Since Monday the river behind my house has been purple and fish are floating',
    "My landlord's pigs stink so much that we can't sleep",
  ],
  'report.land': [
    'hàng xóm lấn chiếm đất công làm quán nhậu',
    'xây nhà trên đất nông nghiệp không phép',
    'xay nha tren dat nong nghiep',
    'họ phân lô bán nền trái phép',
  ],
  'report.misconduct': [
    'cán bộ địa chính đòi phong bì mới làm sổ',
    'toi muon to cao can bo nhan tien',
    'chủ tịch xã bao che cho xưởng xả thải',
    'cán bộ một cửa thái độ hách dịch, nhũng nhiễu',
  ],
  'report.emergency': [
    'rò rỉ hóa chất ở nhà máy, nhiều người ngất xỉu',
    'cháy kho hóa chất, khói độc bay vào nhà dân',
    'chay kho hoa chat nhieu nguoi ngat xiu',
    'vỡ đê rồi, nước tràn vào nhà',
  ],
  'procedure.ask': [
    'làm sổ đỏ cần giấy tờ gì',
    'lam so do can giay to gi',
    'thủ tục cấp giấy phép môi trường gồm những bước nào',
    'sang tên sổ đỏ mất bao lâu',
  ],
  'regulation.ask': [
    'quy chuẩn nước thải sinh hoạt là bao nhiêu',
    'đốt rác bị phạt bao nhiêu tiền',
    'mức phạt xả thải ra sông theo nghị định nào',
  ],
  'dossier.status': ['hồ sơ của tôi làm đến đâu rồi', 'ho so H29.10-251103-0012 xong chua'],
  'ticket.status': [
    'tra cứu phản ánh',
    'phan anh cua toi toi dau roi',
    'phản ánh XH-2026-000123 xử lý tới đâu rồi',
    'bao lâu thì phản ánh của tôi có kết quả',
  ],
  'ticket.update': [
    'rút phản ánh',
    'tôi muốn bổ sung ảnh cho phản ánh hôm qua',
    'sửa lại địa chỉ trong phản ánh của tôi',
  ],
  'air.quality': ['chất lượng không khí hôm nay', 'chi so bui min hom nay the nao', 'aqi Hà Nội bao nhiêu'],
  'hotline.info': [
    'số điện thoại đường dây nóng là bao nhiêu',
    'đường dây nóng làm việc mấy giờ',
    'phong mot cua o cho nao',
  ],
  'staff.request': ['gặp cán bộ', 'cho toi gap nhan vien', 'tôi muốn nói chuyện với người thật'],
  feedback: ['bot trả lời không đúng câu hỏi', 'xử lý nhanh quá, tôi rất hài lòng'],
  help: ['bạn làm được gì', 'hướng dẫn sử dụng', 'giup toi voi'],
  'language.change': ['nói tiếng Anh được không', 'English please'],
  greet: ['xin chào', 'alo', 'Chào em ạ'],
  thanks: ['cảm ơn nhiều', 'cam on ban', 'tks nha'],
  goodbye: ['tạm biệt', 'bye nha'],
  affirm: ['đúng rồi', 'dung roi', 'Dạ đúng ạ.', 'ừ', 'ok'],
  deny: ['không phải', 'ko', 'sai rồi', 'khong dung'],
  cancel: ['huỷ', 'hủy', 'thôi không làm nữa', 'bắt đầu lại'],
  out_of_scope: ['hôm nay ăn gì', 'giá vàng hôm nay', '', '🤢🤢🤢', '...', '123'],
};

describe.each(INTENTS)('%s', (intent) => {
  it.each(SAID[intent])('%s', (text) => {
    expect(read(text).intent).toBe(intent);
  });
});

describe('what a report is about', () => {
  it.each([
    ['water', 'xả nước thải chưa xử lý ra sông'],
    ['water', 'nuoc song den si boc mui'],
    ['odor', 'mùi hôi thối bốc lên cả ngày từ trại heo'],
    ['noise', 'hát karaoke kẹo kéo ầm ĩ'],
    ['open_burning', 'đốt rác um trời'],
    ['open_burning', 'dot rom ra khoi mu mit'],
    ['solid_waste', 'rác thải vứt bừa bãi ngoài đường'],
    ['minerals', 'khai thác cát trái phép dưới sông'],
    ['wildlife_forest', 'phá rừng phòng hộ'],
    ['hazardous_waste', 'đổ trộm chất thải nguy hại'],
    ['air', 'ống khói nhà máy nhả khói đen kịt'],
    ['other', 'tôi muốn phản ánh'],
    ['other', 'phan anh moi truong'],
    ['open_burning', 'There is a guy on our street who burns old tires every night'],
    ['wildlife_forest', 'They have been cutting down old trees in the national park'],
    ['noise', 'chó sủa suốt đêm'],
  ])('%s: %s', (category, text) => {
    expect(read(text)).toMatchObject({ intent: 'report.pollution', category });
  });

  it.each([
    ['air', 'kho pin ở xưởng đang bốc cháy, khói đen tràn vào nhà dân'],
    ['open_burning', 'họ đốt rơm cháy lan sang nhà tôi rồi, cứu với'],
    ['hazardous_waste', 'rò amoniac ở kho đông lạnh, công nhân ngất xỉu'],
    ['water', 'vỡ hồ chứa bùn thải, bùn tràn xuống thôn'],
    ['wildlife_forest', 'cháy rừng rồi, lửa sắp xuống tới bản'],
    ['minerals', 'sập hầm vàng, còn người mắc kẹt'],
    ['solid_waste', 'núi rác sạt xuống vùi người nhặt ve chai'],
  ])('an emergency, %s: %s', (category, text) => {
    expect(read(text)).toMatchObject({ intent: 'report.emergency', category });
  });

  it.each(['lấn chiếm đất công làm quán nhậu', 'gặp cán bộ', 'làm sổ đỏ cần giấy tờ gì', 'xin chào', ''])(
    'no pollution, no category: %s',
    (text) => {
      expect(read(text)).toMatchObject({ category: null, categoryChance: 0 });
    },
  );
});

describe('what a question asks for', () => {
  it.each([
    ['documents', 'làm sổ đỏ lần đầu cần giấy tờ gì'],
    ['duration', 'sang tên sổ đỏ mất bao lâu'],
    ['duration', 'phản ánh xong thì mấy ngày có kết quả'],
    ['fee', 'phí cấp giấy phép môi trường bao nhiêu'],
    ['place', 'nộp hồ sơ đăng ký đất đai ở đâu'],
    ['steps', 'các bước chuyển mục đích sử dụng đất'],
    ['form', 'xin mẫu đơn đăng ký biến động đất đai'],
  ])('%s: %s', (aspect, text) => {
    expect(read(text)).toMatchObject({ intent: 'procedure.ask', aspect });
  });

  it.each(['phí ở đây đắt quá, cán bộ đòi phong bì', 'xả nước thải ra sông', 'xin chào', ''])(
    'no question, no aspect: %s',
    (text) => {
      expect(read(text).aspect).toBeNull();
    },
  );

  it('names the procedures that may answer, best first, ten at most', () => {
    const { procedures } = read('thủ tục cấp giấy phép môi trường');
    expect(procedures[0]?.id).toMatch(/^gpmt/);
    expect(procedures.length).toBeLessThanOrEqual(10);
    const scores = procedures.map(({ score }) => score);
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
  });

  it.each(['xin chào', 'làm hộ chiếu ở đâu', '', 'đăng ký kết hôn cần giấy tờ gì'])(
    'nothing of the catalogue answers: %j',
    (text) => {
      expect(read(text).procedures).toEqual([]);
    },
  );
});

describe('danger', () => {
  it.each([
    'nhiều người bị ngất, khó thở',
    'nhieu nguoi bi ngat, kho tho',
    'đang cháy kho hóa chất',
    'vỡ đập rồi',
    'có khí độc bay ra, bà con khó thở lắm',
  ])('is urgent: %s', (text) => {
    expect(read(text).urgent).toBe(true);
  });

  it.each(['rác vứt bừa bãi', 'tôi muốn phản ánh', 'khói đốt rơm', 'làm sổ đỏ cần gì', 'xin chào', ''])(
    'is not: %s',
    (text) => {
      expect(read(text).urgent).toBe(false);
    },
  );

  it('an emergency always is', () => {
    for (const text of SAID['report.emergency']) expect(read(text)).toMatchObject({ urgent: true });
  });
});

it('all that else stands in a message is read beside it', () => {
  const text =
    'Xe 51F-123.45 đổ rác ở phường Ba Đình, Hà Nội tối qua, gọi tôi 0912 345 678 hoặc hoa@gmail.com, đơn XH-2026-000123';
  expect(read(text)).toMatchObject({
    text,
    places: [{ provinceCode: '01', communeCode: '00004' }],
    time: { text: 'tối qua', from: expect.stringMatching(/^2026-11-22T.*\+07:00$/), recurring: false },
    phone: '+84912345678',
    email: 'hoa@gmail.com',
    ticketCodes: ['XH-2026-000123'],
    plates: [expect.stringContaining('51F')],
  });
});

it('says why in the words of the message', () => {
  const { why } = read('nước đen ngòm, cá chết trắng kênh');
  expect(why.length).toBeGreaterThan(0);
  for (const words of why) expect('nước đen ngòm cá chết trắng kênh').toContain(words);
});

describe('a hundred messages that nothing was learnt from', () => {
  const messages = heldOut(join(__dirname, '..', '..', 'content'), 'development').filter(
    (_, at) => at % 9 === 0,
  );
  /** Capitals tell names from other words: places, times and businesses may differ by them. */
  const labels = (text: string) => {
    const { intent, confidence, category, aspect, phone, urgent, over } = read(text);
    return { intent, confidence, category, aspect, phone, urgent, over };
  };

  it('mean the same however their letters are put together', () => {
    expect(messages.length).toBeGreaterThan(100);
    for (const { text } of messages) {
      const apart = text.normalize('NFD');
      expect(read(apart)).toEqual({ ...read(text), text: apart });
    }
  });

  it('mean the same in capitals', () => {
    for (const { text } of messages) expect(labels(text.toUpperCase())).toEqual(labels(text));
  });

  it('mean the same with spaces around them', () => {
    for (const { text } of messages)
      expect(read(`  ${text}\n`)).toEqual({ ...read(text), text: `  ${text}\n` });
  });
});

it('whatever is typed has an answer', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...Object.values(SAID).flat()), { maxLength: 4 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const { intent, confidence, category, categoryChance, aspect, text: kept } = read(typed);
      expect(kept).toBe(typed);
      expect(INTENTS).toContain(intent);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(category !== null).toBe(intent === 'report.pollution' || intent === 'report.emergency');
      expect(categoryChance > 0).toBe(category !== null);
      expect(aspect !== null).toBe(intent === 'procedure.ask');
    }),
    { numRuns: 300 },
  );
});

it('tells what is denied, what is over, and which business is named', () => {
  const told = understand('Công ty TNHH Phú Lâm đổ trộm, không phải rác mà là xà bần', monday);
  expect(told.company).toContain('Phú Lâm');
  expect(told.denied.join(' ')).toContain('rác');
  expect(told.over).toBe(false);
  expect(understand('hết mùi rồi, cảm ơn các anh', monday).over).toBe(true);
});

describe('a complaint about those who have a dossier', () => {
  it.each([
    'Hồ sơ sang tên nằm ở xã năm tháng, hỏi thì bị nạt',
    'ho so tach thua nop ba thang, len hoi thi bi duoi ve',
    'hồ sơ làm sổ nộp lâu rồi, cán bộ đòi phong bì mới giải quyết',
  ])('is one of misconduct, told first as well as amid a report: %s', (text) => {
    expect(read(text).intent).toBe('report.misconduct');
  });

  it.each([
    'hồ sơ của tôi bị trả về mà không rõ lý do',
    'chứng chỉ định giá đất nộp rồi mà chưa thấy cấp',
    'hồ sơ H29.10-251103-0012 bị hành tới đâu rồi',
  ])('who only asks where it stands accuses nobody: %s', (text) => {
    expect(read(text).intent).toBe('dossier.status');
  });
});

describe('words of permits', () => {
  it.each([
    ['mỏ đá hết hạn giấy phép vẫn khai thác rầm rầm', 'report.pollution'],
    ['họ xây kho trên đất lúa không có giấy phép', 'report.land'],
  ] as const)('tell of somebody who does without: %s', (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });

  it.each(['xây kho trên đất lúa có cần giấy phép không', 'khai thác không phép bị phạt bao nhiêu'])(
    'or ask about it: %s',
    (text) => {
      expect(read(text).intent).toMatch(/\.ask$/);
    },
  );
});

describe('what is told beside a place', () => {
  it.each([
    ['phường Bàn Cờ quận 3, karaoke ồn ào', 'noise'],
    ['phuong Hong Ha Ha Noi, cong nghet', 'water'],
    ['xã Yên Phong, lò gạch', 'air'],
  ])('“%s” is a report', (text, category) => {
    expect(read(text)).toMatchObject({ intent: 'report.pollution', category });
  });

  it.each(['quán phở ngon ở phường Bàn Cờ quận 3', 'khách sạn nào rẻ ở Đà Lạt', 'phường Láng tuyển bảo vệ'])(
    '“%s” is none',
    (text) => {
      expect(read(text).intent).toBe('out_of_scope');
    },
  );
});
