import { listCardFields } from '@/db/card-fields';
import type { Db } from '@/db/store';
import { fieldIdOfKey, ownFieldKey } from '@/lib/domain/counterparties/own-field';
import { isOwnImportField } from '@/lib/domain/imports/import-fields';
import type { ImportMapping } from '@/lib/domain/imports/import-mapping';
import type { RowProblem } from '@/lib/domain/imports/import-row';
import type { RowProblemView } from '@/lib/domain/imports/imports.contract';

type OwnField = { id: string; name: string; nameEn: string };

/** The fields that an administrator has added to the card, as a file may fill them in. */
export async function listOwnFieldsInUse(db: Db): Promise<OwnField[]> {
  return (await listCardFields(db))
    .filter(({ disabledAt }) => disabledAt === null)
    .map(({ id, name, nameEn }) => ({ id, name, nameEn }));
}

/** Whether every own field of a mapping is one of these. */
export const isOfOwnFields = (mapping: ImportMapping, ownFields: readonly OwnField[]) =>
  Object.keys(mapping).length === Object.keys(withOwnFields(mapping, ownFields)).length;

/** A mapping without the columns of own fields that are none of these. */
export function withOwnFields(mapping: ImportMapping, ownFields: readonly OwnField[]): ImportMapping {
  const keys = new Set<string>(ownFields.map(({ id }) => ownFieldKey(id)));
  return Object.fromEntries(
    Object.entries(mapping).filter(([, field]) => !isOwnImportField(field) || keys.has(field)),
  );
}

/** The problems of a row with the names of the own fields they are of. */
export function withNames(problems: readonly RowProblem[], ownFields: readonly OwnField[]): RowProblemView[] {
  return problems.map(({ field, problem }) => {
    const own = ownFields.find(({ id }) => id === fieldIdOfKey(field));
    return { field, problem, ...(own ? { ownField: { name: own.name, nameEn: own.nameEn } } : {}) };
  });
}
