import type { Activity } from '../hotline/activity';
import type { Language } from '../hotline/conversation/turn';
import type { Heard } from './hear';
import { menu } from './replies/menu';
import type { TurnScope } from './turn-scope';

/** "I don't speak Vietnamese" names the language that is not wished for. */
const NO_VIETNAMESE =
  /\b(?:don t|dont|not|no|cannot|can t|cant|bad|khong|ko)\b.*\b(?:viet|vietnamese)\b|\b(?:viet|vietnamese)\b.*\b(?:bad|poor)\b/;
const VIETNAMESE = /\b(?:viet|vietnamese|vn)\b/;
const ENGLISH = /\b(?:anh|english|eng|en)\b/;
const OTHERS =
  /\b(?:trung|tau|hoa|han|nhat|phap|nga|duc|khmer|campuchia|lao|thai|chinese|korean|japanese|french|german|russian|spanish)\b|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

/** Which language is wished for: the one that is named, one that we do not speak, or the other of the two. */
function wished({ key, text }: Heard, now: Language): Language | 'unknown' {
  if (NO_VIETNAMESE.test(key)) return 'en';
  const [vi, en] = [VIETNAMESE.test(key), ENGLISH.test(key)];
  // "Đổi từ tiếng Anh sang tiếng Việt": the one that is named last.
  if (vi && en) return key.search(VIETNAMESE) > key.search(ENGLISH) ? 'vi' : 'en';
  if (vi) return 'vi';
  if (en) return 'en';
  if (OTHERS.test(text.toLowerCase()) || OTHERS.test(key)) return 'unknown';
  return now === 'en' ? 'vi' : 'en';
}

/** From now on in the other language. @returns the key of what is said about it */
function changeTo(scope: TurnScope): 'languageChanged' | 'languageOnly' {
  const { state, heard } = scope;
  const language = wished(heard, state.language ?? 'vi');
  if (language === 'unknown') return 'languageOnly';
  scope.state = { ...state, language };
  return 'languageChanged';
}

/** Outside of any dialog. */
export function changeLanguage(scope: TurnScope): Activity {
  const key = changeTo(scope);
  return menu(scope.words, scope.words(key));
}

/** In the middle of a dialog: what is said before its question comes again. */
export function changeLanguageAmid(scope: TurnScope): string {
  const key = changeTo(scope);
  return scope.words(key === 'languageOnly' ? key : 'report.languageChanged');
}
