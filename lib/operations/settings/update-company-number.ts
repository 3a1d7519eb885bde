import { getCompanyNumber, updateCompanyNumber as updateRow } from '@/db/company-numbers';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import type { LineRecording } from '@/lib/domain/recordings/line-recording';
import type { LineOpening } from '@/lib/domain/settings/line-opening';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { recordChange } from './record-change';

/** Renames a number, sets how it records and when it lets callers in from the next call on, takes it out of use or back. @throws Refusal `forbidden`, `notFound` */
export async function updateCompanyNumber(
  context: Context,
  input: { numberId: string; name?: string; isDisabled?: boolean } & Partial<LineRecording> &
    Partial<LineOpening>,
): Promise<{ id: string }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const number = await getCompanyNumber(tx, input.numberId);
    if (!number) throw notFound('number');
    const isChanging = input.isDisabled !== undefined && input.isDisabled !== (number.disabledAt !== null);
    const after = {
      name: input.name ?? number.name,
      recordsConversations: input.recordsConversations ?? number.recordsConversations,
      retentionDays: input.retentionDays ?? number.retentionDays,
      announcement: input.announcement ?? number.announcement,
      hours: input.hours === undefined ? number.hours : input.hours,
      closedGreeting: input.closedGreeting ?? number.closedGreeting,
      disabledAt: isChanging ? (input.isDisabled ? context.now() : null) : number.disabledAt,
    };
    if (
      await recordChange(tx, context, { noun: 'companyNumber', nounId: number.id, before: number, after })
    ) {
      await updateRow(tx, number.id, after);
      tell(tx, { noun: 'companyNumber', nounId: number.id });
    }
    return { id: number.id };
  });
}
