import { normaliseContractNumber } from '@/lib/domain/counterparties/card-search';
import { normaliseName } from '@/lib/domain/counterparties/name';
import type { ImportField } from '@/lib/domain/imports/import-fields';
import type { ImportKind } from '@/lib/domain/imports/import-kind';
import type { ImportMapping } from '@/lib/domain/imports/import-mapping';
import type { RowProblem } from '@/lib/domain/imports/import-row';
import { type ImportValues, readRow } from '@/lib/domain/imports/read-row';
import { inTurns } from './in-turns';

/** `problems`: what only the whole file shows. */
export type ImportLine = { cells: string[]; problems?: RowProblem[] };

const linesOfTurn = 1000;

/** Marks the lines that say what an earlier one of the file has said already, whichever part they come to stand in. */
export async function markDuplicates(
  kind: ImportKind,
  mapping: ImportMapping,
  lines: readonly string[][],
): Promise<ImportLine[]> {
  const seen = new Set<string>();
  const mark = (cells: string[]): ImportLine => {
    const { values } = readRow(kind, mapping, 0, { cells });
    const said = whatItSays(kind, mapping, values);
    if (!said) return { cells };
    if (seen.has(said.key)) return { cells, problems: [{ field: said.field, problem: 'duplicateInFile' }] };
    seen.add(said.key);
    return { cells };
  };
  return inTurns(lines, linesOfTurn, (some) => some.map(mark));
}

/** By what two lines are the same, and the field that tells; null for a line that may stand twice. */
function whatItSays(
  kind: ImportKind,
  mapping: ImportMapping,
  values: ImportValues,
): { key: string; field: ImportField } | null {
  if (kind === 'counterparties') return whichCard(values);
  const key = Object.values(mapping)
    .map((field) => values[field])
    .join('\n');
  return { key, field: kind === 'appeals' ? 'topic' : kind === 'purchases' ? 'sum' : 'contract' };
}

const listed = ['emails', 'products', 'contactPhone', 'contactBirthday'] as const;

/** Lines of one INN may each add a contract, a phone, an address, a product or a contact person to its card; without an INN, a contract or a phone the name tells, with the city. */
function whichCard(values: ImportValues): { key: string; field: ImportField } | null {
  const inn = values.inn.replaceAll(/\s/g, '');
  const digits = values.phone.replaceAll(/\D/g, '').slice(-10);
  const name = normaliseName(values.name);
  if (values.contract) {
    return { key: `№${normaliseContractNumber(values.contract)}`, field: 'contract' };
  }
  if (inn) {
    const adds = listed.map((field) => values[field].toLocaleLowerCase('ru')).join('\n');
    return { key: `inn\n${inn}\n${name}\n${digits}\n${adds}`, field: 'inn' };
  }
  if (digits) return { key: `${digits}\n${name}`, field: 'phone' };
  return name ? { key: `city\n${normaliseName(values.city)}\n${name}`, field: 'name' } : null;
}
