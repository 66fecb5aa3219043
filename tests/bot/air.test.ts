import type { AirNow } from '../../hotline/air/now';
import type { AirTomorrow } from '../../hotline/air/tomorrow';
import type { AirInput } from '../../bot/topics/air';
import { bothWays, type Speaker } from './both-ways';
import { monday } from '../town/people';
import { talk } from './talk';

const kem: AirNow = {
  aqi: 132,
  level: 'kem',
  main: 'PM2.5',
  observedAt: monday.toISOString(),
  kind: 'measurement',
  attribution: 'AirNow, OpenAQ',
  station: { name: 'Hà Nội', km: 2.34 },
};

/** What the newest turn asked to be looked up. */
function lookedUp({ effects }: Pick<Speaker, 'effects'>): AirInput {
  const [effect, ...others] = effects();
  expect([effect?.type, others]).toEqual(['air', []]);
  return effect?.input as AirInput;
}

/** The look-up comes back with this. */
function told(citizen: Speaker, air: AirNow | null = kem) {
  const { name, ahead } = lookedUp(citizen);
  return citizen.comesBack('air', { place: name, ahead, air });
}

describe('the place that is asked about', () => {
  const places: [string, string][] = [
    ['không khí ở Hà Nội hôm nay thế nào', 'Hà Nội (Phường Ba Đình)'],
    ['chất lượng không khí Thủ Đức', 'Thành phố Thủ Đức (Phường Phước Long, Hồ Chí Minh)'],
    ['AQI Biên Hòa', 'Thành phố Biên Hòa (Phường Tam Hiệp, Đồng Nai)'],
    ['không khí Bình Dương ra sao', 'Bình Dương (Phường Chánh Hiệp, Hồ Chí Minh)'],
    ['không khí Sài Gòn', 'Hồ Chí Minh (Phường Bến Thành)'],
    ['bụi mịn Đống Đa hôm nay', 'Quận Đống Đa (Phường Đống Đa, Hà Nội)'],
    ['PM2.5 quận Hoàn Kiếm', 'Phường Hoàn Kiếm, Hà Nội'],
    ['không khí Phú Quốc', 'Đặc khu Phú Quốc, An Giang'],
    ['không khí xã Tân Hiệp An Giang', 'Xã Tân Hiệp, An Giang'],
    ['không khí ở Côn Đảo', 'Đặc khu Côn Đảo, Hồ Chí Minh'],
  ];
  for (const [words, name] of places)
    bothWays(`"${words}" is about ${name}`, async (citizen) => {
      const seen = await citizen.says(words);
      expect(seen.text).toBe(`Tôi đang xem không khí ở ${name}, bạn chờ vài giây nhé.`);
      expect(seen.ask).toBeUndefined();
      expect(lookedUp(citizen)).toMatchObject({ name, ahead: false });
    });

  bothWays('in English, too', async (citizen) => {
    const { text } = await citizen.says('how is the air in Ho Chi Minh city');
    expect(text).toContain('I am looking up the air in Hồ Chí Minh (Phường Bến Thành)');
    expect(lookedUp(citizen)).toMatchObject({ name: 'Hồ Chí Minh (Phường Bến Thành)', ahead: false });
  });
});

bothWays('it is told with level, value, pollutant, time, station, advice and source', async (citizen) => {
  await citizen.says('không khí ở phường Ba Đình, Hà Nội thế nào');
  const { text, ask } = await told(citizen);
  expect(ask).toBeUndefined();
  expect(text.split('\n')).toEqual([
    '🟠 Không khí ở Phường Ba Đình, Hà Nội: Kém, VN_AQI 132.',
    'Đáng lo nhất: bụi mịn PM2.5.',
    'Số đo lúc 09:00 ngày 23/11/2026 của trạm “Hà Nội”, cách khoảng 2,3 km.',
    expect.stringMatching(/^Mọi người: thấy đau mắt/),
    expect.stringMatching(/^Trẻ em, người cao tuổi, .*: bớt gắng sức/),
    'Nguồn: AirNow, OpenAQ. Chỉ số và lời khuyên: chúng tôi tính và soạn theo QĐ 1459/QĐ-TCMT.',
  ]);
});

bothWays('a model is told to be one', async (citizen) => {
  const { station: _none, ...facts } = kem;
  await citizen.says('không khí Đà Lạt');
  const { text } = await told(citizen, { ...facts, kind: 'model', aqi: 45, level: 'tot' });
  expect(text).toContain('🟢');
  expect(text).toContain('theo mô hình, không phải số đo');
  expect(text).not.toContain('trạm');
});

bothWays('nobody knows: said kindly, with what can be done', async (citizen) => {
  await citizen.says('không khí Cà Mau');
  const { text } = await told(citizen, null);
  expect(text).toContain('không có số liệu');
  expect(text).toContain('gửi phản ánh');
});

const ahead: AirTomorrow = {
  ...{
    day: '2026-11-24',
    aqi: 165,
    level: 'xau',
    main: 'PM2.5',
    attribution: 'Open-Meteo (CAMS), CC BY 4.0',
  },
};

/** The look-up comes back with a forecast. */
function foretold(citizen: Speaker, tomorrow: AirTomorrow | null = ahead, air: AirNow | null = kem) {
  const { name, ahead: asked } = lookedUp(citizen);
  return citizen.comesBack('air', { place: name, ahead: asked, air, tomorrow });
}

describe('tomorrow', () => {
  bothWays('is told as a forecast, with its day, and the air of now beside it', async (citizen) => {
    await citizen.says('mai không khí ở Đà Lạt thế nào');
    expect(lookedUp(citizen).ahead).toBe('tomorrow');
    expect((await foretold(citizen)).text.split('\n')).toEqual([
      expect.stringMatching(/^🔴 Dự báo ngày mai \(24\/11\/2026\) ở .*Đà Lạt.*: Xấu, VN_AQI khoảng 165\.$/),
      'Đáng lo nhất: bụi mịn PM2.5.',
      expect.stringContaining('dự báo theo mô hình cho cả ngày, không phải số đo'),
      expect.stringMatching(/^Mọi người: bớt hoạt động mạnh/),
      expect.stringMatching(/^Trẻ em, .*: nên ở trong nhà/),
      'Lúc này: Kém, VN_AQI 132.',
      expect.stringContaining('Nguồn: Open-Meteo (CAMS)'),
    ]);
  });

  bothWays('is remembered when the place is asked for', async (citizen) => {
    expect((await citizen.says('mai không khí thế nào')).ask).toBe('location');
    await citizen.says('Vinh');
    expect(lookedUp(citizen)).toMatchObject({ ahead: 'tomorrow' });
  });

  for (const next of ['còn ngày mai thì sao', 'thế còn mai', 'vậy ngày mai thì thế nào'])
    bothWays(`is asked about after today: “${next}”`, async (citizen) => {
      await citizen.says('không khí ở Đà Lạt hôm nay thế nào');
      await told(citizen);
      await citizen.says(next);
      expect(lookedUp(citizen)).toMatchObject({ name: expect.stringContaining('Đà Lạt'), ahead: 'tomorrow' });
    });

  bothWays('goes on for another place, until today is named', async (citizen) => {
    await citizen.says('dự báo không khí ngày mai ở Hà Nội');
    await foretold(citizen);
    await citizen.says('còn Đà Nẵng thì sao');
    expect(lookedUp(citizen).ahead).toBe('tomorrow');
    await foretold(citizen);
    await citizen.says('không khí Đà Nẵng hôm nay thế nào');
    expect(lookedUp(citizen).ahead).toBe(false);
  });

  bothWays('is all that is known of the days to come', async (citizen) => {
    await citizen.says('dự báo không khí Hà Nội mấy ngày tới');
    expect(lookedUp(citizen).ahead).toBe('other');
    expect((await foretold(citizen)).text).toContain('Tôi chỉ có dự báo cho ngày mai.');
  });

  bothWays('unknown: the air of now is told, and that there is no forecast', async (citizen) => {
    await citizen.says('dự báo không khí ngày mai ở Hà Nội');
    const { text } = await foretold(citizen, null);
    expect(text).toContain('VN_AQI 132');
    expect(text).toContain('chưa có dự báo');
    await citizen.says('dự báo không khí ngày mai ở Cà Mau');
    expect((await foretold(citizen, null, null)).text).toContain('không có số liệu');
  });
});

bothWays('no station is near: said, and the model told as one', async (citizen) => {
  const { station: _none, ...facts } = kem;
  await citizen.says('không khí Đà Lạt');
  const { text } = await told(citizen, { ...facts, kind: 'model', noStationWithin: 15 });
  expect(text).toContain('Không có trạm đo nào đang báo số liệu trong vòng 15 km.');
  expect(text).toContain('theo mô hình, không phải số đo');
});

describe('without a place it is asked for', () => {
  bothWays('and answered with a name', async (citizen) => {
    const asked = await citizen.says('không khí hôm nay thế nào');
    expect(asked.ask).toBe('location');
    await citizen.says('Vinh');
    expect(lookedUp(citizen).name).toContain('Thành phố Vinh');
  });

  bothWays('and answered with a position: its commune is looked up, nothing more exact', async (citizen) => {
    await citizen.says('hôm nay ra đường có cần đeo khẩu trang không');
    await citizen.shares(21.0412345, 105.8312345);
    expect(lookedUp(citizen)).toEqual({
      name: 'Phường Ba Đình, Hà Nội',
      lat: 21.03945,
      lon: 105.83637,
      ahead: false,
    });
  });

  bothWays('a position at sea', async (citizen) => {
    await citizen.says('không khí chỗ em thế nào');
    const answer = await citizen.shares(15, 112);
    expect(answer.ask).toBe('location');
    expect(answer.text).toContain('ngoài các xã, phường');
  });

  bothWays('several places of one name: which of them', async (citizen) => {
    const asked = await citizen.says('không khí xã Tân Hiệp thế nào');
    expect(asked).toMatchObject({
      ask: 'location',
      options: ['Xã Tân Hiệp, Đà Nẵng', 'Xã Tân Hiệp, An Giang'],
    });
    await citizen.says('An Giang');
    expect(lookedUp(citizen).name).toBe('Xã Tân Hiệp, An Giang');
  });

  bothWays('who would rather not is left in peace', async (citizen) => {
    await citizen.says('không khí hôm nay ra sao');
    expect((await citizen.says('thôi')).ask).toBeUndefined();
  });

  bothWays('who reports instead, reports', async (citizen) => {
    await citizen.says('không khí hôm nay ra sao');
    const report = await citizen.says('tôi muốn phản ánh nhà máy xả khói ở phường Ba Đình Hà Nội');
    expect(report.ask).toBe('time');
  });
});

bothWays('a position and the question in one message', async (citizen) => {
  const entities = [{ type: 'GeoCoordinates', latitude: 21.04, longitude: 105.83 }];
  await citizen.says('không khí ở đây thế nào', { entities });
  expect(lookedUp(citizen).name).toBe('Phường Ba Đình, Hà Nội');
});

bothWays('where it is asked about may be said without any word of what it is', async (citizen) => {
  await citizen.says('không khí hôm nay thế nào');
  await citizen.says('Ba Đình, Hà Nội');
  expect(lookedUp(citizen).name).toBe('Phường Ba Đình, Hà Nội');
});

bothWays('then somewhere else, and later the same place again', async (citizen) => {
  await citizen.says('không khí ở Hà Nội hôm nay thế nào');
  await told(citizen);
  await citizen.says('còn Đà Nẵng thì sao');
  expect(lookedUp(citizen).name).toContain('Đà Nẵng');
  await citizen.says('còn Cần Giờ');
  expect(lookedUp(citizen).name).toContain('Cần Giờ');
  citizen.leavesFor(3);
  await citizen.says('không khí giờ thế nào rồi');
  expect(lookedUp(citizen).name).toContain('Cần Giờ');
  citizen.leavesFor(20);
  expect((await citizen.says('không khí hôm nay thế nào')).ask).toBe('location');
});

describe('in the middle of a report', () => {
  const begun = (citizen: Speaker) =>
    citizen.tells('tôi muốn phản ánh', 'Ô nhiễm môi trường', 'nhà máy xả khói đen mù mịt cả tuần nay');

  bothWays('a place in the question answers the question, not the report', async (citizen) => {
    expect((await begun(citizen)).ask).toBe('location');
    expect((await citizen.says('không khí ở Hà Nội hôm nay thế nào')).ask).toBe('location');
    expect(lookedUp(citizen).name).toContain('Hà Nội');
    const answer = await told(citizen);
    expect(answer.text).toContain('VN_AQI 132');
    expect(answer.ask).toBe('location');
    expect((await citizen.says('xã Tân Hiệp, An Giang')).ask).toBe('anonymity');
  });

  bothWays('"ở đây" is where the report is about', async (citizen) => {
    await begun(citizen);
    await citizen.says('xã Tân Hiệp, An Giang');
    expect((await citizen.says('không khí ở đây thế nào')).ask).toBe('anonymity');
    expect(lookedUp(citizen).name).toBe('Xã Tân Hiệp, An Giang');
  });

  bothWays('without a place: the place that comes next is the report’s', async (citizen) => {
    await begun(citizen);
    expect((await citizen.says('chất lượng không khí bây giờ ra sao')).ask).toBe('location');
    expect((await citizen.says('phường Ba Đình, Hà Nội')).ask).toBe('anonymity');
    expect(citizen.effects()).toEqual([]);
  });
});

bothWays('what is asked of the outside says where, never who', async (citizen) => {
  await citizen.says('tôi tên Nguyễn Thị Hoa, số 0912345678, không khí phường Ba Đình Hà Nội thế nào');
  const asked = JSON.stringify(citizen.effects());
  expect(asked).not.toMatch(/Hoa|0912|tên/i);
});

test('a result that nobody asked for any more, of another kind, is nothing to say', async () => {
  const citizen = talk();
  await citizen.says('xin chào');
  expect((await citizen.comesBack('weather', { rain: true })).messages).toEqual([]);
});
