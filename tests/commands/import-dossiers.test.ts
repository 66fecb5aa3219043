import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importDossiers } from '../../commands/import-dossiers';
import type { Dossier } from '../../hotline/dossiers';
import { part } from '../files/zip';
import { type SheetCell, workbook } from '../files/workbook';
import { monday } from '../town/people';
import { run } from './run';

const room = mkdtempSync(join(tmpdir(), 'hotline-import-'));
afterAll(() => rmSync(room, { recursive: true }));

let files = 0;
function fileWith(bytes: string | Buffer): string {
  const file = join(room, `list-${++files}`);
  writeFileSync(file, bytes);
  return file;
}

/** Imports into a list; what was kept comes back with what was said. */
async function imported(bytes: string | Buffer, ...options: string[]) {
  const kept = new Map<string, Dossier>();
  const put = async (list: readonly Dossier[]) => {
    const before = kept.size;
    for (const dossier of list) kept.set(dossier.code, dossier);
    return { added: kept.size - before };
  };
  const command = importDossiers({ withDossiers: (work) => work({ put }), now: () => monday });
  const ran = await run(command, [fileWith(bytes), ...options]);
  return { ...ran, kept: [...kept.values()], told: ran.said.join('\n') };
}

const HEAD = 'Mã hồ sơ,Thủ tục,Ngày nhận,Ngày hẹn trả,Trạng thái,Ngày trả,Trả qua bưu điện,Ghi chú';
const ROW = 'H12.34-261102-0001,Đăng ký môi trường,02/11/2026,20/11/2026,Đang xử lý,,không,';
const READ: Dossier = {
  code: 'H12.34-261102-0001',
  procedure: 'Đăng ký môi trường',
  receivedOn: '2026-11-02',
  dueOn: '2026-11-20',
  status: 'in_progress',
  returnedOn: null,
  byPost: false,
  note: null,
};

describe('a list as a one-stop office exports it', () => {
  test.each([
    ['with accents', `${HEAD}\n${ROW}`],
    ['without accents', `${HEAD.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')}\n${ROW}`],
    ['decomposed', `${HEAD}\n${ROW}`.normalize('NFD')],
    ['in capitals', `${HEAD.toUpperCase()}\n${ROW}`],
    ['with semicolons', `${HEAD}\n${ROW}`.replace(/,/g, ';')],
    ['with tabs', `${HEAD}\n${ROW}`.replace(/,/g, '\t')],
    ['with a mark for UTF-8', `\ufeff${HEAD}\n${ROW}`],
    ['with the ends of lines of Windows', `${HEAD}\r\n${ROW}\r\n\r\n`],
    ['in UTF-16, as Excel writes it', Buffer.from(`\ufeff${HEAD}\n${ROW}`.replace(/,/g, '\t'), 'utf16le')],
    ['in UTF-16, high byte first', Buffer.from(`\ufeff${HEAD}\n${ROW}`, 'utf16le').swap16()],
    [
      'in English, in another order',
      'status,note,by post,returned on,due on,received on,procedure,code\nin_progress,,no,,2026-11-20,2026-11-02,Đăng ký môi trường,H12.34-261102-0001',
    ],
    ['below a title', `DANH SÁCH HỒ SƠ\nTừ ngày 01/11/2026,,đến 30/11/2026\n\n${HEAD}\n${ROW}`],
    [
      'with days as Excel counts them',
      `${HEAD}\n${ROW.replace('02/11/2026', '46328').replace('20/11/2026', '46346.5')}`,
    ],
    [
      'with times of the day',
      `${HEAD}\n${ROW.replace('02/11/2026', '02/11/2026 08:15').replace('20/11/2026', '2026-11-19T23:00:00Z')}`,
    ],
  ])('%s', async (_how, bytes) => {
    const { code, kept } = await imported(bytes);
    expect({
      code,
      kept: kept.map((each) => ({ ...each, procedure: each.procedure?.normalize('NFC') })),
    }).toEqual({
      code: 0,
      kept: [READ],
    });
  });

  test('as a workbook, days as days', async () => {
    const cells: SheetCell[] = ['H12.34-261102-0001', 'Đăng ký môi trường', { day: 46328 }, '20/11/2026'];
    const rows = [['Danh sách'], HEAD.split(','), [...cells, 'Đang xử lý', '', 'Không', '']];
    expect(await imported(workbook(rows))).toMatchObject({ code: 0, kept: [READ] });
  });

  test.each([
    ['Đã trả kết quả', 'returned'],
    ['đã có kết quả', 'returned'],
    ['Trả lại', 'sent_back'],
    ['Từ chối tiếp nhận', 'sent_back'],
    ['Chờ bổ sung', 'waiting_supplement'],
    ['yêu cầu bổ sung hồ sơ', 'waiting_supplement'],
    ['Đang giải quyết (quá hạn)', 'in_progress'],
    ['waiting_supplement', 'waiting_supplement'],
    ['SENT BACK', 'sent_back'],
  ])('%s is %s', async (words, status) => {
    const { kept } = await imported(`${HEAD}\n${ROW.replace('Đang xử lý', words)}`);
    expect(kept).toEqual([{ ...READ, status }]);
  });

  test.each([
    ['có', true],
    ['x', true],
    ['Qua bưu điện', true],
    ['Trực tiếp', false],
    ['', false],
  ])('by post: %j is %s', async (words, byPost) => {
    const { kept } = await imported(`${HEAD}\n${ROW.replace('không', words)}`);
    expect(kept).toEqual([{ ...READ, byPost }]);
  });
});

test('the figures of a department: 836 dossiers', async () => {
  const many = (from: number, count: number, rest: string) =>
    Array.from(
      { length: count },
      (_, at) => `HS-${String(from + at).padStart(6, '0')},Thủ tục,02/11/2026,${rest}`,
    );
  const rows = [
    ...many(0, 553, '20/11/2026,đã trả,19/11/2026,có,'),
    ...many(1_000, 168, '20/11/2026,trả lại,,,'),
    ...many(2_000, 40, '20/11/2026,đang xử lý,,,'),
    ...many(3_000, 60, '23/11/2026,đang xử lý,,,'),
    ...many(4_000, 15, '20/11/2026,chờ bổ sung,,,'),
  ];
  const { lines } = await imported([HEAD, ...rows].join('\n'));
  expect(lines).toEqual([
    'Tiếp nhận: 836 (mới 836, cập nhật 0)',
    'Đã trả: 553',
    'Trả lại: 168',
    'Đang giải quyết: 115 (chờ bổ sung 15)',
    'Quá hạn: 40',
    'Trả qua bưu điện: 553',
  ]);
});

test('nobody’s name, phone or address is read, and it is said so', async () => {
  const people = 'Người nộp,Số điện thoại,Địa chỉ,CCCD,Lĩnh vực';
  const { kept, told } = await imported(
    `${people},${HEAD}\nTrần Văn Nam,0987654321,ấp Kinh 5,079012345678,Đất đai,${ROW}gọi 0987 654 321 hoặc nam@example.vn`,
  );
  expect(kept).toEqual([{ ...READ, note: 'gọi … hoặc …' }]);
  expect(told).toContain('Không đọc cột về người nộp: Người nộp, Số điện thoại, Địa chỉ, CCCD.');
  expect(told).toContain('Bỏ qua cột không dùng: Lĩnh vực.');
  expect(told).toContain('1 ghi chú');
  expect(told).not.toMatch(/Nam|0987/);
});

describe('wrong rows', () => {
  const wrong = `${HEAD}\n${ROW}\n,x,02/11/2026,,đang xử lý\nHS-000002,x,31/02/2026,,đã bay`;

  test('nothing is kept; each is told with its line and what to do', async () => {
    const { code, kept, told, lines } = await imported(wrong);
    expect({ code, kept, lines }).toEqual({ code: 1, kept: [], lines: [] });
    expect(told).toContain('2 dòng sai');
    expect(told).toContain('Dòng 3: thiếu mã hồ sơ');
    expect(told).toContain('Dòng 4: ngày nhận không đọc được: "31/02/2026"; trạng thái "đã bay" chưa biết');
    expect(told).toContain('--partial');
  });

  test('with --partial the others are kept', async () => {
    const { code, kept, lines } = await imported(wrong, '--partial');
    expect({ code, kept }).toEqual({ code: 0, kept: [READ] });
    expect(lines[0]).toBe('Tiếp nhận: 1 (mới 1, cập nhật 0)');
  });

  test('of many the first twenty are told', async () => {
    const { said } = await imported([HEAD, ...Array.from({ length: 50 }, () => 'x')].join('\n'));
    expect(said.filter((line) => line.startsWith('Dòng'))).toHaveLength(20);
    expect(said).toContain('… và 30 dòng nữa.');
  });

  test.each(
    [
      [`${ROW}\n${ROW.toLowerCase()}`, 'đã có ở dòng 2'],
      [ROW.replace('20/11/2026', '01/11/2026'), 'ngày hẹn trả trước ngày nhận'],
      [ROW.replace('Đang xử lý,,', 'đã trả,01/11/2026,'), 'ngày trả trước ngày nhận'],
      [ROW.replace('02/11/2026', ''), 'thiếu ngày nhận'],
      [ROW.replace('Đăng ký môi trường', '"=HYPERLINK(""http://x"")"'), 'thủ tục là công thức'],
      [`${ROW}@SUM(A1)`, 'ghi chú là công thức'],
      [ROW.replace('H12.34-261102-0001', '<script>1</script>'), 'mã hồ sơ không đúng dạng'],
      [ROW.replace('không', 'có lẽ'), 'trả qua bưu điện'],
      [ROW.replace('02/11/2026', '11/25/2026'), 'ngày nhận không đọc được'],
      [`${ROW}${'a'.repeat(2_000)}`, 'ghi chú dài quá'],
    ].map(([rows = '', fault = '']) => [fault, rows]),
  )('%s', async (fault, rows) => {
    expect(await imported(`${HEAD}\n${rows}`)).toMatchObject({
      code: 1,
      kept: [],
      told: expect.stringContaining(fault),
    });
  });
});

describe('what is no list is refused with what to do', () => {
  const sheet = 'xl/worksheets/sheet1.xml';
  const rows = [HEAD.split(','), ROW.split(',')];
  test.each<[string, string | Buffer, string]>([
    ['nothing', '', 'tiêu đề'],
    ['no headings', 'a,b,c\n1,2,3', '“Mã hồ sơ”'],
    ['Windows-1258', Buffer.from([...Buffer.from(HEAD), 0x0a, 0xd0, 0xcc, 0xff, 0x2c]), 'CSV UTF-8'],
    ['UTF-16 without a mark', Buffer.from(`${HEAD}\n${ROW}`, 'utf16le'), 'CSV UTF-8'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '.xlsx'],
    ['a quote that is never closed', `${HEAD}\n"${'x,\n'.repeat(100_000)}`, 'nháy kép'],
    ['a broken workbook', Buffer.from('PK\x03\x04 and nothing else'), 'bị hỏng'],
    [
      'a workbook with formulas',
      workbook([...rows, [{ xml: '<c r="A3"><f>1+1</f><v>2</v></c>' }]]),
      'công thức',
    ],
    ['a workbook with macros', workbook(rows, [part('xl/vbaProject.bin', 'x')]), 'macro'],
    [
      'a workbook with entities',
      workbook(rows, [part(sheet, '<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>')]),
      'bị hỏng',
    ],
    [
      'a bomb',
      workbook(rows, [{ name: sheet, bytes: Buffer.alloc(1_000_000), declared: 300 * 1024 * 1024 }]),
      '200 MB',
    ],
    [
      'a bomb that lies',
      workbook(rows, [{ name: sheet, bytes: Buffer.alloc(5_000_000), declared: 10 }]),
      'bị hỏng',
    ],
  ])('%s', async (_what, bytes, told) => {
    expect(await imported(bytes)).toMatchObject({ code: 1, kept: [], told: expect.stringContaining(told) });
  });

  test('a file that is not there, a folder, none, two', async () => {
    const command = importDossiers({ withDossiers: () => Promise.reject(new Error('not to be opened')) });
    expect((await run(command, [join(room, 'none.csv')])).said.join()).toContain('ENOENT');
    expect((await run(command, [room])).said.join()).toContain('không phải một tệp');
    for (const args of [[], ['a', 'b'], ['--fast', 'a']])
      expect(await run(command, args)).toMatchObject({
        code: 1,
        said: [expect.stringContaining('import dossiers')],
      });
  });
});
