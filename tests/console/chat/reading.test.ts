import { readActions, readCard } from '../../../console/chat/reading/cards';
import {
  faultOf,
  fileSize,
  kindOf,
  megabytes,
  MOST_BYTES,
  MOST_FILES,
} from '../../../console/chat/reading/limits';
import { linkPieces, ownFile, webAddress } from '../../../console/chat/reading/links';
import { coordinates, placeOf } from '../../../console/chat/reading/place';
import { clock, day } from '../../../console/chat/reading/time';

describe('links in a text', () => {
  test('a web address becomes a link, the full stop after it does not', () => {
    expect(linkPieces('Xem https://dichvucong.gov.vn/a?b=1. Cảm ơn')).toEqual([
      { text: 'Xem ' },
      { text: 'https://dichvucong.gov.vn/a?b=1', href: 'https://dichvucong.gov.vn/a?b=1' },
      { text: '. Cảm ơn' },
    ]);
  });

  test.each([
    ['(https://a.vn/x)', 'https://a.vn/x'],
    ['https://vi.wikipedia.org/wiki/Sông_(nước)', 'https://vi.wikipedia.org/wiki/Sông_(nước)'],
    ['www.monre.gov.vn…', 'www.monre.gov.vn'],
  ])('%s links %s', (text, shown) => {
    expect(linkPieces(text).find((piece) => 'href' in piece)?.text).toBe(shown);
  });

  test('letters are never lost, whatever the text', () => {
    for (const text of [
      '',
      'https://',
      'www..',
      'a\nb https://x.vn, www.y.vn!?',
      '<img src=x onerror=alert(1)>',
    ]) {
      expect(
        linkPieces(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '/staff', '', 5, null])(
    '%p is no web address',
    (address) => expect(webAddress(address)).toBeUndefined(),
  );

  test('files come from our own server only, wherever it says it is', () => {
    expect(ownFile('http://inside:3000/v3/directline/attachments/ab/x.png?e=1&s=2')).toBe(
      '/v3/directline/attachments/ab/x.png?e=1&s=2',
    );
    expect(ownFile('https://tracker.example/pixel.png')).toBeUndefined();
    expect(ownFile('javascript:alert(1)')).toBeUndefined();
    expect(ownFile(undefined)).toBeUndefined();
  });
});

describe('cards', () => {
  test('a hero card keeps its words and safe buttons', () => {
    const card = readCard({
      contentType: 'application/vnd.microsoft.card.hero',
      content: {
        title: 'Đăng ký môi trường',
        text: 'Nộp tại xã',
        images: [{ url: 'https://elsewhere.example/x.png' }],
        buttons: [
          { type: 'openUrl', title: 'Mở', value: 'https://dichvucong.gov.vn' },
          { type: 'openUrl', title: 'Xấu', value: 'javascript:alert(1)' },
          { type: 'imBack', title: 'Hồ sơ', value: 'hồ sơ gồm gì' },
        ],
      },
    });
    expect(card).toEqual({
      blocks: [
        { is: 'title', text: 'Đăng ký môi trường' },
        { is: 'text', text: 'Nộp tại xã' },
      ],
      buttons: [
        { title: 'Mở', does: 'open', href: 'https://dichvucong.gov.vn/' },
        { title: 'Hồ sơ', does: 'say', text: 'hồ sơ gồm gì' },
      ],
    });
  });

  test('an adaptive card is read through its containers', () => {
    const card = readCard({
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        body: [
          { type: 'TextBlock', text: 'Đánh giá', weight: 'Bolder' },
          { type: 'Container', items: [{ type: 'TextBlock', text: 'Hài lòng không?' }] },
          { type: 'ActionSet', actions: [{ type: 'Action.Submit', title: 'Có', data: { ok: 1 } }] },
        ],
        actions: [{ type: 'Action.Submit', title: 'Không', data: 'không' }],
      },
    });
    expect(card?.blocks.map((block) => 'text' in block && block.text)).toEqual([
      'Đánh giá',
      'Hài lòng không?',
    ]);
    expect(card?.buttons).toEqual([
      { title: 'Có', does: 'submit', value: { ok: 1 } },
      { title: 'Không', does: 'say', text: 'không' },
    ]);
  });

  test('nonsense makes an empty card, not an error', () => {
    const contentType = 'application/vnd.microsoft.card.adaptive';
    let deep: unknown = [];
    for (let i = 0; i < 50; i++) deep = [{ type: 'Container', items: deep }];
    for (const content of [{}, { body: 7 }, { body: [null, 1, 'x'], actions: [{}] }, { body: deep }]) {
      expect(readCard({ contentType, content })).toEqual({ blocks: [], buttons: [] });
    }
    expect(readCard({ contentType })).toBeUndefined();
    expect(readCard({ contentType: 'image/png', content: {} })).toBeUndefined();
  });

  test('quick replies say their value and show their title', () => {
    expect(
      readActions([{ type: 'imBack', title: 'Đúng rồi', value: 'đúng rồi' }, { type: 'signin' }, {}]),
    ).toEqual([{ title: 'Đúng rồi', does: 'say', text: 'đúng rồi' }]);
    expect(readActions(undefined)).toEqual([]);
  });
});

describe('days, places and limits', () => {
  const noon = Date.parse('2026-11-23T05:00:00Z');
  const zone = 'Asia/Ho_Chi_Minh';

  test('days are told as people tell them', () => {
    expect(clock(noon, zone)).toBe('12:00');
    expect(day(noon - 3600_000, noon, zone)).toBe('Hôm nay');
    expect(day(noon - 24 * 3600_000, noon, zone)).toBe('Hôm qua');
    expect(day(Date.parse('2026-11-20T05:00:00Z'), noon, zone)).toBe('Thứ Sáu, 20/11/2026');
  });

  test('midnight in Vietnam parts the days', () => {
    const justBefore = Date.parse('2026-11-22T16:59:00Z');
    expect(day(justBefore, noon, zone)).toBe('Hôm qua');
    expect(day(justBefore + 60_000, noon, zone)).toBe('Hôm nay');
  });

  test('a place is read only when it is one', () => {
    expect(
      placeOf({ entities: [{ type: 'x' }, { type: 'GeoCoordinates', latitude: 21.028, longitude: 105.8 }] }),
    ).toEqual({
      latitude: 21.028,
      longitude: 105.8,
    });
    expect(placeOf({ entities: [{ type: 'GeoCoordinates', latitude: '21' }] })).toBeUndefined();
    expect(placeOf({})).toBeUndefined();
    expect(coordinates({ latitude: 21.02851, longitude: 105.8 })).toBe('21,0285; 105,8000');
  });

  test('what the server would refuse is refused before it is uploaded', () => {
    const photo = { type: 'image/jpeg', size: 1000 };
    expect(faultOf(photo, 0)).toBeUndefined();
    expect(faultOf({ ...photo, type: 'application/pdf' }, 0)).toBeUndefined();
    expect(faultOf(photo, MOST_FILES)).toBe('tooMany');
    expect(faultOf({ ...photo, size: MOST_BYTES + 1 }, 0)).toBe('tooLarge');
    expect(faultOf({ ...photo, size: 0 }, 0)).toBe('empty');
    expect(faultOf({ ...photo, type: 'image/svg+xml' }, 0)).toBe('wrongType');
    expect(faultOf({ ...photo, type: 'text/html' }, 0)).toBe('wrongType');
    expect(megabytes(MOST_BYTES)).toBe('20 MB');
  });

  test.each([
    ['', 'IMG_0001.HEIC', 'picture'],
    ['image/heic', 'IMG_0001.HEIC', 'picture'],
    ['', 'đơn.docx', 'paper'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'đơn', 'paper'],
    ['application/msword', 'đơn.doc', undefined],
    ['video/quicktime', 'khói.mov', 'video'],
    ['video/x-msvideo', 'khói.avi', undefined],
    ['audio/ogg', 'lời.ogg', 'sound'],
    ['', 'bài.html', undefined],
    ['', '', undefined],
  ] as const)('a file that says it is %j and is called %j is a %s', (type, name, kind) => {
    expect(kindOf(type, name)).toBe(kind);
    expect(faultOf({ type, name, size: 1 }, 0)).toBe(kind ? undefined : 'wrongType');
  });

  test('sizes are said so that they mean something', () => {
    expect([10, 85_300, 2_621_440].map(fileSize)).toEqual(['1 kB', '83 kB', '2,5 MB']);
  });
});
