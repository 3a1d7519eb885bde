import { normaliseContractNumber } from '@/lib/domain/counterparties/card-search';
import { normaliseName } from '@/lib/domain/counterparties/name';
import type { ImportField } from '@/lib/domain/imports/import-fields';
import type { ImportKind } from '@/lib/domain/imports/import-kind';
import type { ImportMapping } from '@/lib/domain/imports/import-mapping';
import type { RowProblem } from '@/lib/domain/imports/import-row';
import { type ImportValues, readRow } from '@/lib/domain/imports/read-row';

export type ImportLine = { cells: string[]; problems?: RowProblem[] };

/** Marks the lines that say what an earlier one of the file has said already, whichever part they come to stand in. */
export function markDuplicates(
  kind: ImportKind,
  mapping: ImportMapping,
  lines: readonly string[][],
): ImportLine[] {
  const seen = new Set<string>();
  return lines.map((cells, index) => {
    const { values } = readRow(kind, mapping, index + 2, { cells });
    const said = whatItSays(kind, mapping, values);
    if (!said) return { cells };
    if (seen.has(said.key)) return { cells, problems: [{ field: said.field, problem: 'duplicateInFile' }] };
    seen.add(said.key);
    return { cells };
  });
}

/** By what two lines are the same, and the field that tells; null for a line that may stand twice. */
function whatItSays(
  kind: ImportKind,
  mapping: ImportMapping,
  values: ImportValues,
): { key: string; field: ImportField } | null {
  if (kind === 'counterparties') {
    if (values.contract) return { key: `№${normaliseContractNumber(values.contract)}`, field: 'contract' };
    if (!values.phone) return null;
    const digits = values.phone.replaceAll(/\D/g, '').slice(-10);
    return { key: `${digits}\n${normaliseName(values.name)}`, field: 'phone' };
  }
  const key = Object.values(mapping)
    .map((field) => values[field])
    .join('\n');
  return { key, field: kind === 'appeals' ? 'topic' : kind === 'purchases' ? 'sum' : 'contract' };
}
