import { insertAuditCut, listAuditCuts } from '@/db/audit-cuts';
import { deleteAuditsCut, firstAuditSince, getAudit, getAuditHead } from '@/db/audit-log';
import { sealedCut } from '@/lib/domain/audit/audit-entry';
import { dayMs } from '@/lib/domain/duration';
import { Refusal } from '@/lib/domain/errors';
import type { Context } from '@/lib/operations/context';
import { appendAudit } from './append-audit';

const leastKeptMs = 365 * dayMs;
/** Calls wait for a writer: no part may take long. */
const entriesOfPart = 2000;

/**
 * Retention: removes the entries older than `before` (epoch ms), a whole leading part of the chain, for a command of the
 * server alone. What stays begins at the cut, which keeps the hash of the last one removed under a seal (AD-1); the newest
 * entry always stays. Returns up to which entry all are gone; null when none is as old.
 * @throws Refusal `forbidden` for anybody who is signed in, `invalid` for entries of the last 365 days
 */
export async function cutAuditLog(context: Context, { before }: { before: number }): Promise<number | null> {
  if (!context.isShell)
    throw new Refusal('forbidden', 'a command of the server removes entries, nobody else');
  if (before > context.now() - leastKeptMs) throw new Refusal('invalid', 'entries of the last 365 days stay');
  const cut = await context.tx(async (tx) => {
    const head = await getAuditHead(tx);
    const lastCut = (await listAuditCuts(tx)).at(-1)?.sequence ?? 0;
    const sequence = ((await firstAuditSince(tx, before)) ?? head?.sequence ?? 0) - 1;
    if (sequence <= lastCut) return lastCut || null;
    const { hash } = (await getAudit(tx, sequence))!;
    const open = { sequence, hash, at: context.now(), employeeId: null };
    await insertAuditCut(tx, { ...open, seal: tx.seal(sealedCut(open)) });
    appendAudit(tx, context, {
      kind: 'cut',
      subject: 'auditLog',
      subjectId: '',
      details: { cutSequence: sequence, cutHash: hash },
    });
    return sequence;
  });
  if (cut === null) return null;
  for (let isMore = true; isMore; ) isMore = await context.part((tx) => deleteAuditsCut(tx, entriesOfPart));
  return cut;
}
