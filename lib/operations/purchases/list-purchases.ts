import { listPurchases as listRows, type PurchaseRow } from '@/db/purchases';
import type { Db } from '@/db/store';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import type { PurchaseView } from '@/lib/domain/purchases/purchases.contract';
import { namedProject, projectNames } from '@/lib/operations/appeals/project-names';
import { type Context, signedIn } from '@/lib/operations/context';
import { visibleCard } from '@/lib/operations/counterparties/visible-card';
import { shortNames } from '@/lib/operations/employees/short-names';

type Input = { counterpartyId: string; after?: string; limit: number };

/** What a counterparty bought, newest first. @throws Refusal `notFound`, also for a card the person may not see */
export async function listPurchases(context: Context, input: Input): Promise<Page<PurchaseView>> {
  const card = await visibleCard(context.read, signedIn(context), input.counterpartyId);
  const page = await readPurchases(context.read, { ...input, counterpartyId: card.id });
  context.saw({
    kind: 'purchases',
    subjectId: card.id,
    counterpartyId: card.id,
    rowCount: page.rows.length,
    afterId: afterIdOf(input.after),
  });
  return page;
}

/** The same of a card that the person is known to see. */
export async function readPurchases(db: Db, input: Input): Promise<Page<PurchaseView>> {
  const rows = await listRows(db, {
    counterpartyId: input.counterpartyId,
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.happenedAt, last.id));
  return { rows: await describePurchases(db, page.rows), next: page.next };
}

/** Purchases as screens show them. */
export async function describePurchases(db: Db, rows: readonly PurchaseRow[]): Promise<PurchaseView[]> {
  if (rows.length === 0) return [];
  const projects = await projectNames(db);
  const names = await shortNames(
    db,
    rows.map((row) => row.createdBy),
  );
  return rows.map((row) => ({
    id: row.id,
    contractNumber: row.contractNumber,
    project: namedProject(projects, row.projectId),
    sumKopecks: row.sumKopecks,
    boughtOn: row.boughtOn,
    paidOn: row.paidOn,
    note: row.note,
    createdAt: row.createdAt,
    createdBy: names.has(row.createdBy) ? { id: row.createdBy, name: names.get(row.createdBy)! } : null,
    version: row.version,
  }));
}
