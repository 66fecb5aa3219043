import { bothWays, type Speaker } from './both-ways';

/** All that was kept of who it is. */
const kept = (citizen: Speaker) =>
  citizen.log.alongs
    .flatMap((along) => along?.identities ?? [])
    .map(({ identity: { words: _words, ...identity } }) => identity)
    .filter((identity) => Object.keys(identity).length > 0);
/** The number lies nowhere but where identities lie. */
const isApart = (citizen: Speaker) => !/345\D{0,3}678/.test(citizen.stored());

describe('a number that is left outside of a dialog', () => {
  for (const said of [
    'Gọi lại cho tôi theo số 0912 345 678',
    'cho tôi gặp cán bộ, số của bác là 0912345678',
    'tôi muốn nói chuyện với người thật, sđt 0912.345.678 nhé',
  ])
    bothWays(`is kept for the person who calls back, and masked: “${said}”`, async (citizen) => {
      const answer = await citizen.says(said);
      expect(answer.handoff).toBe('waiting');
      expect(answer.text).toContain('đã ghi lại số ••• ••• 678');
      expect(kept(citizen)).toContainEqual({ callBack: '+84912345678' });
      expect(isApart(citizen)).toBe(true);
    });

  bothWays('while waiting, and while a person is spoken with', async (citizen) => {
    await citizen.says('cho tôi gặp cán bộ');
    await citizen.says('số tôi 0912345678');
    await citizen.takenOver();
    await citizen.says('gọi số 0912 345 678 giúp tôi');
    expect(kept(citizen)).toEqual([{ callBack: '+84912345678' }, { callBack: '+84912345678' }]);
    expect(isApart(citizen)).toBe(true);
    expect(citizen.stored()).toContain('••• ••• 678');
  });

  bothWays('in the middle of a report, with a call for a person', async (citizen) => {
    await citizen.says('Bãi rác ở xã Tân Hiệp, An Giang cháy khét từ hôm qua');
    await citizen.says('cho tôi gặp cán bộ, gọi tôi số 0912345678');
    expect(isApart(citizen)).toBe(true);
  });

  bothWays(
    'beside a question nobody can answer: the question is told to staff, not the number',
    async (citizen) => {
      await citizen.says('thu tủ lạnh cũ xyz, gọi 0912 345 678');
      const questions = citizen.log.alongs.flatMap((along) => along?.questions ?? []);
      expect(questions).toMatchObject([{ text: expect.stringContaining('•••') as string }]);
      expect(isApart(citizen)).toBe(true);
    },
  );

  bothWays('is not the contact of a report that follows', async (citizen) => {
    await citizen.says('Gọi lại cho tôi theo số 0912 345 678');
    await citizen.tells('tôi muốn phản ánh', 'Ô nhiễm môi trường');
    expect(kept(citizen).every((identity) => identity.phone === undefined)).toBe(true);
  });
});

bothWays('whose number it is not stays as it was told', async (citizen) => {
  await citizen.tells('cho tôi gặp cán bộ', 'tôi đã gọi 0912345678 mà không ai nghe máy');
  await citizen.says('số của ông Tư là 0912345678');
  expect(kept(citizen)).toEqual([]);
  expect(isApart(citizen)).toBe(false);
});

bothWays('a story keeps its number, which may be the offender’s', async (citizen) => {
  await citizen.says('Xe của 0912345678 đổ trộm rác thải ở xã Tân Hiệp, An Giang tối qua, hôi thối lắm');
  expect(isApart(citizen)).toBe(false);
});
