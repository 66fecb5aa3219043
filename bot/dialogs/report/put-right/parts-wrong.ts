import { keyOf, wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import type { Draft, Waiting } from '../draft';
import { sourceInstead } from './source-instead';

/** A part of the summary by what people call it, where hardly anything else is meant. */
const NAMED: readonly (readonly [Waiting, string])[] = [
  ['location', 'dia diem|dia chi|noi xay ra|cho xay ra|vi tri|phuong xa'],
  ['time', 'thoi gian|thoi diem|ngay gio'],
  ['source', 'nguon gay ra|nguon o nhiem|nguon|thu pham|ten cong ty|ten co so'],
  ['lane', 'loai o nhiem|phan loai|the loai|loai'],
  ['description', 'noi dung|mo ta'],
  ['photos', 'hinh anh|tam anh|anh|hinh'],
];

const NAMED_WITHIN = NAMED.map(([part, names]) => [part, new RegExp(`\\b(?:${names})\\b`)] as const);

/** More words than that tell something else as well. */
const SHORT = 10;
const isShort = ({ key, text }: Heard): boolean => wordCount(key) <= SHORT && !text.includes('?');

/**
 * "Không phải hôm qua", "sai hết cả địa chỉ lẫn thời gian": something is wrong, and nothing is told instead. The part
 * that is to be told anew, and the draft without it.
 */
export function partDenied(draft: Draft, heard: Heard): { part: Waiting; draft: Draft } | undefined {
  if (!isShort(heard)) return undefined;
  const part = deniedFact(draft, heard) ?? wrongPart(heard);
  return part && { part, draft: without(draft, part) };
}

function deniedFact(
  { time, location, source }: Draft,
  { understood, meant, key }: Heard,
): Waiting | undefined {
  const [, not] = ONLY_DENIES.exec(key) ?? [];
  if (not === undefined || meant.text !== understood.text) return undefined;
  if (time !== null && isThat(keyOf(time.text), not)) return 'time';
  if (location !== null && isThat(keyOf(location.text), not)) return 'location';
  return source !== null && isThat(keyOf(source), not) ? 'source' : undefined;
}

/** As it was told, or a part of it, or with a word more: "hôm qua", "phường Ba Đình". */
const isThat = (told: string, denied: string): boolean =>
  told.includes(denied) || (denied.includes(told) && denied.length - told.length <= MORE);
const MORE = 7;

/** Nothing but the denial. */
const ONLY_DENIES =
  /^(?:(?:a|da|u|o|oi|thoi|y|ua|sai|nham|roi|chuyen|do|nay) ){0,4}(?:khong|ko|hong|chang)(?: he)? phai(?: (?:la|o|tai|vao|tu|luc)){0,3} (.{4,60}?)(?: (?:dau|nhe|nha|a|ma|ban|em|oi)){0,3}$/;

function wrongPart(heard: Heard): Waiting | undefined {
  const { key, isCorrection, understood, meant } = heard;
  const tellsInstead =
    meant.places.length > 0 || meant.time !== null || meant.company !== null || understood.phone !== null;
  if (!isCorrection || tellsInstead || sourceInstead(heard) !== null) return undefined;
  if (!WRONG.test(key) || INSTEAD.test(key)) return undefined;
  return NAMED_WITHIN.find(([, names]) => names.test(key))?.[0];
}

const WRONG =
  /^(?:\w+ ){0,4}(?:sai|nham|lon|chua dung|khong dung)\b|\b(?:sai|nham|lon)(?: (?:roi|het|bet|a|nhe))*$/;
const INSTEAD = /\b(?:la|thanh|moi dung|moi phai|phai la|dung la|chu)\b/;

function without(draft: Draft, part: Waiting): Draft {
  if (part === 'time') return { ...draft, time: null };
  return part === 'source' ? { ...draft, source: null } : draft;
}

/** "Bỏ nguồn gây ra đi", "xóa thời gian": what need not be told is taken out; undefined: nothing of that kind is said. */
export function withPartRemoved(draft: Draft, heard: Heard): Draft | undefined {
  const part = partRemoved(heard);
  if (part === 'photos') return draft.files.length > 0 ? { ...draft, files: [] } : undefined;
  if (part !== 'time' && part !== 'source') return undefined;
  return { ...without(draft, part), asked: [...draft.asked, part] };
}

/** Which part is to be taken out. */
export function partRemoved(heard: Heard): Waiting | undefined {
  if (!isShort(heard) || !REMOVES.test(heard.key)) return undefined;
  return PARTS_REMOVED.find(([, removes]) => removes.test(heard.key))?.[0];
}

const REMOVES = /\b(?:bo|xoa|go)\b/;
const PARTS_REMOVED = NAMED.map(
  ([part, names]) =>
    [
      part,
      new RegExp(
        `^(?:(?:cho|toi|em|minh|tui|xin|muon|giup|thoi|lam on|nho|ban) ){0,4}(?:bo|xoa|go)(?: (?:luon|het|phan|muc|cai|giup|may|cac)){0,2} (?:${names})(?: (?:giup|gium|toi|em|nhe|nha|a|di|voi|luon|ra|do|nay|cho)){0,4}$`,
      ),
    ] as const,
);

/** "Bỏ nguồn đi", "bỏ khẩn đi" stop no report. */
export const removesPart = (heard: Heard): boolean =>
  partRemoved(heard) !== undefined || /^(?:bo|xoa|go) (?:\w+ ){0,2}khan\b/.test(heard.key);

/** "Cái này khẩn cấp lắm", "không khẩn đâu" to the summary: who reports judges first whether it can wait. */
export function withUrgency(draft: Draft, heard: Heard): Draft | undefined {
  if (!isShort(heard) || heard.understood.urgent) return undefined;
  const [, says] = URGENCY.exec(heard.key) ?? [];
  if (says === undefined) return undefined;
  return { ...draft, urgent: !NOT_URGENT.test(heard.key) };
}

const URGENCY =
  /^(?:(?:cai|vu|viec|chuyen|nay|do|day|la|rat|that|toi|em|minh|thay|cho|danh|dau|ghi|muc|de|them|thi|cung|qua|khong|ko|hong|chua|den|muc|bo|xoa|go|chu|dung|gi|co|phai|loai|phan) ){0,6}(khan(?: cap)?|gap lam|gap roi|gap qua)(?: (?:lam|qua|roi|a|nhe|nha|giup|gium|toi|em|di|dau|that|day|ma|do|cho|voi)){0,4}$/;
const NOT_URGENT = /\b(?:khong|ko|hong|chua|bo|xoa|go|dung)\b/;
