import { listCompanyNumbers } from '@/db/company-numbers';
import { type DepartmentRow, listDepartments } from '@/db/departments';
import type { Db } from '@/db/store';
import type { CodeLengthOf } from '@/lib/domain/phones/area-code-lengths';
import { readCodeLengths } from '@/lib/operations/settings/read-code-lengths';

/** What the description of every call needs of the company's settings. */
export type CompanyNames = {
  departments: readonly DepartmentRow[];
  /** The name of each of our numbers, by E.164. */
  lines: ReadonlyMap<string, string>;
  codeLengthOf: CodeLengthOf;
};

/** Read once for as many calls as are shown together. */
export async function readCompanyNames(db: Db): Promise<CompanyNames> {
  const numbers = await listCompanyNumbers(db);
  return {
    departments: await listDepartments(db),
    lines: new Map(numbers.map(({ e164, name }) => [e164, name])),
    codeLengthOf: await readCodeLengths(db),
  };
}
