import { listErasures as listRows } from '@/db/erasures';
import { mayHandlePersonalData } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import type { ErasureView } from '@/lib/domain/personal-data/personal-data.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeErasures } from './describe-erasures';

/** The register of erasures, newest first; it names nobody who was erased. @throws Refusal `forbidden` */
export async function listErasures(
  context: Context,
  input: { after?: string; limit: number },
): Promise<Page<ErasureView>> {
  if (!mayHandlePersonalData(signedIn(context))) throw forbidden();
  const found = await listRows(context.read, {
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const { rows, next } = toPage(found, input.limit, (last) => cursorOf(last.createdAt, last.id));
  return { rows: await describeErasures(context.read, rows), next };
}
