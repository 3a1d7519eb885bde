import { cardLimits } from './card-limits';
import type { CounterpartyStatus } from './counterparty';
import { type ImportField, type ImportMapping, readStatus } from './import-columns';

export const importProblems = [
  'nameMissing',
  'tooLong',
  'duplicateInFile',
  'contractOfSeveral',
  'phoneUnread',
  'phoneKnown',
  'statusUnknown',
] as const;
export type ImportProblem = (typeof importProblems)[number];

/** These keep a row out; the others only ask for a look. */
export const keepsOut = (problem: ImportProblem) =>
  problem === 'nameMissing' ||
  problem === 'tooLong' ||
  problem === 'duplicateInFile' ||
  problem === 'contractOfSeveral';

/** One line of the file, counted as people see it: the headings are line 1. */
export type ImportRow = Record<Exclude<ImportField, 'status'>, string> & {
  row: number;
  status: CounterpartyStatus | null;
  problems: { field: ImportField; problem: ImportProblem }[];
};

const longest: Record<ImportField, number> = { ...cardLimits, status: 80 };

export function readImportRow(cells: readonly string[], row: number, mapping: ImportMapping): ImportRow {
  const values: Record<ImportField, string> = {
    name: '',
    contract: '',
    phone: '',
    city: '',
    contactPerson: '',
    category: '',
    status: '',
    note: '',
  };
  for (const [column, field] of Object.entries(mapping)) values[field] = (cells[Number(column)] ?? '').trim();
  const problems: ImportRow['problems'] = [];
  if (values.name === '') problems.push({ field: 'name', problem: 'nameMissing' });
  for (const [field, value] of Object.entries(values) as [ImportField, string][]) {
    if (value.length > longest[field]) problems.push({ field, problem: 'tooLong' });
  }
  const status = readStatus(values.status);
  if (values.status !== '' && status === null) problems.push({ field: 'status', problem: 'statusUnknown' });
  return { ...values, row, status, problems };
}
