import { createHash } from 'node:crypto';

/** A value as SQLite keeps it: flags are 0 and 1, JSON is text. What PostgreSQL holds is put into this form first. */
export type Cell = string | number | null;

export type TableContents = { rows: number; hash: string };
/** What the tables hold, by their names; the same for the same contents in either database. */
export type Contents = Record<string, TableContents>;

export type TableColumn = { name: string; isJson: boolean };

const modulus = 2n ** 256n;

/**
 * The hash of a table's rows in whatever order they come: databases sort text differently. Each row is hashed by the names of
 * its columns, and JSON by what it says, not by how it is spelled.
 */
export function createTableHash(columns: readonly TableColumn[]) {
  const order = columns
    .map((column, index) => ({ ...column, index }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  let sum = 0n;
  let rows = 0;
  return {
    add(row: readonly Cell[]): void {
      const values = order.map(({ index, isJson }) => {
        const value = row[index]!;
        return isJson && typeof value === 'string' ? plainJson(value) : value;
      });
      const digest = createHash('sha256').update(JSON.stringify(values)).digest('hex');
      sum = (sum + BigInt(`0x${digest}`)) % modulus;
      rows += 1;
    },
    contents(): TableContents {
      const names = order.map(({ name }) => name).join();
      return { rows, hash: createHash('sha256').update(`${names} ${rows} ${sum}`).digest('hex') };
    },
  };
}

/** The same text for the same JSON, which PostgreSQL spells its own way. */
export function plainJson(text: string): string {
  return JSON.stringify(sorted(JSON.parse(text)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

/** The tables that differ, by name. */
export function differingTables(one: Contents, other: Contents): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => one[name]?.hash !== other[name]?.hash).sort();
}

export const rowsOf = (contents: Contents) =>
  Object.values(contents).reduce((sum, { rows }) => sum + rows, 0);
