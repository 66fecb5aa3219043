import { keyOf } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';

/**
 * What is answered before a question in the same message: "từ hôm qua, mà bao lâu thì có người xuống?" → "từ hôm qua".
 * Undefined when the question stands alone.
 */
export function besideQuestion(heard: Heard): Heard | undefined {
  const { text, meant } = heard;
  const [, head = ''] = PARTED.exec(text) ?? [];
  if (!/\p{L}/u.test(head)) return undefined;
  const told = meant.with({
    text: head,
    places: meant.places.filter((place) => head.includes(place.text)),
    time: meant.time && head.includes(meant.time.text) ? meant.time : null,
    company: null,
  });
  return { ...heard, text: head, key: keyOf(head), meant: told, understood: told.with({ urgent: false }) };
}

/** Up to the last comma, full stop or "mà"; the dot of "TP.HCM" or "xã 2.500 dân" ends nothing. */
const PARTED =
  /^([^]{1,300})(?:[,;!\n]|(?<!(?:^|[\s,])(?:tp|tx|tt|kp|ql|[pqxh]))\.(?![\p{L}\d])| mà | ma )(?:[^,.;!\n]|\.(?=[\p{L}\d])|(?<=(?:^|[\s,])(?:tp|tx|tt|kp|ql|[pqxh]))\.){0,120}$/iu;
