import { deleteImportParts } from '@/db/import-parts';
import { deleteImport, type ImportRow, listOpenImports, updateImport } from '@/db/imports';
import { hourMs } from '@/lib/domain/duration';
import { type Context, tell } from '@/lib/operations/context';
import { importPart } from './import-part';
import { readSurroundings } from './read-surroundings';
import { undoPart } from './undo-part';

/** A file not received whole within this time is forgotten; nothing of it was imported. */
const receivedWithinMs = hourMs;
/** Whoever watches an import is told so often how far it has come. */
const toldEveryMs = 1000;
const mostFailures = 3;

type Parts = {
  /** No further part is begun once it is aborted. */
  signal?: AbortSignal;
  /** How often the next part of each import has failed in a row, kept from one round to the next; else one failure stops it. */
  failures?: Map<string, number>;
  report?: (what: string, error: unknown) => void;
};

/**
 * Deals with the imports that were handed in and undoes those that are to be undone, part by part, until nothing is left to
 * do; each part stands where the last one ended, also after the process was killed. A part that fails three times in a row
 * stops its import.
 */
export async function workOnImports(
  context: Context,
  { signal, failures, report }: Parts = {},
): Promise<void> {
  for (const job of await listOpenImports(context.read)) {
    if (signal?.aborted) return;
    if (job.state === 'receiving') {
      if (job.createdAt < context.now() - receivedWithinMs) await forget(context, job);
      continue;
    }
    try {
      await workOn(context, job, signal);
      failures?.delete(job.id);
    } catch (error) {
      report?.(`import ${job.id}`, error);
      const times = failures ? (failures.get(job.id) ?? 0) + 1 : mostFailures;
      failures?.set(job.id, times);
      if (times >= mostFailures) await stopFailed(context, job);
    }
  }
}

async function workOn(context: Context, found: ImportRow, signal?: AbortSignal): Promise<void> {
  const around = await readSurroundings(context.read, context.now());
  let job: ImportRow | null = found;
  let toldAt = 0;
  while (job && (job.state === 'running' || job.state === 'undoing') && !signal?.aborted) {
    const before: ImportRow = job;
    job = await context.part(async (tx) => {
      const after =
        before.state === 'running'
          ? await importPart(tx, context, before, around)
          : await undoPart(tx, context, before);
      const isTold = after?.state !== before.state || context.now() - toldAt >= toldEveryMs;
      if (isTold) {
        toldAt = context.now();
        tell(tx, { noun: 'import', nounId: before.id });
      }
      if (after?.state === 'done' || after?.state === 'undone') {
        tell(tx, { noun: 'counterparty', nounId: before.id });
      }
      return after;
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function forget(context: Context, { id, rowCount }: ImportRow): Promise<void> {
  for (let more = true; more; ) {
    more = await context.part((tx) => deleteImportParts(tx, id, rowCount, 20));
  }
  await context.part(async (tx) => {
    await deleteImport(tx, id);
    tell(tx, { noun: 'import', nounId: id });
  });
}

/** What failed while it was imported can go on or be undone; what failed while it was undone can be undone further. */
async function stopFailed(context: Context, { id, state }: ImportRow): Promise<void> {
  await context.part(async (tx) => {
    await updateImport(tx, id, { state: [state] }, { state: 'stopped', failedAt: context.now() });
    tell(tx, { noun: 'import', nounId: id });
  });
}
