import type { Context } from '@/lib/operations/context';
import { listDepartments } from '@/lib/operations/departments/list-departments';

/** What departments are called in the language of the screen, by id. */
export async function departmentNames(context: Context, locale: string): Promise<Map<string, string>> {
  const { rows } = await listDepartments(context);
  return new Map(rows.map((row) => [row.id, locale === 'en' ? row.nameEn : row.name]));
}
