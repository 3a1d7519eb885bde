import { listCardFields } from '@/db/card-fields';
import type { ChangedFields } from '@/db/changes';
import {
  deleteCounterpartyValues,
  insertCounterpartyValues,
  listCounterpartyValues,
} from '@/db/counterparty-values';
import type { Db } from '@/db/store';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { ownFieldKey, readOwnValue } from '@/lib/domain/counterparties/own-field';
import { type FieldErrors, invalid } from '@/lib/domain/errors';
import type { Tx } from '@/lib/operations/context';

/** The own fields of a card with what is filled in: those in use, and the others that hold something. */
export async function listOwnFields(db: Db, counterpartyId: string): Promise<CardPage['card']['ownFields']> {
  const values = await listCounterpartyValues(db, counterpartyId);
  const filledIn = new Map(values.map(({ fieldId, value }) => [fieldId, value]));
  return (await listCardFields(db))
    .filter(({ id, disabledAt }) => disabledAt === null || filledIn.has(id))
    .map(({ id, name, nameEn, kind, choices, position, disabledAt }) => {
      return { id, name, nameEn, kind, choices, position, disabledAt, value: filledIn.get(id) ?? '' };
    });
}

/**
 * Fills in own fields of a card; those that are not named stay as they are. Returns the history of what is different now.
 * @throws Refusal `invalid` at the field for what is not of its kind; a value that stays is never looked at again
 */
export async function saveOwnFields(
  tx: Tx,
  counterpartyId: string,
  wanted: Readonly<Record<string, string>>,
): Promise<ChangedFields> {
  const fields = new Map((await listCardFields(tx)).map((field) => [field.id, field]));
  const known = new Map(
    (await listCounterpartyValues(tx, counterpartyId)).map(({ fieldId, value }) => [fieldId, value]),
  );
  const problems: FieldErrors = {};
  const changed: ChangedFields = {};
  const values = new Map<string, string>();
  for (const [id, typed] of Object.entries(wanted)) {
    const from = known.get(id) ?? '';
    if (typed === from) continue;
    const field = fields.get(id);
    const read = field ? readOwnValue(field, typed) : { problem: 'notAChoice' };
    if ('problem' in read) problems[`ownFields.${id}`] = read.problem;
    else if (read.value !== from) {
      values.set(id, read.value);
      changed[ownFieldKey(id)] = { from, to: read.value };
    }
  }
  if (Object.keys(problems).length > 0) throw invalid(problems);
  await deleteCounterpartyValues(tx, counterpartyId, [...values.keys()]);
  await insertCounterpartyValues(
    tx,
    [...values]
      .filter(([, value]) => value !== '')
      .map(([fieldId, value]) => ({ counterpartyId, fieldId, value })),
  );
  return changed;
}
