import { listAuditCuts } from '@/db/audit-cuts';
import { getAudit, getAuditHead } from '@/db/audit-log';
import type { Db } from '@/db/store';
import type { AuditAnchor, AuditAnchors } from '@/lib/domain/audit/audit-anchor';
import type { Context } from '@/lib/operations/context';

/**
 * Keeps where the chain has come to outside the database, whenever it has grown, and one such anchor for each day. An anchor
 * that does not fit any more stays as it is: it is the proof.
 * @returns the act of one round; it throws once when the chain has become shorter than its anchor
 */
export function anchoringOf(anchors: AuditAnchors): (context: Context) => Promise<void> {
  let anchored: AuditAnchor | null | undefined;
  let day = '';
  let isBroken = false;
  return async (context) => {
    if (isBroken) return;
    const head = await getAuditHead(context.read);
    anchored ??= await anchors.getHead();
    if (anchored === null || (anchored && !(await doesStand(context.read, anchored)))) {
      isBroken = true;
      throw new Error('the audit log does not fit its anchor any more: run npm run audit -- --verify');
    }
    if (!head || head.sequence === anchored?.sequence) return;
    const anchor = { ...head, at: context.now() };
    await anchors.saveHead(anchor);
    anchored = anchor;
    const today = new Date(anchor.at).toISOString().slice(0, 10);
    if (today === day) return;
    await anchors.saveDay(today, anchor);
    day = today;
  };
}

async function doesStand(db: Db, { sequence, hash }: AuditAnchor): Promise<boolean> {
  const entry = await getAudit(db, sequence);
  if (entry) return entry.hash === hash;
  return (await listAuditCuts(db)).some((cut) => cut.sequence >= sequence);
}
