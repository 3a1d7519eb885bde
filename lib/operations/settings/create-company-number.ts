import { insertCompanyNumber } from '@/db/company-numbers';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, invalid } from '@/lib/domain/errors';
import { readPhone } from '@/lib/domain/phones/read-phone';
import { defaultLineRecording } from '@/lib/domain/recordings/line-recording';
import { defaultLineOpening } from '@/lib/domain/settings/line-opening';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { recordChange } from './record-change';

/** @throws Refusal `forbidden`, `invalid` */
export async function createCompanyNumber(
  context: Context,
  input: { phone: string; name: string },
): Promise<{ id: string }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  const { e164 } = readPhone(input.phone);
  if (e164 === null) throw invalid({ phone: 'settings.problems.phone' });
  return context.tx(async (tx) => {
    const id = context.newId();
    const row = {
      id,
      e164,
      name: input.name,
      createdAt: context.now(),
      disabledAt: null,
      ...defaultLineRecording,
      ...defaultLineOpening,
    };
    if (!(await insertCompanyNumber(tx, row))) throw invalid({ phone: 'alreadyUsed' });
    await recordChange(tx, context, {
      noun: 'companyNumber',
      nounId: id,
      before: {},
      after: { e164, name: input.name },
    });
    tell(tx, { noun: 'companyNumber', nounId: id });
    return { id };
  });
}
