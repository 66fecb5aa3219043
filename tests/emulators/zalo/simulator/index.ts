import { ZaloEmulator } from '../emulator';
import { REAL_PATIENCE } from '../settings';
import { neighbours } from './neighbours';
import { addPages } from './pages';

/** Public on purpose: they open nothing but this simulator. */
const IDENTITY = {
  appId: '3600000000000000001',
  appSecret: 'bi-mat-cua-ung-dung-thu-nghiem',
  oaSecret: 'bi-mat-cua-oa-thu-nghiem',
  oaId: '2700000000000000001',
};

const LOCAL_SYSTEM = 'http://127.0.0.1:3000/webhooks/zalo';

interface Options {
  port: number;
  /** Where the page's files are. */
  folder: string;
  /** Where events are posted; default the system on this machine. */
  webhook?: string | undefined;
  say: (line: string) => void;
}

/** Starts a Zalo on this machine with a page to play its people, and says how to start the system on it. */
export async function simulate({
  port,
  folder,
  webhook = LOCAL_SYSTEM,
  say,
}: Options): Promise<ZaloEmulator> {
  const zalo = new ZaloEmulator({ ...IDENTITY, port, patience: REAL_PATIENCE });
  addPages(zalo, neighbours(zalo), folder);
  await zalo.start();
  zalo.setWebhook(webhook);
  const variables = Object.entries(zalo.variables).map(([name, value]) => `  ${name}=${value} \\`);
  const lines = [
    `Zalo giả lập đang chạy. Mở điện thoại thử tại ${zalo.root}/`,
    '',
    'Khởi động hệ thống nối với nó, ở một cửa sổ khác:',
    '',
    ...variables,
    '  npm start',
    '',
    `Tin của người dân được gửi tới ${webhook} (đổi bằng --webhook URL, hoặc ở mục Ứng dụng trên trang).`,
    'Mã ZALO_REFRESH_TOKEN mỗi lần chạy một khác. Mọi thứ ở đây chỉ nằm trong bộ nhớ, dừng là mất. Dừng: Ctrl+C.',
  ];
  for (const line of lines) say(line);
  return zalo;
}
