import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import type { Context } from '@/lib/operations/context';
import { clientTimeZone } from '@/lib/operations/departments/client-department';

/** Which day it is by the clock of the reports, `YYYY-MM-DD`. */
export const reportToday = async (context: Context) =>
  wallTimeAt(context.now(), await clientTimeZone(context.read)).date;
