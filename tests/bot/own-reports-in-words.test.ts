import * as moves from '../../hotline/ticket/moves';
import { bothWays, type Speaker } from './both-ways';

const photo = { id: 'f', name: 'sau.jpg', type: 'image/jpeg', size: 9 };
const CODE = 'XH-2026-000001';
const LAKE = 'Nước hồ phường Ba Đình Hà Nội đen ngòm hôi thối từ sáng nay';
const NOISE = 'Sáng nay ở phường Ba Đình, Hà Nội có loa kẹo kéo nhức óc';

const files = async (citizen: Speaker, ...stories: string[]) => {
  for (const story of stories) await citizen.tells(story, 'ẩn danh', 'đúng rồi');
};
const resolved = async (citizen: Speaker) => {
  await files(citizen, LAKE);
  await citizen.staff(CODE, moves.verify);
  await citizen.staff(CODE, (t, act) => moves.resolve(t, act, { text: 'Đã nạo vét', evidence: [photo] }));
};
const status = (citizen: Speaker) => citizen.tickets()[0]?.status;

describe('what is told of a report that was sent belongs to it', () => {
  bothWays('danger, where more was asked for: told what to do, and added', async (citizen) => {
    await files(citizen, LAKE);
    await citizen.presses('Bổ sung thông tin');
    const added = await citizen.presses('có thêm cá chết nổi nhiều');
    expect(added.text).toContain('114');
    expect(added.text).toContain(`thêm vào phản ánh ${CODE}`);
    expect(citizen.tickets()).toHaveLength(1);
  });

  bothWays('put right, right after it was shown', async (citizen) => {
    await files(citizen, LAKE);
    await citizen.says('phản ánh của tôi tới đâu rồi');
    await citizen.says('sai rồi, đổi địa điểm thành phường Ngọc Hà');
    expect(citizen.tickets()[0]?.description).toContain(citizen.typed('đổi địa điểm thành phường Ngọc Hà'));
  });

  bothWays('of several the one that is named by its words', async (citizen) => {
    await files(citizen, LAKE, NOISE);
    await citizen.tells('phản ánh của tôi tới đâu rồi', 'cái loa ấy');
    await citizen.says('thêm vào vụ hồ nước là có cá chết');
    expect(citizen.tickets()[0]?.description).toContain(citizen.typed('cá chết'));
    expect(citizen.tickets()[1]?.description).not.toContain(citizen.typed('cá chết'));
  });

  bothWays('“thôi đừng rút” takes nothing back', async (citizen) => {
    await files(citizen, LAKE);
    expect((await citizen.says('thôi đừng rút')).text).toContain('vẫn được xử lý');
    expect(status(citizen)).toBe('received');
  });

  for (const words of ['sao lâu thế', 'bao giờ có người xuống', 'bao lâu thì có kết quả'])
    bothWays(`"${words}" asks how it stands`, async (citizen) => {
      await files(citizen, LAKE);
      expect((await citizen.says(words)).ticket?.code).toBe(CODE);
    });

  bothWays('“tôi không biết” answers staff as well', async (citizen) => {
    await files(citizen, LAKE);
    await citizen.staff(CODE, moves.verify);
    await citizen.staff(CODE, (t, act) => moves.askCitizen(t, act, 'Hồ này cạnh số nhà nào ạ?'));
    await citizen.says('tôi không biết');
    expect(status(citizen)).toBe('verifying');
  });
});

describe('“việc đã ổn chưa?” is answered in any words', () => {
  for (const words of ['ừ', 'cũng được', 'rồi em', 'ok'])
    bothWays(`"${words}": solved`, async (citizen) => {
      await resolved(citizen);
      await citizen.says(words);
      expect(status(citizen)).toBe('closed');
    });

  for (const words of ['không', 'láo toét có làm gì đâu', 'có thấy ai xuống làm đâu', 'tôi không đồng ý'])
    bothWays(`"${words}": not solved`, async (citizen) => {
      await resolved(citizen);
      await citizen.says(words);
      expect(status(citizen)).toBe('reopened');
    });

  bothWays('a yes to something else closes nothing', async (citizen) => {
    await resolved(citizen);
    await citizen.tells('làm sổ đỏ cần giấy tờ gì', 'ok');
    expect(status(citizen)).toBe('resolved');
  });

  bothWays('why it is not, in two words', async (citizen) => {
    await resolved(citizen);
    await citizen.tells('chưa', 'vẫn hôi');
    expect(citizen.tickets()).toHaveLength(1);
    expect(citizen.tickets()[0]?.description).toContain(citizen.typed('vẫn hôi'));
  });

  bothWays('what was rejected is asked about, and opened again', async (citizen) => {
    await files(citizen, LAKE);
    await citizen.staff(CODE, (t, act) => moves.reject(t, act, 'Không đủ thông tin'));
    const why = await citizen.says('sao lại không nhận');
    expect(why.text).toContain('Không đủ thông tin');
    expect(why.text).toContain('mở lại');
    await citizen.says('mở lại đi, tôi có ảnh');
    expect(status(citizen)).toBe('reopened');
  });
});

describe('where a code is asked for', () => {
  bothWays('“quên mất rồi” is told where it stands; who looks for it is waited for', async (citizen) => {
    await citizen.says('phản ánh của tôi tới đâu rồi');
    expect((await citizen.says('quên mất rồi')).text).toContain('tin tôi gửi ngay khi nhận');
    const waits = await citizen.says('để tôi tìm lại');
    expect([waits.text, waits.ask]).toEqual(['Vâng, bạn cứ tìm. Có mã thì nhắn cho tôi nhé.', 'ticket_code']);
    expect((await citizen.says('đm lâu quá')).text).toContain('xin lỗi');
  });
});

describe('what else is asked of one’s own report', () => {
  for (const words of ['gửi lại mã cho tôi', 'tôi quên mã bí mật rồi', 'mã của tôi là gì'])
    bothWays(`"${words}": its code, and where the secret stands`, async (citizen) => {
      await files(citizen, LAKE);
      const told = await citizen.says(words);
      expect(told.text).toContain(CODE);
      expect(told.text).toContain('kéo lên xem');
    });

  bothWays('“xóa phản ánh” takes it back once it is sure; data is for staff to erase', async (citizen) => {
    await files(citizen, LAKE);
    expect((await citizen.says('tôi muốn xóa thông tin của tôi')).text).toContain('gặp cán bộ');
    expect((await citizen.says('xóa phản ánh của tôi đi')).text).toContain('muốn rút phản ánh');
    await citizen.says('có');
    expect(status(citizen)).toBe('withdrawn');
  });

  bothWays('“thêm ảnh được không” adds no question to it', async (citizen) => {
    await files(citizen, LAKE);
    expect((await citizen.says('thêm ảnh được không')).ask).toBe('free_text');
    await citizen.sends('a1');
    expect(citizen.tickets()[0]?.attachments).toHaveLength(1);
    expect(citizen.tickets()[0]?.description).toBe(citizen.typed(LAKE));
  });

  bothWays('“để tôi tìm ảnh đã” adds nothing yet', async (citizen) => {
    await files(citizen, LAKE);
    await citizen.presses('Bổ sung thông tin');
    expect((await citizen.says('để tôi tìm ảnh đã')).ask).toBe('free_text');
    expect(citizen.tickets()[0]?.description).toBe(citizen.typed(LAKE));
  });

  bothWays('a number that is put right lies apart', async (citizen) => {
    await files(citizen, LAKE);
    await citizen.tells('tôi muốn sửa số điện thoại', 'số đúng là 0912345678 nhé');
    expect(citizen.stored()).not.toContain('0912345678');
    expect(citizen.log.alongs.at(-1)?.identities?.[0]?.identity).toMatchObject({
      callBack: '+84912345678',
    });
  });

  bothWays('past its date, that is said, with a person', async (citizen) => {
    await files(citizen, LAKE);
    citizen.leavesFor(600);
    expect((await citizen.says('phản ánh của tôi tới đâu rồi')).text).toContain('Đã quá hạn');
  });
});
