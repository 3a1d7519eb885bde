import type { PhoneAccount } from '@/lib/domain/connection/phone-account';
import type { Repair } from '@/lib/domain/connection/repair';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { carryOutRepairs, type RepairsMade } from './carry-out-repairs';

/** Sets addresses at the phone provider that the connection test found wrong. @throws Refusal `forbidden`, `conflict` */
export async function repairConnection(
  context: Context,
  input: { repairs: readonly Repair[]; account: PhoneAccount },
): Promise<RepairsMade> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return carryOutRepairs(context, input);
}
