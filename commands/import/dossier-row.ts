import type { Dossier } from '../../hotline/dossiers';
import { letters } from '../../hotline/letters';
import { dayIn } from './days';
import type { Column, Headings } from './headings';
import { stateIn, yesIn } from './states';
import { type Row, textOf } from './table';

/** A row as a dossier, or what is wrong with it; `masked`: something personal was taken out of its note. */
export type Read = { dossier: Dossier; masked: boolean } | { faults: string[] };

const LONGEST_CODE = 60;
const LONGEST = { procedure: 500, note: 1_000 };

/** Reads the rows below these headings. */
export const dossierReader =
  ({ at }: Headings) =>
  (row: Row): Read => {
    const reading = new Reading(row, at);
    const code = reading.code();
    const procedure = reading.words('procedure', 'thủ tục');
    const receivedOn = reading.day('receivedOn', 'ngày nhận');
    const dueOn = reading.day('dueOn', 'ngày hẹn trả');
    const status = reading.status();
    const returnedOn = reading.day('returnedOn', 'ngày trả');
    const byPost = reading.byPost();
    const note = reading.words('note', 'ghi chú');
    if (reading.isEmpty('receivedOn')) reading.blame('thiếu ngày nhận');
    if (receivedOn && dueOn && dueOn < receivedOn) reading.blame('ngày hẹn trả trước ngày nhận');
    if (receivedOn && returnedOn && returnedOn < receivedOn) reading.blame('ngày trả trước ngày nhận');
    const { faults } = reading;
    if (faults.length > 0 || !code || !receivedOn || !status || byPost === undefined) return { faults };
    const told = note === null ? null : impersonal(note);
    const dossier = { code, procedure, receivedOn, dueOn, status, returnedOn, byPost, note: told };
    return { dossier, masked: told !== note };
  };

/** The cells of one row, and what is wrong with them. */
class Reading {
  readonly faults: string[] = [];

  constructor(
    private readonly row: Row,
    private readonly at: Headings['at'],
  ) {}

  blame(fault: string): undefined {
    this.faults.push(fault);
  }

  code(): string | undefined {
    const text = this.said('code');
    if (text === '') return this.blame('thiếu mã hồ sơ');
    if (CODE.test(text) && /\d/.test(text) && text.length <= LONGEST_CODE) return text;
    return this.blame(`mã hồ sơ không đúng dạng: ${quoted(text)}`);
  }

  /** Null where there is none, or none that can be read. */
  day(column: Column, heading: string): string | null {
    const text = this.said(column);
    if (text === '') return null;
    return dayIn(text) ?? this.blame(`${heading} không đọc được: ${quoted(text)}`) ?? null;
  }

  status(): Dossier['status'] | undefined {
    const text = this.said('status');
    if (text === '') return this.blame('thiếu trạng thái');
    return stateIn(letters(text)) ?? this.blame(`trạng thái ${quoted(text)} chưa biết; hãy dùng ${STATES}`);
  }

  byPost(): boolean | undefined {
    const text = this.said('byPost');
    return (
      yesIn(letters(text)) ??
      this.blame(`trả qua bưu điện: hãy ghi “có” hoặc “không”, không phải ${quoted(text)}`)
    );
  }

  words(column: 'procedure' | 'note', heading: string): string | null {
    const text = this.said(column);
    if (text.length > LONGEST[column]) this.blame(`${heading} dài quá ${LONGEST[column]} ký tự`);
    if (isFormula(text)) this.blame(`${heading} là công thức: ${quoted(text)}`);
    return text || null;
  }

  isEmpty(column: Column): boolean {
    return this.said(column) === '';
  }

  private said(column: Column): string {
    const index = this.at[column];
    return index === undefined ? '' : textOf(this.row.cells[index]);
  }
}

const CODE = /^[\p{L}\d][\p{L}\d ./_–-]*$/u;
const STATES = '“đang xử lý”, “đã trả”, “trả lại” hoặc “chờ bổ sung”';

/** A spreadsheet would run it when somebody opens an export of ours. */
const isFormula = (text: string): boolean => /^[=@]|^[+-][=@(a-z]/i.test(text);

/** Phone and identity numbers, and addresses of mail: a note is read out to whoever knows the code. */
const PERSONAL = /(?<![\p{L}\d])\+?\d(?:[ .-]?\d){8,13}(?![\p{L}\d/])|[^\s@,;]{1,64}@[^\s@,;]{1,190}/gu;

const impersonal = (note: string): string => note.replace(PERSONAL, '…');

const quoted = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
