import { listProjects as listRows } from '@/db/projects';
import type { ProjectView } from '@/lib/domain/settings/projects.contract';
import { type Context, signedIn } from '@/lib/operations/context';

/** Projects by name, the disabled ones last. */
export async function listProjects(context: Context): Promise<{ rows: ProjectView[] }> {
  signedIn(context);
  const rows = (await listRows(context.read)).map(({ id, name, hasBook, version, disabledAt }) => ({
    ...{ id, name, hasBook, version, disabledAt },
  }));
  return {
    rows: [
      ...rows.filter((row) => row.disabledAt === null),
      ...rows.filter((row) => row.disabledAt !== null),
    ],
  };
}
