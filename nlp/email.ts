const ADDRESS = /(?<![\w.+-])[\w+-][\w.+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{2,63}){1,4}(?![\w@])/i;

/** The first e-mail address of a text, in lower case; also as it is spelt aloud: "hoa a còng gmail chấm com". */
export function emailIn(text: string): string | null {
  if (text.includes('@')) return ADDRESS.exec(text.replace(/ ?@ ?/g, '@'))?.[0].toLowerCase() ?? null;
  const composed = text.normalize('NFC');
  if (!/còng|cong|\(at\)/i.test(composed)) return null;
  const written = composed.replace(/ ?(?:a còng|a cong|\(at\)) ?/gi, '@').replace(/ (?:chấm|cham) /gi, '.');
  return ADDRESS.exec(written)?.[0].toLowerCase() ?? null;
}
