import { listWallboardTokens as listRows } from '@/db/wallboard-tokens';
import { forbidden } from '@/lib/domain/errors';
import { mayManageWallboards } from '@/lib/domain/reports/report-rights';
import type { WallboardToken } from '@/lib/domain/reports/wallboard.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { readDirectory } from '@/lib/operations/reactions/directory';

/** The televisions that are let in. @throws Refusal `forbidden` */
export async function listWallboardTokens(context: Context): Promise<{ rows: WallboardToken[] }> {
  if (!mayManageWallboards(signedIn(context))) throw forbidden();
  const rows = await listRows(context.read);
  const names = await readDirectory(context.read, { employees: rows.map(({ createdBy }) => createdBy) });
  return {
    rows: rows.map(({ id, label, createdAt, createdBy, lastUsedAt }) => ({
      id,
      label,
      createdAt,
      createdBy: names.employee(createdBy)?.name ?? null,
      lastUsedAt,
    })),
  };
}
