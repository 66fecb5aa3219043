import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import type { Draft } from '../draft';
import { tellsOn } from '../told/tells-on';
import { tellsWhen } from './when';

/** "UBND xã", where it was asked in which commune an official sits. */
export const tellsOffice = ({ lane, waitingFor }: Draft, { key, text }: Heard): boolean =>
  lane === 'misconduct' && waitingFor === 'location' && !text.includes('?') && OFFICE_ALONE.test(key);

const OFFICE_ALONE =
  /^(?:(?:o|tai|da|la|cho|ben) ){0,2}(?:ubnd|uy ban|van phong|mot cua|bo phan|dia chinh|chi cuc|trung tam)(?: (?!o dau|may gio)\w+){0,6}$/;

/** "Bộ phận một cửa" of somebody who speaks of officials, in few words. */
export const namesOffice = ({ lane }: Pick<Draft, 'lane'>, heard: Heard): boolean =>
  lane === 'misconduct' &&
  OFFICE.test(heard.key) &&
  wordCount(heard.key) <= FEW &&
  !tellsWhen(heard.text) &&
  !tellsOn(heard);
const FEW = 8;

/** It begins with an office, and asks nothing of it. */
export const OFFICE =
  /^(?:\w+ ){0,3}(?:ubnd|uy ban|van phong|phong|so|mot cua|bo phan|dia chinh|chi cuc|cuc|trung tam|xa|phuong)\b(?:(?! (?:o dau|may gio|so dien thoai|dia chi|dau|nao)\b).)*$/;
