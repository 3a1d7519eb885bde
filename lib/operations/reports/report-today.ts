import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import type { Context } from '@/lib/operations/context';
import { reportTimeZone } from './report-time-zone';

/** Which day it is by the clock of the reports, `YYYY-MM-DD`. */
export const reportToday = async (context: Context) =>
  wallTimeAt(context.now(), await reportTimeZone(context.read)).date;
