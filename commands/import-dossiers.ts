import { parseArgs } from 'node:util';
import { dayAt } from '../hotline/deadlines/calendar';
import { type Dossier, dossierCount, type DossierFigures, type DossierStore } from '../hotline/dossiers';
import { invalid } from '../hotline/errors';
import { dossiersIn } from './import/dossier-list';
import type { Headings } from './import/headings';
import { openTable } from './import/open';
import type { Table } from './import/table';
import type { Command } from './index';

export interface ImportDossiersParts {
  /** Runs some work with the dossiers, on the running system's database or one of its own. */
  withDossiers: <T>(work: (dossiers: Pick<DossierStore, 'put'>) => Promise<T>) => Promise<T>;
  now?: () => Date;
}

/** Written together. */
const BATCH = 1_000;
/** Wrong rows that are told of. */
const SHOWN = 20;

/**
 * `npx hotline import dossiers FILE`: where dossiers stand, from a one-stop office's list. The whole list is read before
 * anything is kept: all of it or nothing, unless `--partial` lets wrong rows be left out. May be run again.
 */
export function importDossiers({ withDossiers, now = () => new Date() }: ImportDossiersParts): Command {
  return {
    name: 'import dossiers',
    usage: 'TỆP [--partial]',
    summary: 'nạp tình trạng hồ sơ một cửa từ tệp CSV hoặc XLSX; tên, số điện thoại không được đọc',
    async run(args, { output, say }) {
      const { file, partial } = readArgs(args);
      const at = now();
      const table = await openTable(file);
      const checked = await check(table, at);
      for (const line of remarks(checked)) say(line);
      if (checked.wrong.length > 0 && !partial) {
        say('Chưa nạp gì. Hãy sửa các dòng trên rồi chạy lại, hoặc thêm --partial để bỏ qua chúng.');
        return 1;
      }
      const added = await withDossiers((dossiers) => load(table, dossiers, at));
      output.write(`${summary(checked.figures, added).join('\n')}\n`);
      return 0;
    },
  };
}

function readArgs(args: readonly string[]): { file: string; partial: boolean } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { partial: { type: 'boolean' } },
  });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0)
    throw invalid('Cần đúng một tên tệp: npx hotline import dossiers TỆP');
  return { file, partial: values.partial ?? false };
}

interface Checked {
  headings: Headings;
  figures: DossierFigures;
  masked: number;
  wrong: string[];
  wrongRows: number;
}

/** Reads all of it and keeps nothing. */
async function check(table: Table, at: Date): Promise<Checked> {
  const count = dossierCount(dayAt(at));
  const checked: Checked = {
    headings: { at: {}, personal: [], unknown: [] },
    figures: count.figures,
    masked: 0,
    wrong: [],
    wrongRows: 0,
  };
  for await (const entry of dossiersIn(table)) {
    if (entry.type === 'headings') checked.headings = entry.headings;
    else if (entry.type === 'dossier') {
      count.add(entry.dossier);
      if (entry.masked) checked.masked++;
    } else if (++checked.wrongRows <= SHOWN)
      checked.wrong.push(`Dòng ${entry.line}: ${entry.faults.join('; ')}`);
  }
  return checked;
}

async function load(table: Table, dossiers: Pick<DossierStore, 'put'>, at: Date): Promise<number> {
  let added = 0;
  let batch: Dossier[] = [];
  const put = async (): Promise<void> => {
    added += (await dossiers.put(batch, at)).added;
    batch = [];
  };
  for await (const entry of dossiersIn(table)) {
    if (entry.type === 'dossier') batch.push(entry.dossier);
    if (batch.length === BATCH) await put();
  }
  await put();
  return added;
}

function remarks({ headings: { personal, unknown }, masked, wrong, wrongRows }: Checked): string[] {
  const more = wrongRows - wrong.length;
  return [
    ...(personal.length > 0 ? [`Không đọc cột về người nộp: ${personal.join(', ')}.`] : []),
    ...(unknown.length > 0 ? [`Bỏ qua cột không dùng: ${unknown.join(', ')}.`] : []),
    ...(masked > 0 ? [`Đã che số điện thoại, số giấy tờ hoặc thư điện tử trong ${masked} ghi chú.`] : []),
    ...(wrongRows > 0 ? [`${wrongRows} dòng sai:`] : []),
    ...wrong,
    ...(more > 0 ? [`… và ${more} dòng nữa.`] : []),
  ];
}

function summary(figures: DossierFigures, added: number): string[] {
  const { received, returned, sentBack, inProgress, waiting, overdue, byPost } = figures;
  const updated = received - added;
  return [
    `Tiếp nhận: ${received} (mới ${added}, cập nhật ${updated})`,
    `Đã trả: ${returned}`,
    `Trả lại: ${sentBack}`,
    `Đang giải quyết: ${inProgress} (chờ bổ sung ${waiting})`,
    `Quá hạn: ${overdue}`,
    `Trả qua bưu điện: ${byPost}`,
  ];
}
