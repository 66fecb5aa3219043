import { route } from '../../commands/route';
import { routing } from '../../hotline/routing';
import { placeFinder } from '../../nlp/places';
import { readText } from '../../nlp/fold';
import { content, understand } from '../town/content';
import { townDeadlines } from '../town/deadlines';
import { run } from './run';

const { gazetteer } = content;
const placesIn = placeFinder(gazetteer);
const command = route({
  open: () => ({
    routing: routing(content.routing, gazetteer),
    deadlines: townDeadlines,
    contacts: {
      'SNNMT-24': { phone: '0222 000 000', confirmed: { by: 'Phạm Thị Lan', at: '2026-11-25' } },
    },
    units: gazetteer,
    understand,
    placesIn: (text) => placesIn(readText(text)),
  }),
});
const AT = ['--at', '2026-11-23T09:00+07:00'];
const asked = async (args: string[], input = '') => {
  const { code, lines, said } = await run(command, [...args, ...AT], input);
  return { code, said, text: lines.join('\n') };
};
const json = async (args: string[], input = '') => {
  const { text } = await asked([...args, '--json'], input);
  return JSON.parse(text) as Record<string, unknown>;
};

it('explains every rule it tried, the agency, the term and the deadline', async () => {
  const { code, text } = await asked([
    '--explain',
    '--lane',
    'pollution',
    '--category',
    'noise',
    '--commune',
    '00004',
  ]);
  expect(code).toBe(0);
  expect(text.split('\n')).toEqual([
    'Phản ánh: pollution, noise',
    'Nơi xảy ra: Phường Ba Đình (00004), Thành phố Hà Nội (01)',
    'Quy tắc, theo thứ tự:',
    '  1. inspectorate – phản ánh về cán bộ: không khớp lĩnh vực (cần misconduct; đang là pollution)',
    '  2. landOffice – hồ sơ, giấy chứng nhận đất đai: không khớp lĩnh vực (cần land; đang là pollution)',
    '  3. commune – vi phạm đất đai do xã xem xét trước: không khớp lĩnh vực (cần land; đang là pollution)',
    '  4. department – khẩn: không khớp mức khẩn (cần true; đang là false)',
    '  5. department – cần cơ quan chuyên môn cấp tỉnh: không khớp loại (cần hazardous_waste, minerals, wildlife_forest; đang là noise)',
    '  6. commune – việc tại địa bàn xã: không khớp loại (cần solid_waste, open_burning, odor; đang là noise)',
    '  7. department – cơ sở sản xuất, khu công nghiệp, bãi rác do cấp tỉnh xem xét: không khớp loại (cần air, odor, water, solid_waste, …; đang là noise)',
    '  8. commune – chăn nuôi, nước thải của hộ dân: không khớp loại (cần water; đang là noise)',
    '  9. commune – bụi từ công trình, xe chở vật liệu tại địa bàn: không khớp loại (cần air; đang là noise)',
    '  10. commune – việc tại địa bàn xã: KHỚP',
    'Cơ quan xử lý: UBND Phường Ba Đình (UBND-00004)',
    'Lý do: việc tại địa bàn xã',
    'Liên hệ: chưa có ai xác nhận (content/agencies/contacts.yaml)',
    'Thời hạn: 15 ngày làm việc',
    'Hạn trả lời dự kiến: 17:00 ngày 14/12/2026',
    'Báo cán bộ sắp đến hạn: 08:00 ngày 11/12/2026',
  ]);
});

it('reads a text as the bot would', async () => {
  const story = 'Nhà máy giấy xả nước thải đen ngòm ra sông Cầu ở xã Yên Phong, Bắc Ninh, cá chết trắng';
  const answer = await json(['--explain'], story);
  expect(answer).toMatchObject({
    report: { lane: 'pollution', category: 'water', provinceCode: '24', communeCode: '09193' },
    agency: { code: 'SNNMT-24' },
    contact: { phone: '0222 000 000' },
    accused: [],
  });
});

it.each([
  [['--lane', 'land', '--place', 'phường Ba Đình, Hà Nội'], 'UBND-00004', { workingDays: 15 }],
  [['--lane', 'pollution', '--urgent', '--province', '91'], 'SNNMT-91', { hours: 24 }],
  [['--lane', 'misconduct', '--commune', '09193', '--text', 'đòi phong bì'], 'TTT-24', { workingDays: 20 }],
  [['--lane', 'misconduct', '--province', '24', '--source', 'Thanh tra tỉnh'], 'TTCP', { workingDays: 20 }],
])('%j → %s', async (args, agency, term) => {
  expect(await json(args)).toMatchObject({ agency: { code: agency }, term });
});

it('says that a person decides when the place is not known', async () => {
  const { code, text } = await asked(['--lane', 'land']);
  expect(code).toBe(0);
  expect(text).toMatch(/chờ người phân công\nLý do: chưa rõ nơi xảy ra/);
});

it.each([
  [['--lane', 'sea'], /--lane: "sea" không có.*pollution, land, misconduct/],
  [['--lane', 'land', '--category', 'air'], /--category: chỉ phản ánh ô nhiễm/],
  [['--lane', 'pollution', '--category', 'mud'], /--category: "mud"/],
  [['--lane', 'land', '--commune', '99999'], /--commune: không có xã, phường nào mã "99999"/],
  [['--lane', 'land', '--province', '99'], /--province: .*"99"/],
  [['--lane', 'land', '--province', '01', '--commune', '09193'], /không thuộc tỉnh mã "01"/],
  [['--lane', 'land', '--place', 'zzz'], /--place: không nhận ra "zzz"/],
  [['--lane', 'land', '--place', 'xã Tân Hiệp'], /nơi tên.*--commune MÃ: \d{5} Xã Tân Hiệp, /],
  [['--text', 'xin chào'], /không giống một phản ánh/],
  [['--where', 'here'], /Cách dùng: npx hotline route/],
  [[], /Cần --lane, hoặc nội dung/],
])('%j is refused in one line', async (args, message) => {
  const { code, text, said } = await asked(args);
  expect([code, text]).toEqual([1, '']);
  expect(said).toEqual([expect.stringMatching(message)]);
});

it('a moment that is none is refused', async () => {
  const { code, said } = await run(command, ['--lane', 'land', '--at', 'mai']);
  expect([code, said]).toEqual([1, [expect.stringContaining('--at: "mai"')]]);
});
