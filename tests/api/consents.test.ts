import { openHouse, type House } from './house';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

it('administrators see how it goes with the consent of accounts, with dates of Vietnam', async () => {
  const { json } = await (await house.as('admin')).call('GET', '/consents');
  expect(json['items']).toEqual([
    {
      channel: 'zalo',
      state: 'good',
      account: 'Đường dây nóng Xanh',
      renewedAt: '2026-11-25T09:00:00+07:00',
      goodUntil: '2026-11-26T10:00:00+07:00',
      trouble: null,
      callbackUrl: 'https://hotline.test/oauth/zalo',
      challenge: 'abc',
    },
  ]);
});

it('who is sent to ask for consent stands in the audit log first', async () => {
  const answer = await (await house.as('admin')).call('POST', '/consents/zalo');
  expect(answer.json).toEqual({ url: 'https://oauth.zalo.test/consent' });
  expect(house.audit.at(-1)).toEqual({
    by: { id: 'admin', name: 'Cán bộ admin' },
    action: 'consent.ask',
    object: 'zalo',
    note: null,
  });
});
