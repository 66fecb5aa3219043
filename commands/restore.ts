import { parseArgs } from 'node:util';
import { invalid } from '../hotline/errors';
import { type Copied, told } from './copied';
import type { Command } from './index';

export interface RestoreParts {
  /**
   * Reads the whole file first, then loads it into an empty database and compares what arrived with what was saved.
   * `otherKey`: go on though the identity key is another one.
   */
  load: (
    file: string,
    how: { otherKey: boolean; say: (line: string) => void },
  ) => Promise<{ collections: readonly Copied[]; at: Date }>;
}

/** `npx hotline restore FILE`: all data back, into an empty database that nobody uses yet. */
export function restore({ load }: RestoreParts): Command {
  return {
    name: 'restore',
    usage: 'TỆP [--other-key]',
    summary: 'nạp một bản sao lưu vào cơ sở dữ liệu trống, khi hệ thống đang dừng, và đối chiếu từng bản ghi',
    async run(args, { output, say }) {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { 'other-key': { type: 'boolean' } },
      });
      const [file, ...rest] = positionals;
      if (file === undefined || rest.length > 0)
        throw invalid('Cần đúng một tên tệp: npx hotline restore TỆP');
      const { collections, at } = await load(file, { otherKey: values['other-key'] ?? false, say });
      output.write(`${told(collections).join('\n')}\n`);
      const when = at.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
      output.write(`Đã khôi phục dữ liệu của lúc ${when}; số bản ghi và mã SHA-256 của mọi phần đều khớp.\n`);
      say('Mọi cán bộ cần đăng nhập lại. Khởi động: npm start');
      return 0;
    },
  };
}
