import type { Responsible, Tried } from '../../hotline/routing';
import type { Contact, Units } from '../../hotline/routing/agencies';
import type { Routed } from '../../hotline/routing/rules';
import type { Term } from '../../hotline/ticket/deadline';
import { wallClock } from '../../hotline/vietnam-time';

/** All that was found out about one report. */
export interface Answer {
  report: Routed;
  tried: readonly Tried[];
  responsible: Responsible;
  contact: Contact | undefined;
  term: Term;
  deadline: Date;
  dueSoonAt: Date;
}

/** The same for people. */
export function linesOf(answer: Answer, units: Units, explained: boolean): string[] {
  const { report, tried, responsible, contact, term, deadline, dueSoonAt } = answer;
  const { agency, reason, accused } = responsible;
  return [
    `Phản ánh: ${[report.lane, report.category ?? '', report.urgent ? 'khẩn' : ''].filter(Boolean).join(', ')}`,
    `Nơi xảy ra: ${placeOf(report, units)}`,
    ...(explained
      ? ['Quy tắc, theo thứ tự:', ...tried.map((each, index) => ruleLine(each, index, report))]
      : []),
    `Cơ quan xử lý: ${agency ? `${agency.name} (${agency.code})` : 'chờ người phân công'}`,
    `Lý do: ${reason}`,
    ...(accused ? [`Không chuyển cho cơ quan bị nêu: ${accused.join(', ')}`] : []),
    ...(agency ? [`Liên hệ: ${contactOf(contact)}`] : []),
    `Thời hạn: ${termOf(term)}`,
    `Hạn trả lời dự kiến: ${timeOf(deadline)}`,
    `Báo cán bộ sắp đến hạn: ${timeOf(dueSoonAt)}`,
  ];
}

function placeOf({ location }: Routed, { provinces, communes }: Units): string {
  const commune = communes.find(({ code }) => code === location.communeCode);
  const province = provinces.find(({ code }) => code === location.provinceCode);
  const named = [commune, province].flatMap((unit) => (unit ? [`${unit.fullName} (${unit.code})`] : []));
  return named.join(', ') || 'chưa rõ';
}

function ruleLine({ rule, unmet }: Tried, index: number, report: Routed): string {
  const which = `  ${index + 1}. ${rule.to} – ${rule.why}`;
  return unmet === undefined ? `${which}: KHỚP` : `${which}: không khớp ${whyNot(rule, unmet, report)}`;
}

const CALLED: Record<string, string> = {
  lane: 'lĩnh vực',
  category: 'loại',
  urgent: 'mức khẩn',
  province: 'tỉnh',
  commune: 'xã',
  words: 'từ ngữ',
};

function whyNot(rule: Tried['rule'], unmet: string, report: Routed): string {
  const wanted = [rule[unmet as keyof typeof rule]].flat().map(String);
  const shown = wanted.length > 4 ? [...wanted.slice(0, 4), '…'] : wanted;
  const name = CALLED[unmet] ?? unmet;
  if (unmet === 'words') return `${name} (không có: ${shown.join(', ')})`;
  return `${name} (cần ${shown.join(', ')}; đang là ${isOf(report, unmet)})`;
}

function isOf({ lane, category, urgent, location }: Routed, unmet: string): string {
  const is: Record<string, string | null> = {
    ...{ lane, category, urgent: String(urgent) },
    ...{ province: location.provinceCode, commune: location.communeCode },
  };
  return is[unmet] ?? 'chưa rõ';
}

function contactOf(contact: Contact | undefined): string {
  if (!contact) return 'chưa có ai xác nhận (content/agencies/contacts.yaml)';
  const { phone, email, address, confirmed } = contact;
  const said = [phone, email, address].filter(Boolean).join(', ');
  return `${said} (${confirmed.by} xác nhận ${confirmed.at})`;
}

const termOf = (term: Term): string =>
  'hours' in term ? `${term.hours} giờ` : `${term.workingDays} ngày làm việc`;

/** `17:00 ngày 14/12/2026` */
function timeOf(date: Date): string {
  const [day = '', time = ''] = wallClock(date).toISOString().split('T');
  return `${time.slice(0, 5)} ngày ${day.split('-').reverse().join('/')}`;
}
