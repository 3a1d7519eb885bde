import { getCompanyNumberForUpdate, updateCompanyNumber as updateRow } from '@/db/company-numbers';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import type { LineRecording } from '@/lib/domain/recordings/line-recording';
import type { LineOpening } from '@/lib/domain/settings/line-opening';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { recordChange } from './record-change';
import { refuseOtherVersion } from './refuse-other-version';

/**
 * Renames a number, sets how it records and when it lets callers in from the next call on, takes it out of use or back.
 * @throws Refusal `forbidden`, `notFound`; `conflict` when somebody else changed it meanwhile
 */
export async function updateCompanyNumber(
  context: Context,
  input: { numberId: string; version: number; name?: string; isDisabled?: boolean } & Partial<LineRecording> &
    Partial<LineOpening>,
): Promise<{ id: string; version: number }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const number = await getCompanyNumberForUpdate(tx, input.numberId);
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
    const { id } = number;
    if (!(await recordChange(tx, context, { noun: 'companyNumber', nounId: id, before: number, after })))
      return { id, version: number.version };
    refuseOtherVersion(input.version, number);
    const version = number.version + 1;
    await updateRow(tx, id, { ...after, version });
    tell(tx, { noun: 'companyNumber', nounId: id });
    return { id, version };
  });
}
