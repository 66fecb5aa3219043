import { TelegramEmulator } from '../emulator';
import { neighbourhood } from './neighbourhood';
import { addPages } from './pages';

/** Public on purpose: it opens nothing but this simulator. */
const TOKEN = '700000001:AA-thu-nghiem-tren-may-nay';

interface Options {
  port: number;
  /** Where the page's files are. */
  folder: string;
  say: (line: string) => void;
}

/** Starts a Telegram on this machine with a page to play its people, and says how to start the system on it. */
export async function simulate({ port, folder, say }: Options): Promise<TelegramEmulator> {
  const telegram = new TelegramEmulator({
    token: TOKEN,
    port,
    patience: { firstWaitMs: 1000, longestWaitMs: 60_000 },
  });
  const { seats, dutyGroup } = neighbourhood(telegram);
  addPages(telegram, seats, folder);
  await telegram.start();
  const lines = [
    `Telegram giả lập đang chạy. Mở điện thoại thử tại ${telegram.apiRoot}/`,
    '',
    'Khởi động hệ thống nối với nó, ở một cửa sổ khác:',
    '',
    `  TELEGRAM_BOT_TOKEN=${TOKEN} TELEGRAM_API_ROOT=${telegram.apiRoot} npm start`,
    '',
    `Muốn xem tin báo cho nhóm trực, thêm ALERT_TELEGRAM_CHAT_ID=${dutyGroup.chatId}`,
    'Mọi thứ ở đây chỉ nằm trong bộ nhớ, dừng là mất. Dừng: Ctrl+C.',
  ];
  for (const line of lines) say(line);
  return telegram;
}
