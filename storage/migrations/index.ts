import type { Connection } from 'mongoose';
import { ensureAlertIndexes } from '../alerts';
import { mongoAuditLog } from '../audit';
import { ensureChannelIndexes } from '../channels';
import { conversationLists } from '../conversations';
import { ensureDeadLetterIndex } from '../dead-letters';
import { ensureDossierIndexes } from '../dossiers';
import { beginWatch } from '../due';
import { exampleStore } from '../examples';
import { gridFsFiles } from '../files';
import { ensureIncidentIndexes, indexByKind } from '../incidents';
import { ensureQuestionIndexes } from '../questions';
import { ensureRatingIndexes } from '../ratings';
import { ensureSignInIndexes } from '../sign-in';
import { mongoStaffStore } from '../staff';
import { ticketStore } from '../tickets';
import { ensureTurnIndexes } from '../turn-record';
import { migrate } from './migrate';
import type { Migration } from './migration';

/**
 * All that was ever done to the shape of the data, in order. A new store, an index more, a field that moves: one more
 * step at the end. Each is released with the code that needs it and stays as it is.
 */
export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'chỉ mục đầu tiên', run: ({ connection }) => firstIndexes(connection) },
  { number: 2, name: 'theo dõi hạn xử lý', run: ({ connection }) => beginWatch(connection) },
  {
    number: 3,
    name: 'báo tin cho cán bộ, tình trạng các kênh',
    run: ({ connection }) => watchIndexes(connection),
  },
  {
    number: 4,
    name: 'tìm phản ánh cùng vụ việc',
    run: ({ connection }) => ensureIncidentIndexes(connection),
  },
  {
    number: 5,
    name: 'câu hỏi chưa trả lời được',
    run: ({ connection }) => ensureQuestionIndexes(connection),
  },
  {
    number: 6,
    name: 'tra cứu hồ sơ một cửa',
    run: ({ connection }) => ensureDossierIndexes(connection),
  },
  {
    number: 7,
    name: 'chấm điểm của người dân',
    run: ({ connection }) => ensureRatingIndexes(connection),
  },
  {
    number: 8,
    name: 'tìm phản ánh cùng vụ việc theo loại',
    run: ({ connection }) => indexByKind(connection),
  },
];

/** Before the stores are used: brings the data to the shape this code needs; see `migrate`. */
export const prepareData = (connection: Connection, say?: (line: string) => void): Promise<void> =>
  migrate(connection, { migrations: MIGRATIONS, say });

async function firstIndexes(connection: Connection): Promise<void> {
  await Promise.all([
    ensureTurnIndexes(connection),
    ticketStore(connection).ensureIndexes(),
    conversationLists(connection, () => undefined).ensureIndexes(),
    gridFsFiles(connection).prepare(),
    mongoStaffStore(connection).init(),
    mongoAuditLog(connection).init(),
    exampleStore(connection).init(),
    ensureSignInIndexes(connection),
  ]);
}

async function watchIndexes(connection: Connection): Promise<void> {
  await Promise.all([
    ensureAlertIndexes(connection),
    ensureChannelIndexes(connection),
    ensureDeadLetterIndex(connection),
  ]);
}
