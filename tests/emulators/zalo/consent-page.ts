import { checkedLink } from './oauth';
import { Refusal } from './refusal';
import { type World } from './world';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

/** Where the OA's administrator agrees. Like the real one it says here already when the link is not good. */
export function consentPage(world: World, query: Readonly<Record<string, unknown>>): unknown {
  try {
    checkedLink(world, query);
  } catch (error) {
    if (error instanceof Refusal) return error.body();
    throw error;
  }
  return `<!doctype html>
<html lang="vi">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <title>Zalo giả lập: cấp quyền</title>
  <link rel="icon" href="data:," />
  <style>
    body { max-width: 420px; margin: 15vh auto; padding: 0 16px; font: 16px/1.5 system-ui, sans-serif; }
    button { min-height: 44px; padding: 8px 20px; border: 0; border-radius: 10px; background: #0059d6; color: #fff; font: inherit; }
  </style>
  <h1>Cấp quyền cho ứng dụng</h1>
  <p>Cho phép ứng dụng ${escaped(world.settings.appId)} nhận và gửi tin nhắn thay
    “${escaped(world.settings.oaName)}”?</p>
  <form method="post"><button>Đồng ý</button></form>
</html>`;
}
