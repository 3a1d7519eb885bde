import { getBlockedNumber } from '@/db/blocked-numbers';
import { findCompanyNumber } from '@/db/company-numbers';
import type { DepartmentRow } from '@/db/departments';
import type { Admission } from '@/lib/domain/calls/call-context';
import { hoursOf } from '@/lib/domain/deadlines/business-hours';
import { isOpen } from '@/lib/domain/deadlines/working-time';
import type { Tx } from '@/lib/operations/context';

/** Whether the line called, else the department, lets a caller in at that moment (epoch ms). */
export async function admit(
  tx: Tx,
  { callerE164, calledNumber }: { callerE164: string | null; calledNumber: string },
  department: DepartmentRow,
  at: number,
): Promise<Exclude<Admission, 'unheard'>> {
  if (callerE164 && (await getBlockedNumber(tx, callerE164))) return 'blocked';
  const line = await findCompanyNumber(tx, calledNumber);
  const hours = (line && hoursOf(line)) ?? hoursOf(department);
  return hours && !isOpen(hours, at) ? 'closedHours' : 'open';
}
