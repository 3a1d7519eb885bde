import { getProjectForUpdate, updateProject as updateRow } from '@/db/projects';
import { sortKey } from '@/lib/domain/counterparties/name';
import { mayEditDirectories } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { refuseSameName } from './check-project';
import { recordChange } from './record-change';
import { refuseOtherVersion } from './refuse-other-version';

/**
 * Renames a project, says whether it comes with a book (ON-2), disables it for new appeals or takes it back; appeals about it keep it.
 * @throws Refusal `forbidden`, `notFound`, `invalid`; `conflict` when somebody else changed it meanwhile
 */
export async function updateProject(
  context: Context,
  input: { projectId: string; version: number; name?: string; hasBook?: boolean; isDisabled?: boolean },
): Promise<{ id: string; version: number }> {
  if (!mayEditDirectories(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const project = await getProjectForUpdate(tx, input.projectId);
    if (!project) throw notFound('project');
    if (input.name !== undefined) await refuseSameName(tx, input.name, project.id);
    const name = input.name ?? project.name;
    const disabledAt =
      input.isDisabled === undefined ? project.disabledAt : input.isDisabled ? context.now() : null;
    const isStill = (project.disabledAt === null) === (disabledAt === null);
    const { hasBook = project.hasBook } = input;
    const after = { name, hasBook, disabledAt: isStill ? project.disabledAt : disabledAt };
    const { id } = project;
    if (!(await recordChange(tx, context, { noun: 'project', nounId: id, before: project, after })))
      return { id, version: project.version };
    refuseOtherVersion(input.version, project);
    const version = project.version + 1;
    await updateRow(tx, id, { ...after, sortKey: sortKey(name), version });
    tell(tx, { noun: 'project', nounId: id });
    return { id, version };
  });
}
