import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../browser';
import { filesFull } from '../../../hotline/errors';
import { PNG } from '../../adapters/webchat/memory-files';
import { buildPages, bubbles, openHouse, PHONE, said, write, type House } from './town';

jest.setTimeout(60_000);

let built: ReturnType<typeof buildPages>;
let browser: Browser;
let house: House;
let context: BrowserContext;
let page: Page;
let faults: string[];
let clock = 0;

beforeAll(async () => {
  built = buildPages();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  built?.remove();
});
beforeEach(async () => {
  clock = 0;
  house = await openHouse(built.root, { now: () => Date.now() + clock });
  faults = [];
  context = await browser.newContext({ ...PHONE, baseURL: house.origin });
  page = await visit();
});
afterEach(async () => {
  await context.close();
  await house.close();
  expect(faults).toEqual([]);
});

/** A page of this browser, greeted; whatever breaks the content policy or asks a stranger is a fault. */
async function visit(): Promise<Page> {
  const tab = await context.newPage();
  tab.on('pageerror', (error) => faults.push(error.message));
  tab.on('console', (message) => {
    if (/Content Security|Refused/.test(message.text())) faults.push(message.text());
  });
  tab.on('request', (request) => {
    if (!request.url().startsWith(house.origin) && !/^(blob|data):/.test(request.url()))
      faults.push(request.url());
  });
  await tab.goto('/');
  await tab.getByText('Xin chào!').waitFor();
  return tab;
}

/** Page scripts cannot wait for themselves here: the content policy forbids what playwright would do. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

const state = (tab: Page) => tab.getByText('Đã kết nối', { exact: true });

describe('talking', () => {
  test('a citizen says something, reads the answer, and finds both after a reload', async () => {
    await write(page, 'khói đen\nmỗi đêm');
    await page.getByText('Nghe: khói đen').waitFor();
    await page.reload();
    await page.getByText('Nghe: khói đen').waitFor();
    await state(page).waitFor();
    expect(await bubbles(page)).toEqual(['Xin chào!', 'khói đen\nmỗi đêm', 'Nghe: khói đen\nmỗi đêm']);
    expect(said(house)).toEqual(['khói đen\nmỗi đêm']);
  });

  test('quick replies stand under the newest message only, and say what they show', async () => {
    await page.getByRole('button', { name: 'Phản ánh ô nhiễm' }).click();
    await page.getByText('Nghe: Phản ánh ô nhiễm').waitFor();
    expect(await page.getByRole('group', { name: 'Trả lời nhanh' }).count()).toBe(0);
    expect(said(house)).toEqual(['Phản ánh ô nhiễm']);
  });

  test('the version of the privacy notice goes with each message', async () => {
    await write(page, 'chào');
    await page.getByText('Nghe: chào').waitFor();
    const [turn] = house.conversations.all().filter((one) => one.in);
    const notice = turn?.in?.channelData?.['notice'] as string;
    await page.getByRole('link', { name: 'xem chúng tôi giữ gì và vì sao' }).click();
    await page.getByRole('heading', { name: 'Chúng tôi giữ gì' }).waitFor();
    expect(await page.locator('meta[name="notice-version"]').getAttribute('content')).toBe(notice);
    expect(await page.locator('.lead').innerText()).toContain(notice);
  });

  test('words of strangers are shown as words', async () => {
    const nasty = '<img src=x onerror=alert(1)> javascript:alert(1) https://a.vn/"><b>';
    await write(page, nasty);
    await page.getByText('Nghe: <img').waitFor();
    expect((await bubbles(page))[1]).toBe(nasty);
    expect(await page.locator('.bubble img, .bubble b').count()).toBe(0);
    expect(await page.locator('.bubble a').first().getAttribute('href')).toBe('https://a.vn/');
  });

  test('the answer of a person carries their name', async () => {
    await write(page, 'gặp người');
    await page.getByText('Nghe: gặp người').waitFor();
    const [turn] = house.conversations.all();
    if (!turn) throw new Error('nothing was said');
    const hello = { type: 'message', text: 'Chào bạn' };
    await house.conversations.say(turn.conversation, { id: 's', name: 'Hoa' }, hello, 'k');
    await page.getByText('Chào bạn').waitFor();
    expect(await page.locator('.bubble.staff .author').innerText()).toBe('Cán bộ Hoa');
  });

  test('a ticket shows code and secret with a way to copy them', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await write(page, 'phiếu');
    await page.getByRole('button', { name: 'Chép mã bí mật' }).click();
    await page.getByText('Đã chép').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('7K3MZ0QW9A');
    expect(await page.getByRole('region', { name: 'Phản ánh của bạn' }).innerText()).toContain(
      'XH-2026-000123',
    );
  });

  test('a person and the reports can be asked for at any time', async () => {
    await page.getByRole('button', { name: 'Gặp cán bộ' }).click();
    await page.getByText('Nghe: gặp cán bộ').waitFor();
    await page.getByRole('button', { name: 'Trình đơn' }).click();
    expect(await page.getByRole('link', { name: '114' }).getAttribute('href')).toBe('tel:114');
    await page.getByRole('button', { name: 'Tra cứu phản ánh' }).click();
    await page.getByText('Nghe: tra cứu phản ánh').waitFor();
  });
});

describe('photos and places', () => {
  const photo = { name: 'khoi.png', mimeType: 'image/png', buffer: PNG };

  test('photos are looked at before they go, can be thrown out, and open large', async () => {
    await page.locator('input[type=file]').setInputFiles([photo, { ...photo, name: 'nham.png' }]);
    await page.getByRole('button', { name: 'Bỏ nham.png' }).click();
    await write(page, 'xem ảnh');
    await page.getByText('Nhận 1 tệp').waitFor();
    expect([...house.files.kept.values()].map(({ name }) => name)).toEqual(['khoi.png']);
    await page.reload();
    await page.getByRole('button', { name: 'Xem lớn: khoi.png' }).click();
    const large = page.getByRole('dialog', { name: 'khoi.png' });
    await large.waitFor();
    await eventually(
      async () => (await page.evaluate("document.querySelector('dialog img').naturalWidth")) === 1,
    );
    await page.keyboard.press('Escape');
    await large.waitFor({ state: 'detached' });
  });

  test('a file that would be refused is refused before it is sent, in words', async () => {
    await page.locator('input[type=file]').setInputFiles([
      { name: 'bai.html', mimeType: 'text/html', buffer: Buffer.from('<b>') },
      { name: 'rong.png', mimeType: 'image/png', buffer: Buffer.alloc(0) },
    ]);
    await page.getByText('“rong.png” là tệp rỗng.').waitFor();
    expect(await page.getByRole('button', { name: 'Gửi', exact: true }).isDisabled()).toBe(true);
  });

  test('a photo the server refuses says so and can be dropped', async () => {
    await page.locator('input[type=file]').setInputFiles({ ...photo, buffer: Buffer.from('not a picture') });
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByText('loại tệp này không nhận được').waitFor();
    await page.getByRole('button', { name: 'Bỏ', exact: true }).click();
    expect(await bubbles(page)).toEqual(['Xin chào!']);
    expect(said(house)).toEqual([]);
  });

  test('a paper is shown by name and size, before and after it was sent', async () => {
    const letter = { name: 'đơn.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 đơn') };
    await page.locator('input[type=file]').setInputFiles(letter);
    expect(await page.locator('.chosen .file').innerText()).toMatch(/^đơn\.pdf\s+1 kB$/);
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    const link = page.getByRole('link', { name: 'Tải tệp đơn.pdf' });
    await link.waitFor();
    expect(await link.innerText()).toMatch(/^đơn\.pdf\s+1 kB$/);
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('đơn.pdf');
  });

  test('a photo that this browser cannot show is sent all the same', async () => {
    const unseen = { name: 'khoi.heic', mimeType: 'image/heic', buffer: PNG.subarray(0, 20) };
    await page.locator('input[type=file]').setInputFiles(unseen);
    await page.locator('.chosen .file').getByText('khoi.heic').waitFor();
    const small = page.waitForResponse(/size=thumb/);
    await write(page, 'xem ảnh');
    await page.getByRole('button', { name: 'Xem lớn: khoi.heic' }).waitFor();
    await small;
    expect(house.files.opened).toContain('thumb');
  });

  test('who has sent too many files is told when to go on', async () => {
    house.files.refuse = () => filesFull('đủ rồi');
    await page.locator('input[type=file]').setInputFiles(photo);
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByText('Ngày mai bạn gửi tiếp nhé').waitFor();
    expect(said(house)).toEqual([]);
  });

  test('a place is sent after a click, as a point without words', async () => {
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: 21.02851, longitude: 105.85421 });
    await page.getByRole('button', { name: 'Gửi vị trí của tôi' }).click();
    await page.getByText('Đã biết nơi ấy.').waitFor();
    expect((await bubbles(page))[1]).toBe('📍 Vị trí của tôi (21,0285; 105,8542)');
    const [told] = house.conversations.all().flatMap((turn) => turn.in ?? []);
    expect(told?.text).toBeUndefined();
    expect(told?.entities).toEqual([{ type: 'GeoCoordinates', latitude: 21.02851, longitude: 105.85421 }]);
  });

  test('a place that is not given is explained', async () => {
    await page.getByRole('button', { name: 'Gửi vị trí của tôi' }).click();
    await page.getByText('chưa được phép lấy vị trí').waitFor();
    expect(said(house)).toEqual([]);
  });
});

describe('a bad line', () => {
  test('what is said without a network waits, and goes by itself, in order, when it is back', async () => {
    await context.setOffline(true);
    await write(page, 'một');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: PNG });
    await write(page, 'hai');
    await write(page, 'ba');
    expect(await page.getByText('Chờ mạng – sẽ tự gửi').count()).toBe(3);
    await context.setOffline(false);
    await page.getByText('Nghe: ba').waitFor();
    expect(said(house)).toEqual(['một', 'hai', 'ba']);
    expect(house.files.kept.size).toBe(1);
  });

  test('a reload in the middle loses nothing, photos included', async () => {
    await context.route('**/v3/directline/**', (route) => route.abort());
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: PNG });
    await write(page, 'trước khi tải lại');
    await page.reload();
    await page.getByText('trước khi tải lại').waitFor();
    expect(said(house)).toEqual([]);
    await context.unroute('**/v3/directline/**');
    await page.getByText('Nhận 1 tệp').waitFor();
    expect(said(house)).toEqual(['trước khi tải lại']);
    expect(await bubbles(page)).toEqual(['Xin chào!', 'trước khi tải lại', 'Nhận 1 tệp']);
  });

  test('an answer that got lost on the way back does not double the message', async () => {
    let lost = 0;
    await context.route('**/activities', async (route) => {
      if (route.request().method() !== 'POST' || lost++ > 1) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await write(page, 'một lần thôi');
    await page.getByText('Nghe: một lần thôi').waitFor();
    await eventually(
      async () =>
        lost > 2 && !String(await page.evaluate('Object.keys(localStorage).join()')).includes('out.'),
    );
    expect(said(house)).toEqual(['một lần thôi']);
    expect(await bubbles(page)).toEqual(['Xin chào!', 'một lần thôi', 'Nghe: một lần thôi']);
  });

  test('a message that failed is sent again on demand, once', async () => {
    const refuse = { status: 413, json: { error: { code: 'MessageSizeTooBig', message: '' } } };
    await context.route('**/activities', (route) =>
      route.request().method() === 'POST' ? route.fulfill(refuse) : route.continue(),
    );
    await write(page, 'thử lại nhé');
    const again = page.getByRole('button', { name: 'Thử lại' });
    await again.waitFor();
    expect(said(house)).toEqual([]);
    await context.unroute('**/activities');
    await again.click();
    await page.getByText('Nghe: thử lại nhé').waitFor();
    expect(said(house)).toEqual(['thử lại nhé']);
  });

  test('the server restarts in the middle: nothing is missing, nothing doubled', async () => {
    await write(page, 'trước');
    await page.getByText('Nghe: trước').waitFor();
    await house.close();
    await write(page, 'trong lúc tắt');
    house = await house.reopen();
    await page.getByText('Nghe: trong lúc tắt').waitFor();
    await state(page).waitFor();
    await write(page, 'sau');
    await page.getByText('Nghe: sau').waitFor();
    expect(said(house)).toEqual(['trước', 'trong lúc tắt', 'sau']);
    expect((await bubbles(page)).filter((text) => !text.startsWith('Nghe'))).toEqual([
      'Xin chào!',
      'trước',
      'trong lúc tắt',
      'sau',
    ]);
  });

  test('where WebSockets are blocked the answers come all the same', async () => {
    await context.addInitScript('window.WebSocket = class { constructor() { throw new Error("blocked"); } }');
    await page.reload();
    await page.getByText('Đã kết nối (mạng chậm)').waitFor();
    await write(page, 'không có ổ cắm');
    await page.getByText('Nghe: không có ổ cắm').waitFor();
  });
});

describe('coming back', () => {
  test('two tabs share one conversation', async () => {
    const other = await visit();
    await page.bringToFront();
    await write(page, 'từ thẻ một');
    await other.getByText('Nghe: từ thẻ một').waitFor();
    await write(other, 'từ thẻ hai');
    await page.getByText('Nghe: từ thẻ hai').waitFor();
    const expected = ['Xin chào!', 'từ thẻ một', 'Nghe: từ thẻ một', 'từ thẻ hai', 'Nghe: từ thẻ hai'];
    expect(await bubbles(page)).toEqual(expected);
    expect(await bubbles(other)).toEqual(expected);
    expect(house.conversations.log.size).toBe(1);
  });

  test('an expired token finds back into the same conversation', async () => {
    await write(page, 'hôm nay');
    await page.getByText('Nghe: hôm nay').waitFor();
    clock = 3 * 24 * 3600_000;
    await page.reload();
    await page.getByText('Nghe: hôm nay').waitFor();
    await write(page, 'ba ngày sau');
    await page.getByText('Nghe: ba ngày sau').waitFor();
    expect(house.conversations.log.size).toBe(1);
  });

  test('when there is no way back, what was said stays readable and a new conversation takes the next words', async () => {
    await write(page, 'chuyện cũ');
    await page.getByText('Nghe: chuyện cũ').waitFor();
    clock = 3 * 24 * 3600_000;
    await context.clearCookies();
    await write(page, 'chuyện mới');
    await page.getByText('Nghe: chuyện mới').waitFor();
    await page.getByText('đã khép lại sau thời gian dài').waitFor();
    expect(await bubbles(page)).toEqual(expect.arrayContaining(['chuyện cũ', 'chuyện mới']));
    expect(
      [...house.conversations.log.values()].map((turns) => turns.flatMap(({ in: told }) => told?.text ?? [])),
    ).toEqual([['chuyện cũ'], ['chuyện mới']]);
  });

  test('on a shared computer the conversation can be left behind for good, in all tabs', async () => {
    const other = await visit();
    await page.bringToFront();
    await write(page, 'chuyện riêng');
    await other.getByText('Nghe: chuyện riêng').waitFor();
    await page.getByRole('button', { name: 'Trình đơn' }).click();
    await page.getByRole('button', { name: 'Cuộc trò chuyện mới' }).click();
    await page.getByRole('button', { name: 'Quay lại' }).click();
    expect(await bubbles(page)).toContain('chuyện riêng');
    await page.getByRole('button', { name: 'Trình đơn' }).click();
    await page.getByRole('button', { name: 'Cuộc trò chuyện mới' }).click();
    await page.getByRole('button', { name: 'Xóa và bắt đầu lại' }).click();
    for (const tab of [page, other]) {
      await tab.getByText('chuyện riêng').first().waitFor({ state: 'detached' });
      await tab.getByText('Xin chào!').waitFor();
    }
    await page.evaluate('localStorage.clear()');
    await page.reload();
    await page.getByText('Xin chào!').waitFor();
    await state(page).waitFor();
    expect(await bubbles(page)).toEqual(['Xin chào!']);
  });
});
