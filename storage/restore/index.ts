import type { Connection } from 'mongoose';
import { HotlineError } from '../../hotline/errors';
import { type Contents, framesOf, readBackup } from '../backup/read';
import { unusable } from '../backup/format';
import { MIGRATIONS, prepareData } from '../migrations';
import { underLease } from '../migrations/lease';
import { newestOf } from '../migrations/migrate';
import { refuseRunningSystem } from './in-use';
import { load, verify } from './load';
import { skipLostNumbers } from './numbers';
import { restoreTarget } from './target';

export interface Checking {
  /** Of the identity key in use; undefined: there is none. */
  keyCheck: string | undefined;
  /** Go on though names, phones and secrets will never be read again. */
  otherKey: boolean;
}

/**
 * Reads the whole backup before any database is touched.
 * @throws HotlineError when it is damaged, made by newer code, or sealed with another key
 */
export async function checkBackup(file: string, { keyCheck, otherKey }: Checking): Promise<Contents> {
  const contents = await readBackup(file);
  const { header } = contents;
  const known = newestOf(MIGRATIONS);
  if (Math.max(header.schema, ...header.migrations.map(({ _id }) => _id)) > known)
    throw unusable(
      file,
      `dữ liệu trong tệp do một bản Hotline Xanh mới hơn ghi (bước ${header.schema}, bản này chỉ biết đến bước ${known}); hãy cài bản mới hơn`,
    );
  if (!otherKey && header.keyCheck !== null && header.keyCheck !== keyCheck) throw wrongKey(keyCheck);
  return contents;
}

/**
 * Loads a checked backup into an empty database, compares what arrived byte by byte, and brings it to the shape this
 * code needs. Broken off, it leaves a mark that keeps systems from starting on half of the data; the next restore
 * begins anew.
 */
export async function restoreBackup(
  connection: Connection,
  file: string,
  { header, trailer }: Contents,
  say: (line: string) => void,
): Promise<void> {
  if (!(await refuseRunningSystem(connection)))
    say(
      'Máy chủ MongoDB không cho xem ai đang kết nối: hãy chắc chắn rằng không có hệ thống nào đang chạy trên dữ liệu này.',
    );
  const target = restoreTarget(connection);
  const onWait = (): void => say('Đang chờ một lần khôi phục hay nâng cấp khác kết thúc…');
  await underLease(connection, loadAll, { onWait });
  await prepareData(connection, say);

  async function loadAll({ assure }: { assure: () => Promise<void> }): Promise<void> {
    await target.begin(file);
    say('Đang nạp…');
    await load(connection, framesOf(file), say);
    say('Đang đối chiếu từng bản ghi…');
    await verify(connection, trailer.collections);
    await skipLostNumbers(connection, header.at);
    await assure();
    await target.end(header.migrations);
  }
}

function wrongKey(keyCheck: string | undefined): HotlineError {
  const what = keyCheck === undefined ? 'ở đây chưa có khóa nào' : 'khóa đang dùng khác khóa của bản sao lưu';
  return new HotlineError(
    'wrong_key',
    409,
    `IDENTITY_KEY: ${what}, nên sẽ không đọc được tên, số điện thoại và mã bí mật của người dân. ` +
      'Hãy đặt đúng IDENTITY_KEY, hoặc chép thư mục keys của hệ thống cũ vào DATA_DIR. ' +
      'Nếu khóa cũ đã mất hẳn, thêm --other-key. Chưa có gì bị thay đổi.',
  );
}
