import { listProjects } from '@/db/projects';
import type { Db } from '@/db/store';
import { sortKey } from '@/lib/domain/counterparties/name';
import { invalid } from '@/lib/domain/errors';

/** @throws Refusal `invalid` when another project has the name, quotes and capitals aside */
export async function refuseSameName(db: Db, name: string, exceptId: string | null): Promise<void> {
  const key = sortKey(name);
  const other = (await listProjects(db)).find((row) => row.id !== exceptId && row.sortKey === key);
  if (other) throw invalid({ name: 'alreadyUsed' });
}
