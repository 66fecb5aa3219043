import { type AlertCarrier, type AlertMessage, NotTaken } from '../../hotline/alerts/alert';

const CALL_MS = 20_000;

export interface GroupOptions {
  token: string;
  apiRoot: string;
  /** Group or channel that the bot is a member of. */
  chatId: string;
}

/** What the Bot API answers, as far as it matters here. */
interface Answer {
  ok: boolean;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

/** The staff's group on Telegram. The bot only writes there; what is said in it is nobody's report. */
export function telegramGroup({ token, apiRoot, chatId }: GroupOptions): AlertCarrier {
  let chat = chatId;

  async function send({ text }: AlertMessage): Promise<void> {
    const answer = await call(text);
    if (answer.ok) return;
    const { retry_after: seconds, migrate_to_chat_id: moved } = answer.parameters ?? {};
    if (moved !== undefined && String(moved) !== chat) {
      // The group has become a supergroup, and has another number from now on.
      chat = String(moved);
      return send({ text, key: '', subject: '' });
    }
    throw new NotTaken(refusalOf(answer), (seconds ?? 0) * 1_000);
  }

  async function call(text: string): Promise<Answer> {
    const response = await fetch(`${apiRoot}/bot${token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id: chat, text, link_preview_options: { is_disabled: true } }),
      signal: AbortSignal.timeout(CALL_MS),
    });
    return (await response.json()) as Answer;
  }

  return { name: 'telegram', reaches: 'hotline', send };
}

function refusalOf({ error_code: code, description = '' }: Answer): string {
  const where = 'ALERT_TELEGRAM_CHAT_ID: nhóm Telegram không nhận tin';
  const hint = code === 400 || code === 403 ? ' Hãy kiểm tra mã nhóm, và thêm bot vào nhóm.' : '';
  return `${where} (${code ?? '?'} ${description.slice(0, 120)}).${hint}`;
}
