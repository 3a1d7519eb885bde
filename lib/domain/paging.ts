import { z } from 'zod';
import { cardLimits } from './counterparties/card-limits';

/** One page of a list sorted by indexed columns. `next` is the cursor of the following page, null on the last. */
export type Page<Row> = { rows: Row[]; next: string | null };

/**
 * The longest cursor ends at the card with the longest name: a letter of its sort key has up to four bytes (ё makes two
 * letters of two), its id and the punctuation fewer than a hundred together; base64 makes four characters of three bytes.
 */
const longestCursor = Math.ceil(((cardLimits.name * 4 + 100) * 4) / 3);

export const pageQuery = z.object({
  after: z.string().max(longestCursor).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** From which end a list in the order of time is read. */
export const timeOrders = ['newest', 'oldest'] as const;
export type TimeOrder = (typeof timeOrders)[number];

/** `next`: the cursor to ask for the page after it; null on the last. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: z.string().nullable() });

type CursorParts = (string | number)[];

/** Text that both databases take. */
const keyText = z.string().refine((text) => text.isWellFormed() && !text.includes('\0'));

/** The cursor of a list in the order of time (epoch ms), then of ids. */
export const timeCursor = z.tuple([z.int(), keyText]);

/** The cursor of a list in stretches, each in the order of time, then of ids: the last part counts the stretch from 0. */
export const stretchCursor = z.tuple([z.int(), keyText, z.int().min(0).max(9)]);

/** The cursor of a directory: the sort key of a name, then the id. */
export const nameCursor = z.tuple([keyText, keyText]);

/** The cursor of a list in the order of time (epoch ms), then of a running number. */
export const timeAndNumberCursor = z.tuple([z.int(), z.int32()]);

/** The cursor of a list in the order of ids. */
export const idCursor = z.tuple([keyText]);

/** The cursor of a list in the order of a running number. */
export const numberCursor = z.tuple([z.int32()]);

/** The sort key of a list's last row, as an opaque text of letters, digits, - and _. */
export function cursorOf(...parts: CursorParts): string {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * The sort key behind a cursor of the list that `schema` describes; null when the text is none of its cursors, which is
 * treated as the list's beginning.
 */
export function readCursor<Key extends CursorParts>(
  cursor: string | undefined,
  schema: z.ZodType<Key>,
): Key | null {
  if (!cursor) return null;
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (byte) => byte.charCodeAt(0));
    return schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}

/** The same of a list in the order of a time or a name: after which row a page goes on; undefined for the list's beginning. */
export function readPlace<At extends string | number, Id extends string | number>(
  cursor: string | undefined,
  schema: z.ZodType<[At, Id]>,
): { at: At; id: Id } | undefined {
  const key = readCursor(cursor, schema);
  return key ? { at: key[0], id: key[1] } : undefined;
}

/** The id of the row that a page goes on after, the last text of every cursor; empty for the list's beginning. */
export function afterIdOf(cursor: string | undefined): string {
  const parts = readCursor(cursor, z.array(z.union([z.number(), keyText])));
  const id = parts?.findLast((part) => typeof part === 'string') ?? parts?.at(-1) ?? '';
  return String(id).slice(0, 40);
}

/** Makes a page from `limit + 1` rows: the extra one only says that there is more. */
export function toPage<Row>(rows: Row[], limit: number, cursor: (last: Row) => string): Page<Row> {
  if (rows.length <= limit) return { rows, next: null };
  const shown = rows.slice(0, limit);
  return { rows: shown, next: cursor(shown.at(-1)!) };
}
