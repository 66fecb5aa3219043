import { bothWays, filed, type Speaker } from './both-ways';

async function toldAt(citizen: Speaker, place: string) {
  await citizen.says('Xưởng nhuộm xả nước đỏ quạch ra kênh, từ hôm qua');
  await citizen.says(place);
  await citizen.presses('Ẩn danh');
}

describe('a part of the place that no gazetteer knows is put right', () => {
  for (const [told, right, where] of [
    ['ấp Bình Hòa, phường Hồng Hà, Hà Nội', 'sai rồi, ấp Bình Hạ chứ không phải ấp Bình Hòa', 'ấp Bình Hạ'],
    ['số 12 ngõ 5, phường Hồng Hà, Hà Nội', 'không phải số 12 mà là số 21', 'số 21 ngõ 5'],
    ['hẻm 54, phường Hồng Hà, Hà Nội', 'hẻm 45 chứ không phải hẻm 54 nhé', 'hẻm 45'],
  ] as const)
    bothWays(`"${right}" at the summary`, async (citizen) => {
      await toldAt(citizen, told);
      const answer = await citizen.says(right);
      expect(answer.ask).toBe('confirm');
      const ticket = await filed(citizen);
      expect(ticket?.location?.text).toContain(citizen.typed(where));
      expect(ticket?.location?.communeCode).toBe('00097');
    });

  bothWays('what does not stand in the place is asked about', async (citizen) => {
    await toldAt(citizen, 'số 125 ngõ 5, phường Hồng Hà, Hà Nội');
    const answer = await citizen.says('không phải số 12 mà là số 21');
    expect(answer.text).not.toContain('số 215');
  });
});
