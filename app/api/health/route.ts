import { systemContext } from '@/lib/context';
import { checkDatabase } from '@/lib/operations/health/check-database';
import { version } from '@/package.json';

export const dynamic = 'force-dynamic';

const startedAt = Math.round(performance.timeOrigin);

/** For whoever watches the console: 200 while it and its database answer, 503 otherwise. */
export async function GET(): Promise<Response> {
  try {
    const database = await checkDatabase(await systemContext());
    return Response.json({ ok: true, version, database, startedAt });
  } catch {
    return Response.json({ ok: false, version, database: null, startedAt }, { status: 503 });
  }
}
