import { listAuditCuts } from '@/db/audit-cuts';
import { getAuditHead, listAuditsAfter } from '@/db/audit-log';
import type { Db } from '@/db/store';
import type { AuditAnchors } from '@/lib/domain/audit/audit-anchor';
import type { AuditFinding, AuditProblemKind } from '@/lib/domain/audit/audit-check';
import { type SealedEntry, sealedCut, sealedText } from '@/lib/domain/audit/audit-entry';

/** Calls wait while a page of them is reckoned: some milliseconds. */
const entriesOfPage = 500;

/**
 * Walks the whole chain from the last cut on and stops at the first bad entry (AD-1): each one's seal, its place, its link
 * to the one before, and that the anchors kept outside the database still fit. Others are served between its pages.
 */
export async function verifyAuditLog(db: Db, anchors: AuditAnchors): Promise<AuditFinding> {
  const kept = await anchors.list();
  const cuts = await listAuditCuts(db);
  const cut = cuts.at(-1) ?? { sequence: 0, hash: '' };
  let at = { sequence: cut.sequence, hash: cut.hash };
  let entryCount = 0;
  const finding = async (kind: AuditProblemKind, sequence: number): Promise<AuditFinding> => {
    const head = await getAuditHead(db);
    return {
      entryCount,
      headSequence: head?.sequence ?? 0,
      headHash: head?.hash ?? '',
      problem: { kind, sequence },
    };
  };
  const forged = cuts.find((one) => db.seal(sealedCut(one)) !== one.seal);
  if (forged) return finding('cutForged', forged.sequence);
  const hashes = new Map<number, Set<string>>();
  for (const { anchor } of kept) {
    if (anchor) hashes.set(anchor.sequence, (hashes.get(anchor.sequence) ?? new Set()).add(anchor.hash));
  }
  for (;;) {
    const page = await listAuditsAfter(db, at.sequence, entriesOfPage);
    for (const entry of page) {
      const problem = problemOf(db, entry, at, hashes.get(entry.sequence));
      if (problem) return finding(problem.kind, problem.sequence);
      at = { sequence: entry.sequence, hash: entry.hash };
      entryCount += 1;
    }
    if (page.length < entriesOfPage) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (Math.max(0, ...hashes.keys()) > at.sequence) return finding('tailMissing', at.sequence + 1);
  if (kept.some(({ anchor }) => anchor === null)) return finding('anchorDamaged', at.sequence);
  return { entryCount, headSequence: at.sequence, headHash: at.hash, problem: null };
}

function problemOf(
  db: Db,
  { hash, ...open }: SealedEntry,
  before: { sequence: number; hash: string },
  anchored: ReadonlySet<string> | undefined,
): { kind: AuditProblemKind; sequence: number } | null {
  const { sequence } = open;
  if (sequence !== before.sequence + 1) return { kind: 'missing', sequence: before.sequence + 1 };
  if (db.seal(sealedText(open)) !== hash) return { kind: 'changed', sequence };
  if (open.previousHash !== before.hash) return { kind: 'unlinked', sequence };
  const isReplaced = anchored !== undefined && [...anchored].some((kept) => kept !== hash);
  return isReplaced ? { kind: 'replaced', sequence } : null;
}
