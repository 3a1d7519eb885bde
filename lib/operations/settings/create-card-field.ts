import { type CardFieldRow, insertCardField, listCardFields } from '@/db/card-fields';
import type { CardFieldKind } from '@/lib/domain/counterparties/own-field';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { refuseWrongCardField } from './check-card-field';
import { recordChange } from './record-change';

/** Adds a field to the card. @throws Refusal `forbidden`, `invalid` */
export async function createCardField(
  context: Context,
  input: { name: string; nameEn: string; kind: CardFieldKind; choices: string[]; position?: number },
): Promise<{ id: string }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const { name, nameEn, kind } = input;
    const last = Math.max(0, ...(await listCardFields(tx)).map((field) => field.position));
    const position = input.position ?? last + 1;
    const choices = kind === 'choice' ? input.choices : [];
    const row: CardFieldRow = {
      ...{ id: context.newId(), name, nameEn, kind, choices, position },
      createdAt: context.now(),
      disabledAt: null,
    };
    await refuseWrongCardField(tx, row);
    await insertCardField(tx, row);
    const after = { name, nameEn, choices, position };
    await recordChange(tx, context, { noun: 'cardField', nounId: row.id, before: {}, after });
    tell(tx, { noun: 'cardField', nounId: row.id });
    return { id: row.id };
  });
}
