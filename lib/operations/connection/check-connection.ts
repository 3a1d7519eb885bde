import type { ConnectionCheck, Finding } from '@/lib/domain/connection/finding';
import type { PhoneAccount } from '@/lib/domain/connection/phone-account';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { examineConnection } from './examine-connection';

/** One check of the connection test, for an administrator; no finding means that all is right. @throws Refusal `forbidden` */
export async function checkConnection(
  context: Context,
  { check, account }: { check: ConnectionCheck; account: PhoneAccount },
): Promise<{ findings: Finding[] }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return { findings: await examineConnection(context.read, account, check) };
}
