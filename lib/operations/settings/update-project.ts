import { getProject, updateProject as updateRow } from '@/db/projects';
import { sortKey } from '@/lib/domain/counterparties/name';
import { mayEditDirectories } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { refuseSameName } from './check-project';
import { recordChange } from './record-change';

/**
 * Renames a project, says whether it comes with a book (ON-2), disables it for new appeals or takes it back; appeals about it keep it.
 * @throws Refusal `forbidden`, `notFound`, `invalid`
 */
export async function updateProject(
  context: Context,
  input: { projectId: string; name?: string; hasBook?: boolean; isDisabled?: boolean },
): Promise<{ id: string }> {
  if (!mayEditDirectories(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const project = await getProject(tx, input.projectId);
    if (!project) throw notFound('project');
    if (input.name !== undefined) await refuseSameName(tx, input.name, project.id);
    const name = input.name ?? project.name;
    const disabledAt =
      input.isDisabled === undefined ? project.disabledAt : input.isDisabled ? context.now() : null;
    const isStill = (project.disabledAt === null) === (disabledAt === null);
    const { hasBook = project.hasBook } = input;
    const after = { name, hasBook, disabledAt: isStill ? project.disabledAt : disabledAt };
    if (await recordChange(tx, context, { noun: 'project', nounId: project.id, before: project, after })) {
      await updateRow(tx, project.id, { ...after, sortKey: sortKey(name) });
      tell(tx, { noun: 'project', nounId: project.id });
    }
    return { id: project.id };
  });
}
