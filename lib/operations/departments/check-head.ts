import { getEmployee } from '@/db/employees';
import type { Db } from '@/db/store';
import { invalid } from '@/lib/domain/errors';

/** @throws Refusal `invalid` when that person does not work here. */
export async function checkHead(db: Db, headId: string | null): Promise<void> {
  if (headId === null) return;
  const head = await getEmployee(db, headId);
  if (!head || head.disabledAt !== null) throw invalid({ headId: 'notAChoice' });
}
