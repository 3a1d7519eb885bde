import { z } from 'zod';

/** One page of a list sorted by indexed columns. `next` is the cursor of the following page, null on the last. */
export type Page<Row> = { rows: Row[]; next: string | null };

export const pageQuery = z.object({
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: z.string().nullable() });

const cursorParts = z.array(z.union([z.string(), z.number(), z.null()]));

/** The sort key of a list's last row, as an opaque text. */
export const cursorOf = (...parts: (string | number | null)[]) =>
  btoa(encodeURIComponent(JSON.stringify(parts)));

/** The sort key behind a cursor; null when the text is no cursor, which is treated as the list's beginning. */
export function readCursor(cursor: string | undefined): (string | number | null)[] | null {
  if (!cursor) return null;
  try {
    return cursorParts.parse(JSON.parse(decodeURIComponent(atob(cursor))));
  } catch {
    return null;
  }
}

/** The id of the row that a page goes on after, which ends every cursor; empty for the list's beginning. */
export const afterIdOf = (cursor: string | undefined) =>
  String(readCursor(cursor)?.at(-1) ?? '').slice(0, 40);

/** Makes a page from `limit + 1` rows: the extra one only says that there is more. */
export function toPage<Row>(rows: Row[], limit: number, cursor: (last: Row) => string): Page<Row> {
  if (rows.length <= limit) return { rows, next: null };
  const shown = rows.slice(0, limit);
  return { rows: shown, next: cursor(shown.at(-1)!) };
}
