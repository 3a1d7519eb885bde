import { backupKeeper, backupOffice, systemContext } from '@/lib/context';
import type { BackupState } from '@/lib/domain/backups/state';
import { judgeBackups } from '@/lib/operations/backups/judge-backups';
import type { Context } from '@/lib/operations/context';
import { checkDatabase } from '@/lib/operations/health/check-database';
import { version } from '@/package.json';

export const dynamic = 'force-dynamic';

const startedAt = Math.round(performance.timeOrigin);

/** For whoever watches the console: 200 while it and its database answer, 503 otherwise; and how it stands with the backups. */
export async function GET(): Promise<Response> {
  try {
    const context = await systemContext();
    const database = await checkDatabase(context);
    return Response.json({ ok: true, version, database, startedAt, backups: await stateOfBackups(context) });
  } catch {
    return Response.json({ ok: false, version, database: null, startedAt }, { status: 503 });
  }
}

/** Calls are answered without backups too. */
async function stateOfBackups(context: Context): Promise<BackupState | null> {
  try {
    return await judgeBackups(context, { keeper: backupKeeper(), office: backupOffice() });
  } catch {
    return null;
  }
}
