import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, isNode, parse, parseDocument } from 'yaml';
import type { z } from 'zod';

/**
 * Reads one file of `content/` and checks it.
 * @throws Error that names the file, the line, and what to do
 */
export function readFile<T>(folder: string, name: string, shape: z.ZodType<T>): T {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const result = shape.safeParse(parsed(text, name));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = issue?.path ?? [];
  throw new Error(
    `content/${name}${lineOf(text, name, place)}: ${place.join('.')} ${issue?.message ?? 'is not valid'}`,
  );
}

export function parsed(text: string, name: string): unknown {
  try {
    return name.endsWith('.yaml') ? parse(text) : JSON.parse(text);
  } catch (error) {
    // The parser's own message tells line and column.
    throw new Error(`content/${name}: ${(error as Error).message}`, { cause: error });
  }
}

/** `:12` where the value at a path stands in a YAML file, or the nearest thing around it that is there. */
function lineOf(text: string, name: string, place: readonly PropertyKey[]): string {
  if (!name.endsWith('.yaml')) return '';
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (let depth = place.length; depth > 0; depth--) {
    const node = document.getIn(place.slice(0, depth), true);
    if (isNode(node) && node.range) return `:${lines.linePos(node.range[0]).line}`;
  }
  return ':1';
}
