import { verify, resolve } from '../../hotline/ticket/moves';
import type { Draft } from '../../bot/dialogs/report/draft';
import { draftUnderWay } from '../../bot/topics/told-report';
import { MANNERS } from './without-accents';
import { STORY, UNDATED } from './dye-works';
import { hoa } from '../town/people';
import { Drawer, talk, type Talk } from './talk';

/** How a conversation is brought to each question. */
const ODOR = 'mùi hôi thối nồng nặc không chịu được suốt đêm qua';
const BRIBE = 'cán bộ đòi tiền phong bì mới chịu nhận hồ sơ, hôm qua tôi bị vậy';
const HERE = 'phường Ba Đình, Hà Nội';
const UNCLEAR = [
  'tôi muốn phản ánh ô nhiễm',
  'cả xóm tôi khổ sở quá rồi, nhờ các anh chị xuống xem giúp cho',
  HERE,
];
const SUMMARY = [STORY, 'Ẩn danh'];
const CHANGE = [...SUMMARY, 'Sửa lại'];
const LEFT = ['xưởng nhuộm xả nước thải đỏ ngầu ra hồ, nổi bọt trắng xóa', 'để sau', 'tôi muốn phản ánh'];

const draftOf = (citizen: Talk): Partial<Draft> =>
  draftUnderWay({ memory: citizen.state()?.bot ?? {} }) ?? {};

/** One answer, from a conversation of its own that is brought to the question. */
async function answered(way: readonly string[], said: string) {
  const citizen = talk();
  for (const each of way) await citizen.says(each);
  const answer = await citizen.says(said);
  return { answer, citizen, draft: draftOf(citizen) };
}

/** With accents and without any. */
function each(
  title: string,
  way: readonly string[],
  said: string,
  check: (after: Awaited<ReturnType<typeof answered>>) => void,
): void {
  it.each(MANNERS)(`${title}: “${said}” %s`, async (_, typed) => check(await answered(way, typed(said))));
}

const table = (list: string): string[] => list.split(', ');

describe('which kind', () => {
  const KINDS = {
    air: 'khói bụi, bụi mịn, ô nhiễm không khí, tôi nghĩ là ô nhiễm không khí, thuộc loại bụi mịn ạ, khí độc, hơi độc',
    odor: 'mùi, hôi thối, mùi hóa chất, chủ yếu là hôi thối, dạ em chọn mùi hôi nhé, loại 2, mùi khét',
    noise: 'ồn ào, tiếng khoan, máy khoan ồn, độ rung, rung lắc, nhạc ầm ĩ, âm thanh, loại số 3',
    water: 'nước thải, chủ yếu là xả thải, cá chết, ao hồ, nước cống, em chọn số 4 ạ',
    solid_waste: 'rác, chất thải rắn, xác động vật, phế thải xây dựng, solid waste, (5)',
    hazardous_waste:
      'hóa chất độc hại, axit, thuốc trừ sâu, dầu thải, phóng xạ, sơn thải, thuộc loại chất thải nguy hại ạ',
    open_burning: 'đốt rác, đốt rơm, đốt dây điện, đốt lung tung',
    minerals:
      'khai thác cát, cát sỏi, mỏ đất, khai thác mỏ, khai khoáng, tôi nghĩ là khai thác khoáng sản, san đồi lấy đất',
    wildlife_forest: 'phá rừng, săn bắn, khai thác gỗ, chặt cây, xung điện, săn bắt thú, deforestation',
    other: 'loại khác, vấn đề khác, ánh sáng, trạm phát sóng, ruồi, chuột, linh tinh, mấy loại đó không phải',
  };
  for (const [kind, names] of Object.entries(KINDS))
    for (const name of table(names))
      each(kind, UNCLEAR, name, ({ answer, draft }) => {
        expect(draft.category).toBe(kind);
        expect(answer.ask).not.toBe('category');
        expect(draft.urgent).toBe(false);
      });

  for (const unsure of table(
    'không biết phân loại, cái nào cũng được, bạn chọn giúp tôi, tùy bạn, khó nói quá, anh chị tự phân loại giúp',
  ))
    each('left to us', UNCLEAR, unsure, ({ draft }) => expect(draft.category).toBe('other'));

  each('the lane', ['tôi muốn phản ánh'], 'tôi chọn vi phạm đất đai nhé', ({ answer, draft }) => {
    expect([draft.lane, draft.words, answer.ask]).toEqual(['land', [], 'description']);
  });
});

describe('what happens', () => {
  const ASKED = ['tôi muốn phản ánh ô nhiễm'];
  for (const mine of table('số của tôi là 0912345678, 0912345678, tôi tên Hoa 0912345678'))
    each('a number alone is no story', ASKED, mine, ({ answer, draft, citizen }) => {
      expect([draft.words, answer.ask, draft.anonymous]).toEqual([[], 'description', false]);
      expect(draft.contact).toContain('678');
      expect(citizen.stored()).not.toContain('0912345678');
    });
  each('nor is the wish to stay unnamed', ASKED, 'cho tôi ẩn danh nhé', ({ answer, draft }) =>
    expect([draft.words, answer.ask, draft.anonymous]).toEqual([[], 'description', true]),
  );
  each('nor a time', ASKED, 'từ tuần trước', ({ answer, draft }) => {
    expect([draft.words, answer.ask]).toEqual([[], 'description']);
    expect(draft.time).toBeTruthy();
  });
});

describe('where', () => {
  each('one of two by its number', [LEFT[0] ?? '', 'xã Tân Hiệp'], 'số 2 ạ', ({ draft }) =>
    expect(draft.location?.communeCode).toBe('30850'),
  );
  each('the later of two', [LEFT[0] ?? '', 'xã Tân Hiệp'], 'cái sau', ({ draft }) =>
    expect(draft.location?.communeCode).toBe('30850'),
  );
  each('an office', [BRIBE], 'UBND xã', ({ answer }) => {
    expect(answer.ask).toBe('location');
    expect(answer.text).toMatch(/UBND xã|ubnd xa/);
  });
});

describe('when', () => {
  for (const unknown of table(
    'không nhớ lúc nào, không rõ thời gian, không biết từ bao giờ, không nhớ chính xác, không có hình',
  ))
    each('nobody knows', [UNDATED], unknown, ({ answer, draft }) =>
      expect([draft.time, answer.ask]).toEqual([null, 'anonymity']),
    );
  each('the story goes on', [UNDATED], 'cả xóm bị ngứa da', ({ answer }) => expect(answer.ask).toBe('time'));
  each('a bare number is no time', [UNDATED], '1', ({ draft }) => expect(draft.time).toBeNull());
});

describe('who causes it', () => {
  for (const unknown of table(
    'không, không biết ai gây ra, không biết từ đâu, không thấy ai, chưa xác định, ngại nói, không biết cơ sở nào',
  ))
    each('nobody knows', [ODOR, HERE], unknown, ({ answer, draft }) =>
      expect([draft.source, answer.ask]).toEqual([null, 'anonymity']),
    );
  for (const known of table('bãi rác, cống thoát nước, mấy hộ nuôi heo, nhà bên cạnh'))
    each('what it comes from', [ODOR, HERE], known, ({ answer, draft }) => {
      expect(draft.source).toBeTruthy();
      expect(answer.ask).toBe('anonymity');
    });
  each('and who is it?', [ODOR, HERE], 'có biết', ({ answer }) => expect(answer.ask).toBe('source'));
  for (const office of table('bộ phận tiếp nhận hồ sơ, cán bộ môi trường'))
    each('whose office', [BRIBE, HERE], office, ({ draft }) => expect(draft.source).toBeTruthy());
});

describe('who reports', () => {
  for (const unnamed of table(
    'giấu giùm, thôi ẩn đi, ẩn thông tin, không muốn ai biết, đừng cho ai biết tôi, thôi khỏi nha em',
  ))
    each('unnamed', [STORY], unnamed, ({ answer, draft }) =>
      expect([draft.anonymous, answer.ask]).toEqual([true, 'confirm']),
    );
  for (const named of table('cho số, cho liên hệ, có thể liên hệ, tên và số, cung cấp thông tin, không giấu'))
    each('named', [STORY], named, ({ answer, draft }) =>
      expect([draft.anonymous, answer.ask]).toEqual([false, 'contact']),
    );
  for (const refused of table(
    'không, không có số, không có điện thoại, tôi không xài điện thoại, ngại cho số, không cho đâu',
  ))
    each('no number after all', [STORY, 'Để lại liên hệ'], refused, ({ answer, draft }) =>
      expect([draft.anonymous, answer.ask]).toEqual([true, 'confirm']),
    );
});

describe('the summary', () => {
  for (const yes of table(
    'tất cả đều đúng, đúng thông tin rồi, xong rồi, đúng mà, ukm, đugns rồi, dạ nộp đi ạ',
  ))
    each('is right', SUMMARY, yes, ({ citizen }) => expect(citizen.tickets()).toHaveLength(1));
  for (const wrong of table(
    'sửa, cần sửa, sửa thông tin, chỉnh sửa, thay đổi, hình như sai, dạ tôi muốn sửa, có sai sót',
  ))
    each('is not', SUMMARY, wrong, ({ answer, draft }) => {
      expect([answer.ask, draft.waitingFor]).toEqual(['choice', 'change']);
    });
  for (const unclear of table('dạ gì, vậy thôi'))
    each('files nothing', SUMMARY, unclear, ({ answer, citizen }) => {
      expect(citizen.tickets()).toHaveLength(0);
      expect(answer.ask).toBe('confirm');
    });
  each('a part that is wrong', SUMMARY, 'nơi xảy ra sai rồi', ({ answer }) =>
    expect(answer.ask).toBe('location'),
  );
  each('a part that is wrong', SUMMARY, 'sai giờ', ({ answer }) => expect(answer.ask).toBe('time'));
});

describe('which part is to be changed', () => {
  const PARTS = {
    lane: 'loại sai rồi, dạ loại phản ánh, phần loại, thể loại',
    description: 'dạ nội dung ạ, nội dung phản ánh, chi tiết',
    location: 'địa chỉ, phần địa chỉ, chỗ xảy ra, sai địa chỉ',
    time: 'dạ thời gian, phần thời gian, sai ngày, lúc xảy ra',
    source: 'ai gây ra, thủ phạm, nguồn gây ô nhiễm, người gây ra',
    photos: 'video, bổ sung ảnh, dạ ảnh ạ, đính kèm ảnh',
    anonymity: 'số điện thoại, thông tin liên hệ, họ tên, phần liên hệ',
  };
  for (const [part, names] of Object.entries(PARTS))
    for (const name of table(names))
      each(part, CHANGE, name, ({ draft }) => expect(draft.waitingFor).toBe(part));

  const STAYS = table('giữ nguyên, thôi để vậy, không sửa nữa, thôi khỏi');
  for (const part of ['Loại', 'Nội dung', 'Nơi xảy ra', 'Thời gian', 'Nguồn gây ra', 'Liên hệ'])
    for (const stays of STAYS)
      each(`${part} stays`, [...CHANGE, part], stays, ({ answer, draft }) => {
        expect(answer.ask).toBe('confirm');
        expect(draft).toMatchObject({
          category: 'water',
          words: [STORY],
          location: { communeCode: '00004' },
          time: { text: 'Tối qua' },
          source: 'xưởng nhuộm',
          anonymous: true,
        });
      });

  for (const none of table('không có hình, chưa chụp được, không, gửi sau'))
    each('no photos', [...CHANGE, 'Thêm ảnh'], none, ({ answer }) => expect(answer.ask).toBe('confirm'));
});

describe('what was left', () => {
  for (const old of table('làm tiếp cái cũ, cái cũ, phản ánh cũ, cái đầu'))
    each('goes on', LEFT, old, ({ answer, draft }) =>
      expect([answer.ask, draft.words]).toEqual(['location', [LEFT[0]]]),
    );
  for (const fresh of table('làm mới, cái mới, báo vụ khác, bỏ cái cũ đi, phản ánh mới'))
    each('gives way', LEFT, fresh, ({ answer, draft }) =>
      expect([answer.ask, draft.words]).toEqual(['category', []]),
    );
});

describe('the same matter', () => {
  async function asked(said: string) {
    const drawer = new Drawer();
    const lan = talk({ ...hoa, conversation: 'lan' as typeof hoa.conversation }, drawer);
    for (const words of [...SUMMARY, 'đúng rồi']) await lan.says(words);
    const citizen = talk(hoa, drawer);
    for (const words of SUMMARY) await citizen.says(words);
    return { answer: await citizen.says(said), draft: draftOf(citizen) };
  }

  for (const [name, typed] of MANNERS) {
    it.each(table('đúng vụ đó, trùng rồi, chính là vụ này, giống vậy'))(`is: “%s” ${name}`, async (said) =>
      expect((await asked(typed(said))).draft.incident?.same).toBe(true),
    );
    it.each(table('không giống, chuyện khác, vụ mới, không liên quan, vụ riêng, không trùng'))(
      `is not: “%s” ${name}`,
      async (said) => {
        const { answer, draft } = await asked(typed(said));
        expect([answer.ask, draft.incident]).toEqual(['confirm', null]);
      },
    );
  }
});

describe('what became of it', () => {
  const photo = { id: 'f', name: 'sau.jpg', type: 'image/jpeg', size: 9 };
  async function told(...said: string[]) {
    const citizen = talk();
    for (const words of [...SUMMARY, 'đúng rồi']) await citizen.says(words);
    const code = citizen.tickets()[0]?.code ?? '';
    await citizen.staff(code, verify);
    await citizen.staff(code, (t, act) => resolve(t, act, { text: 'Đã nạo vét', evidence: [photo] }));
    for (const words of said) await citizen.says(words);
    return citizen;
  }

  for (const [name, typed] of MANNERS) {
    it.each(table('rồi, ok rồi, đã giải quyết, đúng rồi đã xong'))(`done: “%s” ${name}`, async (said) =>
      expect((await told(typed(said))).tickets()[0]?.status).toBe('closed'),
    );
    it.each(table('chưa, chưa đâu, còn xả, xong đâu mà xong'))(`not done: “%s” ${name}`, async (said) =>
      expect((await told(typed(said))).tickets()[0]?.status).toBe('reopened'),
    );
    it.each([
      ['5 nhé', 5],
      ['em cho 5 sao', 5],
      ['chấm 5', 5],
      ['xuất sắc', 5],
      ['khá tốt', 4],
      ['tạm', 3],
      ['3 sao thôi', 3],
      ['hơi tệ', 2],
      ['tệ lắm', 1],
    ])(`rating: “%s” ${name}`, async (said, score) =>
      expect((await told('đã xong', typed(said))).ratings()).toMatchObject([{ score }]),
    );
  }
});
