import { insertProject } from '@/db/projects';
import { sortKey } from '@/lib/domain/counterparties/name';
import { mayEditDirectories } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { bookProducts } from '@/lib/domain/folders/step';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { refuseSameName } from './check-project';
import { recordChange } from './record-change';

/** @throws Refusal `forbidden`, `invalid` when there is one of that name */
export async function createProject(
  context: Context,
  { name, hasBook = bookProducts.includes(name) }: { name: string; hasBook?: boolean },
): Promise<{ id: string }> {
  if (!mayEditDirectories(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    await refuseSameName(tx, name, null);
    const id = context.newId();
    await insertProject(tx, {
      id,
      name,
      sortKey: sortKey(name),
      hasBook,
      createdAt: context.now(),
      disabledAt: null,
    });
    await recordChange(tx, context, { noun: 'project', nounId: id, before: {}, after: { name, hasBook } });
    tell(tx, { noun: 'project', nounId: id });
    return { id };
  });
}
