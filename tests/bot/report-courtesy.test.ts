import { bothWays, filed } from './both-ways';

const HERE = 'phường Ba Đình, Hà Nội';

describe('courtesy around a story', () => {
  bothWays('that something will be told is no question what became of a report', async (citizen) => {
    await citizen.tells('Dạ em báo ạ, xưởng cơ khí cắt sắt chát chúa suốt đêm.', HERE, 'bỏ qua', 'ẩn danh');
    expect(await filed(citizen)).toMatchObject({ lane: 'pollution', category: 'noise' });
  });

  bothWays('thanks behind it thank for nothing that was done', async (citizen) => {
    const story = 'Cháu ơi, hôi không chịu nổi. Cảm ơn nhiều.';
    expect((await citizen.says(story)).ask).toBe('location');
    await citizen.tells(HERE, 'bỏ qua', 'bỏ qua', 'ẩn danh');
    const ticket = await filed(citizen);
    expect(ticket).toMatchObject({ lane: 'pollution', category: 'odor' });
    expect(ticket?.description).toContain(citizen.typed(story));
  });

  bothWays('a plea behind it asks for no dossier', async (citizen) => {
    const story =
      'Tôi nộp hồ sơ làm sổ đỏ, cô ở bộ phận một cửa cứ bắt đi đi về về. Mong anh chị xuống coi giùm.';
    expect((await citizen.says(story)).ask).toBe('location');
    await citizen.tells(HERE, 'bỏ qua', 'ẩn danh');
    expect(await filed(citizen)).toMatchObject({ lane: 'misconduct' });
  });

  bothWays('where it is may stand in it', async (citizen) => {
    await citizen.tells(`Chào ${HERE}, kênh đen đặc, cá chết trắng. Em xin cảm ơn ạ.`, 'bỏ qua', 'ẩn danh');
    expect((await filed(citizen))?.location).toMatchObject({ communeCode: '00004' });
  });
});

describe('courtesy by itself', () => {
  bothWays('begins no report', async (citizen) => {
    for (const courtesy of ['Alo', 'Dạ em chào anh chị ạ', 'Cảm ơn nhiều.'])
      expect((await citizen.says(courtesy)).ask).not.toBe('location');
  });

  bothWays('thanks for what was done begin none either', async (citizen) => {
    expect((await citizen.says('Sáng nay xe tới hốt rác rồi. Cảm ơn nhiều.')).ask).not.toBe('location');
  });
});
