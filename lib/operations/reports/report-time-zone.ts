import { getDepartmentByKind } from '@/db/departments';
import type { Db } from '@/db/store';
import { businessHoursSchema } from '@/lib/domain/deadlines/business-hours';

/** Days and hours of the reports are the client department's: every call comes in there. */
export async function reportTimeZone(db: Db): Promise<string> {
  const department = await getDepartmentByKind(db, 'client');
  const hours = businessHoursSchema.safeParse(department?.hours);
  return hours.success ? hours.data.timeZone : 'Europe/Moscow';
}
