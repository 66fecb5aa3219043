import type { Attachment } from '../../hotline/activity';
import type { FileWords } from '../../hotline/conversation/remote-files';
import type { Voices } from '../words';
import { message } from './prompt';

/** Reasons that have words of their own; for others it is said that the file could not be fetched. */
const REASONS = new Set([
  'too_large',
  'invalid',
  'files_full',
  'unusable',
  'foreign_contact',
  'unproven_contact',
]);

/** What is said about files that are not here yet, or never will be: which, and why. */
export function fileWords(voices: Voices): FileWords {
  return {
    coming: (language = 'vi') => message({ text: voices[language]('files.coming') }),
    refused(files, language = 'vi') {
      const words = voices[language];
      const sentences = byReason(files).map(([reason, names]) =>
        words(`files.${reason}`, { names: names.join(', ') }),
      );
      return message({ text: sentences.join('\n') });
    },
  };
}

function byReason(files: readonly Attachment[]): [string, string[]][] {
  const names = new Map<string, string[]>();
  for (const { name = '', refused = '' } of files) {
    const reason = REASONS.has(refused) ? refused : 'unavailable';
    names.set(reason, [...(names.get(reason) ?? []), name]);
  }
  return [...names];
}
