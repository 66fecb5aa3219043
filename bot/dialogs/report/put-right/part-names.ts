import type { Waiting } from '../draft';

const listed = (names: string): ReadonlySet<string> => new Set(names.split(', '));

/** What people call the parts of the summary, by key. */
const NAMES: readonly (readonly [Waiting, ReadonlySet<string>])[] = [
  ['lane', listed('loai, the loai, phan loai, danh muc, linh vuc, loai phan anh, loai o nhiem, kind')],
  ['description', listed('noi dung, noi dung phan anh, mo ta, chi tiet, noi dung chi tiet, description')],
  [
    'location',
    listed(
      'dia diem, dia chi, noi, cho, noi xay ra, cho xay ra, xay ra, dia diem xay ra, vi tri, xa phuong, place, location, address',
    ),
  ],
  ['time', listed('thoi gian, thoi diem, ngay, gio, ngay gio, gio giac, luc xay ra, thoi gian xay ra, time')],
  [
    'source',
    listed(
      'nguon, nguon gay ra, nguon gay o nhiem, nguon o nhiem, ai gay ra, nguoi gay ra, co so gay ra, thu pham, doi tuong, ten cong ty, ten co so, source',
    ),
  ],
  [
    'photos',
    listed(
      'anh, hinh, hinh anh, them anh, them hinh, bo sung anh, bo sung hinh, dinh kem anh, gui them anh, video, photos',
    ),
  ],
  [
    'anonymity',
    listed(
      'lien he, lien lac, so dien thoai, dien thoai, sdt, so lien lac, so lien he, ten, ho ten, ten tuoi, thong tin lien he, thong tin ca nhan, danh tinh, an danh hay khong, contact, phone',
    ),
  ],
];

/** "Phần nội dung", "dạ sửa địa chỉ ạ", "loại sai rồi": a part by its name, and nothing else. */
export function partOfName(key: string): Waiting | undefined {
  const name = key.replace(BEFORE, '');
  const named = [name, name.replace(BEHIND, '')].map((each) => each.replace(WRONG, ''));
  return NAMES.find(([, names]) => named.some((each) => names.has(each)))?.[0];
}

/** "Địa chỉ" and "ảnh" end as people call each other: these words are none of the manners here. */
const BEHIND = /(?: (?:a|ah|nhe|nha|di|em|ban|ad|giup|gium|voi)){1,6}$/;

/** "Sai giờ", "nơi xảy ra sai rồi": it is said to be wrong. */
export const partSaidWrong = (key: string): Waiting | undefined =>
  SAYS_WRONG.test(key) ? partOfName(key) : undefined;
const SAYS_WRONG = /\b(?:sai|nham|lon|sua|doi|chua dung|khong dung)\b/;

const BEFORE =
  /^(?:(?:da|vang|a|thi|em|toi|minh|tui|bac|chon|muon|xin|cho|can|de|la|o|hinh nhu|cai|muc|phan(?! (?:anh|loai))|sua|doi|thay doi|chinh|chinh sua|lai|sai|nham|lon) )+/;
const WRONG = / (?:bi )?(?:sai|nham|lon|chua dung|khong dung)(?: (?:roi|het))*$/;
