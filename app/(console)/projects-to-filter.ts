import type { getTranslator } from '@/lib/i18n/translator';
import type { Context } from '@/lib/operations/context';
import { listProjects } from '@/lib/operations/settings/list-projects';

/** What a list may be narrowed by: the disabled projects too, which older records still have, last and called so. */
export async function projectsToFilter(
  context: Context,
  t: ReturnType<typeof getTranslator>,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await listProjects(context);
  return rows.map(({ id, name, disabledAt }) => ({
    id,
    name: disabledAt === null ? name : t('projects.disabledName', { name }),
  }));
}
