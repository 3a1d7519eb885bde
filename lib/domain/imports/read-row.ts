import {
  importFields,
  longestOf,
  neededOfKind,
  type OwnImportField,
  type PlainImportField,
} from './import-fields';
import type { ImportKind } from './import-kind';
import type { ImportMapping } from './import-mapping';
import type { RowProblem } from './import-row';

export type ImportValues = Record<PlainImportField, string> & { [field: OwnImportField]: string };

/** One line of the file, counted as people see it: the headings are line 1. */
export type ReadRow = { row: number; values: ImportValues; problems: RowProblem[] };

const nothing = Object.fromEntries(importFields.map((field) => [field, ''])) as ImportValues;

/** What the columns of a line hold, trimmed; what is missing or too long is a problem of the row. */
export function readRow(
  kind: ImportKind,
  mapping: ImportMapping,
  row: number,
  { cells, problems: found = [] }: { cells: readonly string[]; problems?: readonly RowProblem[] },
): ReadRow {
  const values = { ...nothing };
  const problems: RowProblem[] = [];
  for (const [column, field] of Object.entries(mapping)) {
    const value = (cells[Number(column)] ?? '').replaceAll('\0', '').trim();
    values[field] = value;
    if (value.length > longestOf(kind, field)) problems.push({ field, problem: 'tooLong' });
  }
  for (const field of neededOfKind[kind])
    if (values[field] === '') problems.push({ field, problem: 'missing' });
  return { row, values, problems: [...problems, ...found] };
}

/** «30.11.2026», «2026-11-30», «30/11/26» and what a spreadsheet adds of the hour, as `YYYY-MM-DD`; null for no day. */
export function readDay(text: string): string | null {
  const [, first, second, third] =
    /^(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})(?:[T ,].*)?$/.exec(text.trim()) ?? [];
  if (!first || !second || !third) return null;
  const [year, day] =
    first.length === 4 ? [first, third] : [third.length === 2 ? `20${third}` : third, first];
  const read = `${year}-${second.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${read}T00:00:00Z`);
  if (year.length !== 4 || Number.isNaN(time)) return null;
  return new Date(time).toISOString().startsWith(read) ? read : null;
}
