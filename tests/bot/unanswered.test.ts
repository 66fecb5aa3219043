import { hoa, nam } from '../town/people';
import { talk, type Talk } from './talk';

const keptOf = ({ log }: Talk) => log.alongs.flatMap((along) => along?.questions ?? []);

it.each([
  ['abc xyz lung tung beng', 'abc xyz lung tung beng'],
  ['thủ tục cấp hộ chiếu', 'thủ tục cấp hộ chiếu'],
  ['QCVN 40 còn hiệu lực không', 'QCVN 40 còn hiệu lực không'],
])('%s is kept for staff, with what it was taken for', async (text, kept) => {
  const citizen = talk();
  await citizen.says(text);
  expect(keptOf(citizen)).toMatchObject([{ text: kept, guess: { confidence: expect.any(Number) } }]);
});

it('the same question has the same key, however it is typed and whoever asks', async () => {
  const [one, other] = [talk(hoa), talk(nam)];
  await one.says('Thủ tục cấp hộ chiếu?');
  await other.says('thu tuc cap ho chieu');
  const [first, second] = [...keptOf(one), ...keptOf(other)];
  expect(first?.key).toBe(second?.key);
  expect(first?.id).not.toBe(second?.id);
});

it.each([
  ['thủ tục cấp hộ chiếu, tôi tên Nguyễn Văn Hùng, số 0912 345 678', ['Hùng', '345', '678']],
  ['thủ tục cấp hộ chiếu, trả lời qua hung.nguyen@example.com giúp', ['hung.nguyen', 'example']],
  ['thủ tục cấp hộ chiếu cho CCCD 001086012345', ['001086012345', '12345']],
])('nothing tells who asked: %s', async (text, hidden) => {
  const citizen = talk();
  await citizen.says(text);
  const [kept] = keptOf(citizen);
  expect(kept?.text).toContain('hộ chiếu');
  for (const secret of hidden) expect(JSON.stringify(kept)).not.toContain(secret);
});

it('what was answered, bad words, signs and smileys are not kept', async () => {
  const citizen = talk();
  for (const text of ['tách thửa cần giấy tờ gì', 'xin chào', 'đồ chó chết', '🤢', '???'])
    await citizen.says(text);
  expect(keptOf(citizen)).toEqual([]);
});

it('nothing of a conversation about officials is kept', async () => {
  const citizen = talk();
  await citizen.says('cán bộ địa chính xã đòi tôi 5 triệu tiền bồi dưỡng mới ký hồ sơ');
  await citizen.says('hủy');
  expect(citizen.state()?.confidential).toBe(true);
  await citizen.says('thủ tục cấp hộ chiếu');
  expect(keptOf(citizen)).toEqual([]);
});
