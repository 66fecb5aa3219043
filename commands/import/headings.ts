import { letters } from '../../hotline/letters';
import { type Row, textOf } from './table';

/** What is read of a dossier. */
export type Column =
  'code' | 'procedure' | 'receivedOn' | 'dueOn' | 'status' | 'returnedOn' | 'byPost' | 'note';

/** How one-stop offices head their columns, without accents; the English ones are the contract's. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  code: [
    'ma ho so',
    'so ho so',
    'ma so ho so',
    'ma hs',
    'so hs',
    'so bien nhan',
    'ma bien nhan',
    'so bien nhan ho so',
    'code',
    'dossier code',
    'dossier',
    'file number',
  ],
  procedure: [
    'thu tuc',
    'ten thu tuc',
    'thu tuc hanh chinh',
    'ten thu tuc hanh chinh',
    'tthc',
    'ten tthc',
    'procedure',
    'procedure name',
  ],
  receivedOn: [
    'ngay nhan',
    'ngay tiep nhan',
    'ngay nhan tiep nhan',
    'ngay nhan ho so',
    'ngay tiep nhan ho so',
    'ngay nop',
    'ngay nop ho so',
    'thoi gian tiep nhan',
    'received on',
    'received',
    'received date',
    'date received',
  ],
  dueOn: [
    'ngay hen tra',
    'ngay hen',
    'hen tra',
    'han tra',
    'han tra ket qua',
    'ngay hen tra ket qua',
    'ngay hen tra kq',
    'thoi gian hen tra',
    'han giai quyet',
    'due on',
    'due',
    'due date',
  ],
  status: ['trang thai', 'trang thai ho so', 'tinh trang', 'tinh trang ho so', 'status', 'state'],
  returnedOn: [
    'ngay tra',
    'ngay tra ket qua',
    'ngay tra kq',
    'ngay tra thuc te',
    'thoi gian tra',
    'returned on',
    'returned',
    'returned date',
  ],
  byPost: [
    'tra qua buu dien',
    'tra qua buu chinh',
    'qua buu dien',
    'buu dien',
    'buu chinh cong ich',
    'tra qua buu chinh cong ich',
    'hinh thuc tra',
    'hinh thuc tra ket qua',
    'by post',
    'post',
  ],
  note: ['ghi chu', 'note', 'notes'],
};

const COLUMNS = Object.keys(HEADINGS) as Column[];
const NEEDED: readonly Column[] = ['code', 'receivedOn', 'status'];

/** Columns that tell who somebody is; they are never read. */
const PERSONAL =
  /\b(?:ten nguoi|ho (?:va )?ten|ho dem|chu ho so|nguoi (?:nop|dung ten|su dung|lien he|nhan|uy quyen)|cong dan|to chuc|ca nhan|chu (?:so huu|dat)|dien thoai|sdt|so dt|dt|di dong|dia chi|noi o|thuong tru|email|thu dien tu|cccd|cmnd|can cuoc|so dinh danh|giay to tuy than|ngay sinh|nam sinh|gioi tinh|ma so thue|name|applicant|owner|phone|mobile|address|id number|birth)\b/;

export interface Headings {
  /** Where each column stands. */
  at: Partial<Record<Column, number>>;
  /** Headings of columns about persons, which are not read. */
  personal: string[];
  /** Headings that nobody knows, which are not read either. */
  unknown: string[];
}

/** The headings of a list, where this row holds them; undefined where it does not, such as a title above them. */
export function headingsIn({ cells }: Row): Headings | undefined {
  const found: Headings = { at: {}, personal: [], unknown: [] };
  for (const [index, cell] of cells.entries()) {
    const heading = textOf(cell);
    if (heading === '') continue;
    const column = columnOf(letters(heading.replace(ASIDE, ' ')));
    if (column) found.at[column] ??= index;
    else if (PERSONAL.test(letters(heading))) found.personal.push(heading);
    else found.unknown.push(heading);
  }
  return NEEDED.every((column) => found.at[column] !== undefined) ? found : undefined;
}

/** `Trả qua bưu điện (có/không)` */
const ASIDE = /\([^()]*\)/g;

const columnOf = (heading: string): Column | undefined =>
  COLUMNS.find((column) => HEADINGS[column].includes(heading));

/** What the operator is told when no row holds the headings. */
export const HEADINGS_NEEDED =
  'Không thấy hàng tiêu đề. Cần ít nhất các cột “Mã hồ sơ”, “Ngày nhận”, “Trạng thái”; ' +
  'nên có thêm “Thủ tục”, “Ngày hẹn trả”, “Ngày trả”, “Trả qua bưu điện”, “Ghi chú”.';
