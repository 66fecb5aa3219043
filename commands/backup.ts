import { parseArgs } from 'node:util';
import { invalid } from '../hotline/errors';
import { type Copied, told } from './copied';
import type { Command } from './index';

export interface BackupParts {
  /** Copies everything into a file; `force` writes over one that is there. */
  save: (
    file: string,
    how: { force: boolean; say: (line: string) => void },
  ) => Promise<{ collections: readonly Copied[]; sha256: string; bytes: number }>;
}

/** `npx hotline backup FILE`: a full copy of the data, beside the running system. */
export function backup({ save }: BackupParts): Command {
  return {
    name: 'backup',
    usage: 'TỆP [--force]',
    summary: 'sao lưu toàn bộ dữ liệu vào một tệp, cả khi hệ thống đang chạy; khóa phải cất riêng',
    async run(args, { output, say }) {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { force: { type: 'boolean' } },
      });
      const [file, ...rest] = positionals;
      if (file === undefined || rest.length > 0)
        throw invalid('Cần đúng một tên tệp: npx hotline backup TỆP');
      const { collections, sha256, bytes } = await save(file, { force: values.force ?? false, say });
      output.write(`${told(collections).join('\n')}\n`);
      output.write(`${file}: ${bytes.toLocaleString('vi-VN')} byte, SHA-256 nội dung ${sha256}\n`);
      for (const line of KEYS) say(line);
      return 0;
    },
  };
}

const KEYS = [
  '',
  '⚠️  KHÓA KHÔNG NẰM TRONG TỆP NÀY. Thiếu khóa thì không ai đọc lại được tên, số điện thoại của người dân,',
  '    và mã bí mật họ đang giữ không dùng được nữa. Hãy cất riêng thư mục DATA_DIR/keys',
  '    (hoặc IDENTITY_KEY, SESSION_SECRET, DIRECTLINE_SECRET nếu bạn tự đặt), ở nơi khác với tệp này.',
  '    Tệp này chứa lời của người dân: cất như hồ sơ mật.',
];
