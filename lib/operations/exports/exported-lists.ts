import { z } from 'zod';
import { accessLogContracts } from '@/lib/domain/access-log/access-log.contract';
import { appealContracts } from '@/lib/domain/appeals/appeals.contract';
import { attachmentContracts } from '@/lib/domain/attachments/attachments.contract';
import { auditContracts } from '@/lib/domain/audit/audit.contract';
import { callScriptContracts } from '@/lib/domain/call-scripts/call-scripts.contract';
import { journalContracts } from '@/lib/domain/calls/journal.contract';
import { cityContracts } from '@/lib/domain/cities/cities.contract';
import { complaintContracts } from '@/lib/domain/complaints/complaints.contract';
import { counterpartyContracts } from '@/lib/domain/counterparties/counterparties.contract';
import { duplicateContracts } from '@/lib/domain/counterparties/duplicates.contract';
import { employeeContracts } from '@/lib/domain/employees/employees.contract';
import type { ExportedList } from '@/lib/domain/exports/exported-list';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { importContracts } from '@/lib/domain/imports/imports.contract';
import { letterContracts } from '@/lib/domain/letters/letters.contract';
import type { Page } from '@/lib/domain/paging';
import { payContracts } from '@/lib/domain/pay/pay.contract';
import { purchaseContracts } from '@/lib/domain/purchases/purchases.contract';
import { nextReactionContracts } from '@/lib/domain/reactions/next-reactions.contract';
import { reactionContracts } from '@/lib/domain/reactions/reactions.contract';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { reviewContracts } from '@/lib/domain/reviews/reviews.contract';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
import { scoreCardContracts } from '@/lib/domain/score-cards/score-cards.contract';
import { blockedNumberContracts } from '@/lib/domain/settings/numbers.contract';
import { settingsContracts } from '@/lib/domain/settings/settings.contract';
import { text } from '@/lib/domain/text-field';
import { listAccessLog } from '@/lib/operations/access-log/list-access-log';
import { listAppeals } from '@/lib/operations/appeals/list-appeals';
import { listAssignments } from '@/lib/operations/assignments/list-assignments';
import { listAttachments } from '@/lib/operations/attachments/list-attachments';
import { listAuditLog } from '@/lib/operations/audit/list-audit-log';
import { listUnlistedAnswers } from '@/lib/operations/call-scripts/list-unlisted-answers';
import { listCalls } from '@/lib/operations/calls/list-calls';
import { listMissedCallers } from '@/lib/operations/calls/list-missed-callers';
import { listUnfinishedCalls } from '@/lib/operations/calls/list-unfinished-calls';
import { listComplaints } from '@/lib/operations/complaints/list-complaints';
import type { Context } from '@/lib/operations/context';
import { type CardInFull, cardsInFull } from '@/lib/operations/counterparties/cards-in-full';
import { listCardCalls } from '@/lib/operations/counterparties/list-card-calls';
import { listCounterparties } from '@/lib/operations/counterparties/list-counterparties';
import { listDuplicates } from '@/lib/operations/counterparties/list-duplicates';
import { searchCounterparties } from '@/lib/operations/counterparties/search-counterparties';
import { listEmployees } from '@/lib/operations/employees/list-employees';
import { listFolders } from '@/lib/operations/folders/list-folders';
import { importOrNotFound } from '@/lib/operations/imports/get-import';
import { listImportRows } from '@/lib/operations/imports/list-import-rows';
import { listImports } from '@/lib/operations/imports/list-imports';
import { listLeads } from '@/lib/operations/leads/list-leads';
import { listLetters } from '@/lib/operations/letters/list-letters';
import { getPay } from '@/lib/operations/pay/get-pay';
import { listPay } from '@/lib/operations/pay/list-pay';
import { sourcesOfPay } from '@/lib/operations/pay/sources-of-pay';
import { listPurchases } from '@/lib/operations/purchases/list-purchases';
import { listNextReactions } from '@/lib/operations/reactions/list-next-reactions';
import { listReactions } from '@/lib/operations/reactions/list-reactions';
import { listSlips } from '@/lib/operations/reactions/list-slips';
import { listCountedAppeals } from '@/lib/operations/reports/list-counted-appeals';
import { listCountedCalls } from '@/lib/operations/reports/list-counted-calls';
import { listCountedComplaints } from '@/lib/operations/reports/list-counted-complaints';
import {
  listCountedDue,
  listCountedLeads,
  listCountedMissed,
} from '@/lib/operations/reports/list-counted-reactions';
import { listRemarks, listReviews } from '@/lib/operations/reviews/list-reviews';
import { listRounds } from '@/lib/operations/rounds/list-rounds';
import { listScoreCards } from '@/lib/operations/score-cards/list-score-cards';
import { listBlockedNumbers } from '@/lib/operations/settings/list-blocked-numbers';
import { listChanges } from '@/lib/operations/settings/list-changes';
import { listCities } from '@/lib/operations/settings/list-cities';
import { namesInChanges } from './names-in-changes';

/** A page of a list; of one without pages `isCut` says that there is more than it gives. */
type ExportedPage<Row> = Page<Row> & { isCut?: boolean };

/** A list as its own operation reads it, and what that takes: filters, `after` and `limit`. */
export type Exported<Row> = {
  query: z.ZodObject;
  read(context: Context, query: { after?: string; limit: number }): Promise<ExportedPage<Row>>;
  /** Which of several the file is, by its first rows. */
  aboutOf?(rows: readonly Row[]): string | undefined;
};

/** A list without pages is read once; a file takes so many rows of it, more than any screen shows. */
const mostWithoutPages = 1000;

const list = <Query extends z.ZodObject, Row>(
  query: Query,
  read: (context: Context, query: z.output<Query>) => Promise<ExportedPage<Row>>,
  aboutOf?: (rows: readonly Row[]) => string | undefined,
) => ({ query, read, aboutOf }) as unknown as Exported<Row>;

const withParams = <Params extends z.ZodRawShape, Query extends z.ZodRawShape>(
  params: z.ZodObject<Params>,
  query: z.ZodObject<Query>,
) => z.object({ ...params.shape, ...query.shape });

const ofCardCalls = counterpartyContracts.calls;
const ofAnswers = callScriptContracts.listUnlistedAnswers;

export const exported = {
  counterparties: list(
    counterpartyContracts.list.query!.extend({ query: text(200).optional() }),
    async (context, { query, ...narrowed }): Promise<ExportedPage<CardInFull>> => {
      if (!query) {
        const page = await listCounterparties(context, narrowed);
        return { rows: await cardsInFull(context.read, page.rows), next: page.next };
      }
      const { cards, hasMore } = await searchCounterparties(
        context,
        { query, ...narrowed },
        mostWithoutPages,
      );
      return { rows: await cardsInFull(context.read, cards), next: null, isCut: hasMore };
    },
  ),
  duplicates: list(duplicateContracts.list.query!, listDuplicates),
  purchases: list(withParams(purchaseContracts.list.params!, purchaseContracts.list.query!), listPurchases),
  attachments: list(
    withParams(attachmentContracts.list.params!, attachmentContracts.list.query!),
    listAttachments,
  ),
  calls: list(journalContracts.list.query!, listCalls),
  'card-calls': list(withParams(ofCardCalls.params!, ofCardCalls.query!), listCardCalls),
  'missed-callers': list(journalContracts.missed.query!, listMissedCallers),
  'unfinished-calls': list(journalContracts.unfinished.query!, listUnfinishedCalls),
  'next-reactions': list(nextReactionContracts.list.query!, listNextReactions),
  reactions: list(reactionContracts.list.query!, listReactions),
  slipped: list(nextReactionContracts.slipped.query!, listSlips),
  appeals: list(appealContracts.list.query!, listAppeals),
  leads: list(z.object({}), async (context) => {
    const { waiting, accepted, hasMore } = await listLeads(context, { most: mostWithoutPages });
    return { rows: [...waiting, ...accepted], next: null, isCut: hasMore.waiting || hasMore.accepted };
  }),
  folders: list(folderContracts.list.query!, listFolders),
  letters: list(letterContracts.list.query!, listLetters),
  reviews: list(reviewContracts.list.query!, listReviews),
  remarks: list(reviewContracts.remarks.query!, listRemarks),
  'score-cards': list(scoreCardContracts.list.query!, listScoreCards),
  pay: list(
    payContracts.list.query!,
    async (context, query) => ({ rows: (await listPay(context, query)).rows, next: null }),
    ([row]) => row?.month,
  ),
  'pay-sources': list(
    payContracts.get.params!,
    async (context, of) => ({ rows: sourcesOfPay(await getPay(context, of)), next: null }),
    ([row]) => row && `${row.employee} ${row.month}`,
  ),
  rounds: list(roundContracts.list.query!, listRounds),
  assignments: list(z.object({}), async (context) => ({
    rows: (await listAssignments(context)).rows,
    next: null,
  })),
  complaints: list(complaintContracts.list.query!, listComplaints),
  'unlisted-answers': list(withParams(ofAnswers.params!, ofAnswers.query!), listUnlistedAnswers),
  imports: list(importContracts.list.query!, listImports),
  'import-rows': list(
    withParams(importContracts.rows.params!, importContracts.rows.query!),
    async (context, query) => {
      const page = await listImportRows(context, query);
      const { titles } = await importOrNotFound(context.read, query.importId);
      return { ...page, rows: page.rows.map((row) => ({ ...row, titles })) };
    },
  ),
  employees: list(employeeContracts.list.query!, listEmployees),
  cities: list(cityContracts.list.query!, listCities),
  'blocked-numbers': list(blockedNumberContracts.list.query!, listBlockedNumbers),
  history: list(settingsContracts.listChanges.query!, async (context, query) => {
    const page = await listChanges(context, query);
    const names = await namesInChanges(context.read, page.rows);
    return { ...page, rows: page.rows.map((row) => ({ ...row, names })) };
  }),
  'access-log': list(accessLogContracts.list.query!, listAccessLog),
  'audit-log': list(auditContracts.list.query!, listAuditLog),
  'counted-calls': list(reportContracts.calls.query!, listCountedCalls),
  'counted-missed-callers': list(reportContracts.missedRows.query!, listCountedMissed),
  'counted-next-reactions': list(reportContracts.dueRows.query!, listCountedDue),
  'counted-leads': list(reportContracts.leadRows.query!, listCountedLeads),
  'counted-appeals': list(reportContracts.appealRows.query!, listCountedAppeals),
  'counted-complaints': list(reportContracts.complaintRows.query!, listCountedComplaints),
} satisfies Record<ExportedList, Exported<unknown>>;

export type RowOf<List extends ExportedList> = Awaited<
  ReturnType<(typeof exported)[List]['read']>
>['rows'][number];
