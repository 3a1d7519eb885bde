import { listCompanyNumbers as listRows } from '@/db/company-numbers';
import { hoursOf } from '@/lib/domain/deadlines/business-hours';
import type { CompanyNumberView } from '@/lib/domain/settings/numbers.contract';
import { type Context, signedIn } from '@/lib/operations/context';

/** The numbers of the company that callers dial, the unused ones last. */
export async function listCompanyNumbers(context: Context): Promise<{ rows: CompanyNumberView[] }> {
  signedIn(context);
  const rows = (await listRows(context.read)).map(({ createdAt: _, ...row }) => ({
    ...row,
    hours: hoursOf(row),
  }));
  return {
    rows: [
      ...rows.filter((row) => row.disabledAt === null),
      ...rows.filter((row) => row.disabledAt !== null),
    ],
  };
}
