import { type Packed, part, zip } from './zip';

/** A cell as a workbook holds it: text, a number, a day (by its number, with the style of a date), or XML of its own. */
export type SheetCell = string | number | { day: number } | { xml: string };

/** A workbook (ECMA-376) with one sheet, and what else is put into it; a part of the same name takes the place of its own. */
export function workbook(rows: readonly (readonly SheetCell[])[], more: readonly Packed[] = []): Buffer {
  const own = [
    part('[Content_Types].xml', TYPES),
    part('_rels/.rels', relations('officeDocument', 'xl/workbook.xml')),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Hồ sơ" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      relations('worksheet', 'worksheets/sheet1.xml', 'styles', 'styles.xml'),
    ),
    part(
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    part('xl/worksheets/sheet1.xml', sheet(rows)),
  ];
  return zip([...own.filter(({ name }) => !more.some((one) => one.name === name)), ...more]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';

function relations(...pairs: string[]): string {
  const all = pairs
    .flatMap((kind, at) => (at % 2 === 0 ? [{ kind, target: pairs[at + 1] ?? '' }] : []))
    .map(
      ({ kind, target }, at) =>
        `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
    );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

const sheet = (rows: readonly (readonly SheetCell[])[]): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`;

const rowXml = (cells: readonly SheetCell[], row: number): string =>
  `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`)).join('')}</row>`;

function cellXml(cell: SheetCell, at: string): string {
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  return 'day' in cell ? `<c r="${at}" s="1"><v>${cell.day}</v></c>` : cell.xml;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
