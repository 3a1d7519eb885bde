import type { Person } from '@/lib/domain/employees/employee';
import type { ImportMapping } from '@/lib/domain/imports/import-mapping';
import type { RowProblem } from '@/lib/domain/imports/import-row';
import { mayAssignClients } from '@/lib/domain/rounds/round-rights';
import type { ImportLine } from './mark-duplicates';

const notAllowed: RowProblem = { field: 'manager', problem: 'managerNotAllowed' };

/** CO-1: whose client somebody is only some say; the lines of who may not are marked, and imported without it. */
export function markManagers(
  person: Person,
  mapping: ImportMapping,
  lines: readonly ImportLine[],
): readonly ImportLine[] {
  const column = Object.keys(mapping).find((one) => mapping[one] === 'manager');
  if (column === undefined || mayAssignClients(person)) return lines;
  return lines.map((line) =>
    line.cells[Number(column)]?.trim() ? { ...line, problems: [...(line.problems ?? []), notAllowed] } : line,
  );
}
