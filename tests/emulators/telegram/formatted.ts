import { badRequest } from './refusal';
import { type Entity } from './shapes';

export interface Formatted {
  text: string;
  entities: Entity[];
}

const TAGS: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  'tg-spoiler': 'spoiler',
  blockquote: 'blockquote',
};
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const PIECE = /<(\/?)([a-zA-Z-]*)([^<>]*)>|&(#?\w{1,8});|[^<&]+|[<&]/g;

/** Text as the phones get it. `HTML` is understood, no formatting too; Markdown is not emulated. */
export function format(source: string, mode: string): Formatted {
  if (mode === '') return trimmed({ text: source, entities: [] });
  if (mode.toLowerCase() !== 'html') throw badRequest('unsupported parse_mode');
  return trimmed(parseHtml(source));
}

function parseHtml(source: string): Formatted {
  let text = '';
  const entities: Entity[] = [];
  const open: { tag: string; entity: Entity }[] = [];
  for (const { 0: piece, 1: slash, 2: name, 3: rest, 4: named, index } of source.matchAll(PIECE)) {
    const at = Buffer.byteLength(source.slice(0, index));
    if (named !== undefined) text += character(named) ?? piece;
    else if (name === undefined) text += literal(piece, at);
    else if (slash === '/') close(name, at);
    else begin(name, rest ?? '', at);
  }
  const [unclosed] = open.slice(-1);
  if (unclosed) throw unparsed(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return { text, entities: entities.filter(({ length }) => length > 0) };

  function begin(name: string, attributes: string, at: number) {
    const tag = name.toLowerCase();
    const type = TAGS[tag];
    if (!type) throw unparsed(`Unsupported start tag "${tag}" at byte offset ${at}`);
    const url = /\bhref="([^"]*)"/.exec(attributes)?.[1];
    const entity = { type, offset: text.length, length: 0, ...(url ? { url } : {}) };
    open.push({ tag, entity });
    entities.push(entity);
  }

  function close(name: string, at: number) {
    const last = open.pop();
    if (!last) throw unparsed(`Unexpected end tag at byte offset ${at}`);
    if (last.tag !== name.toLowerCase()) {
      throw unparsed(`Unmatched end tag at byte offset ${at}, expected "</${last.tag}>", found "</${name}>"`);
    }
    last.entity.length = text.length - last.entity.offset;
  }
}

function literal(piece: string, at: number): string {
  if (piece === '<') throw unparsed(`Unclosed start tag at byte offset ${at}`);
  return piece;
}

function character(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED[name];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const unparsed = (why: string) => badRequest(`can't parse entities: ${why}`);

/** White space around a text is taken off, and what is marked moves with it. */
function trimmed({ text, entities }: Formatted): Formatted {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  const moved = entities.map((entity) => {
    const from = Math.max(0, entity.offset - start);
    const to = Math.min(kept.length, entity.offset + entity.length - start);
    return { ...entity, offset: from, length: to - from };
  });
  return { text: kept, entities: moved.filter(({ length }) => length > 0) };
}

const FOUND: readonly [type: string, pattern: RegExp][] = [
  ['bot_command', /(?<=^|\s)\/\w{1,64}(?:@\w{3,32})?(?!\w)/g],
  ['mention', /(?<=^|\s)@\w{3,32}(?!\w)/g],
  ['url', /(?<=^|\s)https?:\/\/\S+/g],
];

/** What Telegram itself marks in a text: commands, names, addresses. */
export function found(text: string): Entity[] {
  return FOUND.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: match, index }) => ({
      type,
      offset: index,
      length: match.length,
    })),
  ).sort((a, b) => a.offset - b.offset);
}
