import type { KnownDossier } from '../../hotline/dossiers';
import { monday } from '../town/people';
import { bothWays, type Speaker } from './both-ways';

const CODE = 'H12.34-261102-0001';

/** A dossier of bác Tâm's that was promised for Thursday; today is Monday. */
const late: KnownDossier = {
  code: CODE,
  procedure: 'Đăng ký môi trường',
  receivedOn: '2026-11-02',
  dueOn: '2026-11-19',
  status: 'in_progress',
  returnedOn: null,
  byPost: false,
  note: null,
  listedAt: monday,
};

const lists = ({ drawer }: Speaker, ...dossiers: Partial<KnownDossier>[]): void =>
  void drawer.dossiers.push(...dossiers.map((facts) => ({ ...late, ...facts })));

describe('a dossier is told of by its code', () => {
  bothWays('asked for first, then given', async (citizen) => {
    lists(citizen, {});
    const asked = await citizen.says('hồ sơ của tôi tới đâu rồi');
    expect(asked).toMatchObject({ ask: 'dossier_code', options: ['gặp cán bộ'] });
    const told = await citizen.says(CODE);
    expect(told.ask).toBeUndefined();
    expect(told.text.split('\n')).toEqual([
      `Hồ sơ ${CODE}: đang giải quyết.`,
      'Thủ tục: Đăng ký môi trường',
      'Ngày nhận: 02/11/2026',
      'Hẹn trả: 19/11/2026',
      'Đã quá hẹn 2 ngày làm việc.',
      'Có kết quả thì bạn nhận tại bộ phận một cửa nơi đã nộp.',
      'Theo danh sách bộ phận một cửa, cập nhật ngày 23/11/2026.',
      expect.stringContaining('vì sao chậm'),
    ]);
  });

  for (const words of [
    `${CODE} xong chưa`,
    `mã hồ sơ H12 34 261102 0001 của em có chưa ạ`,
    `tra giúp tui số hồ sơ: ${CODE.toLowerCase()}`,
    CODE,
  ])
    bothWays(`"${words}"`, async (citizen) => {
      lists(citizen, {});
      expect((await citizen.says(words)).text).toContain(`Hồ sơ ${CODE}: đang giải quyết.`);
    });

  bothWays('written as another office writes it', async (citizen) => {
    lists(citizen, { code: '001234/2026/TNHS' });
    expect((await citizen.says('hồ sơ 001234/2026/TNHS có kết quả chưa')).text).toContain('001234/2026/TNHS');
    expect((await citizen.says('001234.2026.TNHS')).text).toContain('Hồ sơ 001234/2026/TNHS');
  });

  bothWays('two in one message', async (citizen) => {
    lists(citizen, {}, { code: 'H12.34-261102-0002', status: 'returned' });
    const { messages } = await citizen.says(`hồ sơ ${CODE} và H12.34-261102-0002 xong chưa`);
    expect(messages).toHaveLength(2);
  });
});

describe('how it stands', () => {
  const states: [string, Partial<KnownDossier>, string[], string[]][] = [
    ['not due yet', { dueOn: '2026-11-25' }, ['Chưa đến hạn trả.'], ['quá hẹn']],
    ['due today', { dueOn: '2026-11-23' }, ['Hôm nay là ngày hẹn trả.'], ['quá hẹn']],
    ['without a promised day', { dueOn: null }, ['đang giải quyết'], ['Hẹn trả', 'quá hẹn', 'đến hạn']],
    [
      'returned in time',
      { status: 'returned', returnedOn: '2026-11-18' },
      ['đã trả kết quả ngày 18/11/2026'],
      ['muộn'],
    ],
    [
      'returned late',
      { status: 'returned', returnedOn: '2026-11-20' },
      ['Trả muộn 1 ngày làm việc'],
      ['quá hẹn'],
    ],
    [
      'to be collected',
      { status: 'returned' },
      ['đã có kết quả', 'nhận kết quả tại bộ phận một cửa'],
      ['bưu điện'],
    ],
    ['by post', { status: 'returned', byPost: true }, ['gửi qua bưu điện'], ['nhận kết quả tại']],
    ['to come by post', { byPost: true, dueOn: '2026-12-01' }, ['gửi cho bạn qua bưu điện'], ['quá hẹn']],
    ['sent back', { status: 'sent_back' }, ['đã bị trả lại', 'Vì sao bị trả lại'], ['quá hẹn']],
    ['waiting for papers', { status: 'waiting_supplement' }, ['đang chờ bạn bổ sung'], ['quá hẹn']],
    ['with a note', { note: 'thiếu bản vẽ' }, ['Một cửa ghi chú: thiếu bản vẽ'], []],
  ];
  for (const [how, facts, says, saysNot] of states)
    bothWays(how, async (citizen) => {
      lists(citizen, facts);
      const { text } = await citizen.says(`hồ sơ ${CODE} xong chưa`);
      for (const words of says) expect(text).toContain(words);
      for (const words of saysNot) expect(text).not.toContain(words);
    });
});

bothWays('what follows is about the same dossier, until another one is meant', async (citizen) => {
  lists(citizen, {});
  await citizen.says(`hồ sơ ${CODE} xong chưa`);
  expect((await citizen.says('nó trễ mấy ngày rồi')).text).toContain('2 ngày làm việc');
  expect((await citizen.says('bao giờ lấy được')).text).toContain(CODE);
  expect((await citizen.says('tôi còn hồ sơ khác nữa')).ask).toBe('dossier_code');
});

bothWays('who has lost the code is told where it stands, and can leave', async (citizen) => {
  await citizen.says('hồ sơ của tôi tới đâu rồi');
  const helped = await citizen.says('quên mã rồi');
  expect(helped).toMatchObject({ ask: 'dossier_code', options: ['gặp cán bộ'] });
  expect(helped.text).toContain('giấy tiếp nhận hồ sơ');
  expect((await citizen.says('thôi khỏi')).ask).toBeUndefined();
});

bothWays('an identity number is not looked for, nor read back', async (citizen) => {
  const { text, ask } = await citizen.says('ktra giúp hồ sơ cấp sổ tên Phan Văn Lực cccd 079012345678');
  expect(ask).toBe('dossier_code');
  expect(text).not.toContain('079012345678');
});

bothWays('a date is no code', async (citizen) => {
  const { text } = await citizen.says('hồ sơ tôi nộp hôm 15/10/2026 sao chưa thấy gì');
  expect(text).toContain('mã hồ sơ');
  expect(text).not.toContain('15/10');
});

bothWays('a wrong code: what to check, whom to ask; after a few only a person helps', async (citizen) => {
  lists(citizen, {});
  const first = await citizen.says('hồ sơ H99.99-111111-0001 xong chưa');
  expect(first).toMatchObject({ ask: 'dossier_code', options: ['gặp cán bộ'] });
  expect(first.text).toContain('bộ phận một cửa');
  await citizen.tells('H99.99-111111-0002', 'H99.99-111111-0003');
  const rest = await citizen.says('H99.99-111111-0004');
  expect(rest).toMatchObject({ ask: undefined, options: ['gặp cán bộ'] });
  // Not even a right one, for an hour.
  expect((await citizen.says(`hồ sơ ${CODE}`)).text).toBe(rest.text);
  citizen.leavesFor(1.1);
  expect((await citizen.says(`hồ sơ ${CODE}`)).text).toContain('đang giải quyết');
});

bothWays('a right code forgives the wrong ones', async (citizen) => {
  lists(citizen, {});
  await citizen.tells('hồ sơ H99.99-111111-0001', 'H99.99-111111-0002', 'H99.99-111111-0003', CODE);
  expect((await citizen.says('hồ sơ H99.99-111111-0004')).ask).toBe('dossier_code');
});

describe('in the middle of a report', () => {
  const begun = async (citizen: Speaker) => {
    lists(citizen, {});
    return citizen.tells('tôi muốn phản ánh', 'Ô nhiễm môi trường', 'nhà máy xả khói đen mù mịt cả tuần nay');
  };

  bothWays(
    'a dossier is told of, and the open question comes again, though the code looks like a place',
    async (citizen) => {
      expect((await begun(citizen)).ask).toBe('location');
      const told = await citizen.says(`hồ sơ ${CODE} xong chưa`);
      expect(told.text).toContain('Đã quá hẹn 2 ngày làm việc.');
      expect(told.ask).toBe('location');
      expect((await citizen.says('xã Tân Hiệp, An Giang')).ask).toBe('anonymity');
    },
  );

  bothWays('the code may come after; what is no code still answers the report', async (citizen) => {
    await begun(citizen);
    const asked = await citizen.says('hồ sơ của tôi tới đâu rồi');
    expect(asked.text).toContain('mã hồ sơ');
    expect(asked.ask).toBe('location');
    expect((await citizen.says(CODE)).text).toContain('đang giải quyết');
    await citizen.says('hồ sơ khác của tôi tới đâu rồi');
    expect((await citizen.says('số 1234/56 đường Láng, phường Láng, Hà Nội')).ask).toBe('anonymity');
  });
});

bothWays('who was asked for a code and reports instead, reports', async (citizen) => {
  await citizen.says('hồ sơ của tôi tới đâu rồi');
  expect((await citizen.says('nhà máy xả nước thải đen ngòm ra kênh')).ask).toBe('location');
});
