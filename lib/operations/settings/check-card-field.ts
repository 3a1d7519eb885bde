import { type CardFieldRow, listCardFields } from '@/db/card-fields';
import type { Db } from '@/db/store';
import { sortKey } from '@/lib/domain/counterparties/name';
import { type FieldErrors, invalid } from '@/lib/domain/errors';

/** @throws Refusal `invalid` for a name that another field has, and for a choice of fewer than two */
export async function refuseWrongCardField(
  db: Db,
  field: Pick<CardFieldRow, 'id' | 'name' | 'kind' | 'choices'>,
): Promise<void> {
  const fields: FieldErrors = {};
  const others = (await listCardFields(db)).filter(({ id }) => id !== field.id);
  if (others.some(({ name }) => sortKey(name) === sortKey(field.name))) fields.name = 'alreadyUsed';
  if (field.kind === 'choice' && field.choices.length < 2) fields.choices = 'cardFields.errors.twoChoices';
  if (Object.keys(fields).length > 0) throw invalid(fields);
}
