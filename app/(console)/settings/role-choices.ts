import type { RoleChoice } from '@/components/employees/roles-field';
import { localizedName } from '@/lib/domain/localized-name';
import type { Context } from '@/lib/operations/context';
import { listRoles } from '@/lib/operations/employees/list-roles';

/** The added roles that may be given to people, with those somebody has already. */
export async function roleChoices(
  context: Context,
  locale: 'ru' | 'en',
  had: readonly string[] = [],
): Promise<RoleChoice[]> {
  return (await listRoles(context)).rows
    .filter(({ id, isAdded, disabledAt }) => isAdded && (disabledAt === null || had.includes(id)))
    .map(({ id, name, nameEn }) => ({
      id,
      name: localizedName({ name: name ?? '', nameEn: nameEn ?? '' }, locale),
    }));
}
