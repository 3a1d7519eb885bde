import { listApiTokens } from '@/db/api-tokens';
import { countUnfinishedCalls } from '@/db/call-journal';
import { getEmployee as getRow } from '@/db/employees';
import { countOpenNextReactions } from '@/db/open-next-reactions';
import type { EmployeeView } from '@/lib/domain/employees/employees.contract';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { viewEmployees } from './employee-view';

const most = 10_000;

/** One person with what disabling them would hand over. @throws Refusal `forbidden` for anybody but an administrator. */
export async function getEmployee(
  context: Context,
  { employeeId }: { employeeId: string },
): Promise<EmployeeView & { openNextReactions: number; unfinishedCalls: number; apiTokens: number }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  const row = await getRow(context.read, employeeId);
  if (!row) throw notFound('employee');
  const [view] = await viewEmployees(context.read, [row]);
  const tokens = await listApiTokens(context.read, employeeId);
  return {
    ...view!,
    openNextReactions: await countOpenNextReactions(context.read, { employeeIds: [employeeId] }, most),
    unfinishedCalls: await countUnfinishedCalls(context.read, { ownerIds: [employeeId] }),
    apiTokens: tokens.filter(({ expiresAt }) => expiresAt === null || context.now() < expiresAt).length,
  };
}
