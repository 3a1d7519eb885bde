import { getErasure as getRow, listErasureEntries } from '@/db/erasures';
import { mayHandlePersonalData } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import type { ErasureEntry, ErasureView } from '@/lib/domain/personal-data/personal-data.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeErasures } from './describe-erasures';

/** One erasure with the extract of its log. @throws Refusal `forbidden`, `notFound` */
export async function getErasure(
  context: Context,
  { erasureId }: { erasureId: string },
): Promise<{ erasure: ErasureView; entries: ErasureEntry[] }> {
  if (!mayHandlePersonalData(signedIn(context))) throw forbidden();
  const row = await getRow(context.read, erasureId);
  if (!row) throw notFound('erasure');
  const [erasure] = await describeErasures(context.read, [row]);
  const entries = await listErasureEntries(context.read, erasureId);
  return {
    erasure: erasure!,
    entries: entries.map(({ id, at, what, kind, count }) => ({ id, at, what, kind, count })),
  };
}
