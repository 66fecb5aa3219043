import * as moves from '../../hotline/ticket/moves';
import { bothWays, type Speaker } from './both-ways';
import { talk } from './talk';

const photo = { id: 'f', name: 'sau.jpg', type: 'image/jpeg', size: 9 };
const CODE = 'XH-2026-000001';

async function talked(citizen: Pick<Speaker, 'says' | 'takenOver' | 'staffSays' | 'handedBack'>) {
  await citizen.says('gặp cán bộ');
  await citizen.takenOver();
  await citizen.staffSays('Chào bác, cháu giúp gì ạ?');
  return citizen.handedBack();
}

async function resolved(citizen: Pick<Speaker, 'says' | 'staff'>, story = STORY) {
  await citizen.says(story);
  await citizen.says('Ẩn danh');
  await citizen.says('đúng rồi');
  await citizen.staff(CODE, moves.verify);
  await citizen.staff(CODE, (t, act) => moves.resolve(t, act, { text: 'Đã nạo vét', evidence: [photo] }));
}
const STORY = 'Tối qua ở phường Ba Đình, Hà Nội xả nước thải chưa xử lý ra hồ, đen ngòm';

describe('a talk with a person', () => {
  bothWays('is rated by stars and a word', async (citizen) => {
    const asked = await talked(citizen);
    expect([asked.ask, asked.options]).toEqual(['rating', ['1', '2', '3', '4', '5']]);
    expect((await citizen.says('5')).ask).toBe('free_text');
    expect((await citizen.says('anh cán bộ nhiệt tình lắm')).text).toContain('ghi lại lời này');
    const [first, second] = citizen.ratings();
    expect(first).toMatchObject({ score: 5, of: 'conversation', agency: null, lane: null });
    expect(second).toMatchObject({ id: first?.id, score: 5 });
    expect(second?.comment).toBeTruthy();
  });

  it.each([
    ['4 sao', 4],
    ['⭐⭐⭐', 3],
    ['rất hài lòng', 5],
    ['3/5', 3],
    ['cho 2 điểm', 2],
    ['năm', 5],
    ['1', 1],
  ])('%j is %d', async (words, score) => {
    const citizen = talk();
    await talked(citizen);
    await citizen.says(words);
    expect(citizen.ratings()).toMatchObject([{ score }]);
  });

  bothWays('few stars are met with a question, not with thanks alone', async (citizen) => {
    await talked(citizen);
    expect((await citizen.says('1')).text).toContain('xin lỗi');
    expect((await citizen.says('Bỏ qua')).ask).toBeUndefined();
    expect(citizen.ratings()).toHaveLength(1);
  });

  it('a name and a number in the word are blotted out', async () => {
    const citizen = talk();
    await talked(citizen);
    await citizen.says('4');
    await citizen.says('tốt, có gì gọi tôi số 0912 345 678 nhé');
    expect(JSON.stringify(citizen.ratings())).not.toContain('345');
  });

  bothWays('who says something else instead is heard, and never asked again', async (citizen) => {
    await talked(citizen);
    expect((await citizen.says('tôi muốn phản ánh')).ask).toBe('category');
    await citizen.says('hủy');
    expect((await citizen.says('5')).text).not.toContain('một lời');
    expect(citizen.ratings()).toEqual([]);
    expect((await talked(citizen)).ask).toBeUndefined();
  });

  it('is not asked after after bad words, nor after danger', async () => {
    const angry = talk();
    await angry.says('gặp cán bộ');
    await angry.takenOver();
    await angry.says('đồ ngu');
    expect((await angry.handedBack()).ask).toBeUndefined();
    const afraid = talk();
    await afraid.says('nhiều người ngất xỉu vì khí độc');
    expect((await talked(afraid)).ask).toBeUndefined();
  });

  it('that nobody held is not asked after', async () => {
    const citizen = talk();
    await citizen.says('gặp cán bộ');
    expect((await citizen.handedBack()).ask).toBeUndefined();
  });
});

describe('a report that was resolved', () => {
  bothWays('is rated once its reporter says that it is done; staff see it on the ticket', async (citizen) => {
    await resolved(citizen);
    const asked = await citizen.says('Đã xong');
    expect([asked.ask, asked.ticket?.status]).toEqual(['rating', 'closed']);
    await citizen.says('2');
    await citizen.says('làm chậm quá');
    expect(citizen.ratings().at(-1)).toMatchObject({
      score: 2,
      of: 'ticket',
      lane: 'pollution',
      agency: { code: 'SNNMT-01' },
    });
    const events = citizen.tickets()[0]?.events.filter(({ type }) => type === 'rated');
    expect(events?.map(({ note }) => note)?.[0]).toBe('2/5');
    expect(events).toHaveLength(2);
    expect(citizen.tickets()[0]?.status).toBe('closed');
  });

  it('after danger is not asked after', async () => {
    const citizen = talk();
    await citizen.says('xưởng hóa chất ở phường Ba Đình, Hà Nội nổ, khí độc, nhiều người ngất xỉu');
    await citizen.says('Đúng rồi');
    await citizen.staff(CODE, moves.verify);
    await citizen.staff(CODE, (t, act) => moves.resolve(t, act, { text: 'Đã xong', evidence: [photo] }));
    const told = await citizen.says('Đã xong');
    expect(told.ticket?.status).toBe('closed');
    expect(told.ask).toBeUndefined();
  });
});
