import { listDepartments } from '@/db/departments';
import type { Db } from '@/db/store';
import { businessHoursSchema } from '@/lib/domain/deadlines/business-hours';

/** Days and hours of the reports are the client department's: every call comes in there. */
export async function reportTimeZone(db: Db): Promise<string> {
  const departments = await listDepartments(db);
  const client = departments.find(({ kind, disabledAt }) => kind === 'client' && disabledAt === null);
  const hours = businessHoursSchema.safeParse(client?.hours);
  return hours.success ? hours.data.timeZone : 'Europe/Moscow';
}
