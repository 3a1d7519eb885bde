import { getCardField, updateCardField as updateRow } from '@/db/card-fields';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { refuseWrongCardField } from './check-card-field';
import { recordChange } from './record-change';

/**
 * Changes a field of the card, takes it out of use or back. What was filled in stays, also what is no choice any more.
 * @throws Refusal `forbidden`, `notFound`, `invalid`
 */
export async function updateCardField(
  context: Context,
  input: {
    cardFieldId: string;
    name?: string;
    nameEn?: string;
    choices?: string[];
    position?: number;
    isDisabled?: boolean;
  },
): Promise<{ id: string }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const field = await getCardField(tx, input.cardFieldId);
    if (!field) throw notFound('field');
    const isStill = input.isDisabled === undefined || input.isDisabled === (field.disabledAt !== null);
    const after = {
      name: input.name ?? field.name,
      nameEn: input.nameEn ?? field.nameEn,
      choices: field.kind === 'choice' ? (input.choices ?? field.choices) : [],
      position: input.position ?? field.position,
      disabledAt: isStill ? field.disabledAt : input.isDisabled ? context.now() : null,
    };
    await refuseWrongCardField(tx, { ...field, ...after });
    if (await recordChange(tx, context, { noun: 'cardField', nounId: field.id, before: field, after })) {
      await updateRow(tx, field.id, after);
      tell(tx, { noun: 'cardField', nounId: field.id });
    }
    return { id: field.id };
  });
}
