import { bothWays, type Speaker } from './both-ways';

const DANGER = 'trong xưởng có người ngất rồi, khí độc bay ra';

describe('danger to people', () => {
  bothWays('is answered first; then only where, and the summary', async (citizen) => {
    const first = await citizen.says('rò rỉ khí amoniac, có người ngất rồi, cứu với');
    expect(first.messages[0]?.text).toMatch(/114.*115.*113.*112/s);
    expect(first.ask).toBe('location');
    const summary = await citizen.says('xã Tân Hiệp, An Giang');
    expect(summary.ask).toBe('confirm');
    expect(summary.text).toContain('Khẩn');
    await citizen.says('đúng');
    expect(citizen.tickets()[0]).toMatchObject({ urgent: true, anonymous: true });
  });

  describe('where nobody could be sent, it is asked once in which province', () => {
    const nowhere = async (citizen: Speaker) => {
      await citizen.says('rò rỉ khí amoniac, có người ngất rồi, cứu với');
      const asked = await citizen.says('xưởng nước đá đầu làng');
      expect([asked.ask, asked.options]).toEqual(['location', ['Bỏ qua']]);
      expect(asked.text).toContain('tỉnh nào');
    };

    bothWays('the province is enough', async (citizen) => {
      await nowhere(citizen);
      expect((await citizen.says('Bắc Ninh')).ask).toBe('confirm');
      await citizen.says('đúng');
      expect(citizen.tickets()[0]?.location).toMatchObject({ provinceCode: '24', communeCode: null });
      expect(citizen.tickets()[0]?.agency?.code).toBe('SNNMT-24');
    });

    for (const words of ['bỏ qua', 'không biết', 'nhanh lên đi'])
      bothWays(`"${words}": it is not asked again`, async (citizen) => {
        await nowhere(citizen);
        expect((await citizen.says(words)).ask).toBe('confirm');
        await citizen.says('đúng');
        expect(citizen.tickets()[0]?.location.text).toContain(citizen.typed('xưởng nước đá đầu làng'));
      });

    bothWays('a province that was told at once is not asked for', async (citizen) => {
      const first = await citizen.says('rò rỉ khí amoniac ở Bắc Ninh, có người ngất rồi, cứu với');
      expect(first.text).not.toContain('tỉnh nào, hoặc');
      expect((await citizen.says('xưởng nước đá đầu làng')).ask).toBe('confirm');
    });
  });

  bothWays('a phone at the summary lets staff call back', async (citizen) => {
    await citizen.tells(
      'rò rỉ khí amoniac, có người ngất rồi, cứu với',
      'xã Tân Hiệp, An Giang',
      '0912345678',
      'ok',
    );
    expect(citizen.tickets()[0]).toMatchObject({ urgent: true, anonymous: false });
  });

  bothWays('in the middle of a report: numbers first, and it becomes urgent', async (citizen) => {
    await citizen.says('Khói đen kịt mù mịt từ ống khói nhà máy');
    const warned = await citizen.says(DANGER);
    expect(warned.messages[0]?.text).toContain('114');
    expect(warned.ask).toBe('location');
    expect((await citizen.says('phường Ba Đình, Hà Nội')).ask).toBe('confirm');
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]).toMatchObject({
      urgent: true,
      description: expect.stringContaining(citizen.typed(DANGER)),
    });
  });

  bothWays('at the summary', async (citizen) => {
    await citizen.tells('Tối qua nhà máy ở phường Ba Đình, Hà Nội xả nước thải ra hồ, đen ngòm', 'ẩn danh');
    const warned = await citizen.says(DANGER);
    expect([warned.ask, warned.messages[0]?.text]).toEqual(['confirm', expect.stringContaining('114')]);
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]?.urgent).toBe(true);
  });

  bothWays('in the middle of something else', async (citizen) => {
    await citizen.says('tra cứu phản ánh');
    const warned = await citizen.says(DANGER);
    expect([warned.ask, warned.messages[0]?.text]).toEqual(['location', expect.stringContaining('114')]);
  });

  bothWays('that has passed is none', async (citizen) => {
    const told = await citizen.says(
      'hôm qua cháy xưởng sơn ở phường Ba Đình, Hà Nội khói mù mịt, nay đã dập tắt hết rồi',
    );
    expect(told.text).not.toContain('114');
    expect(citizen.tickets()).toEqual([]);
  });
});
