import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { listImportRows as listRowsOfImport } from '@/db/import-rows';
import { listAwaitedLetterIds, listStrayLetters } from '@/db/round-letters';
import { listOpenRoundIds, listOutlivedRounds, listStrayRounds } from '@/db/round-plans';
import { insertRound } from '@/db/rounds';
import { openTestStore } from '@/db/testing';
import { insertWebhook } from '@/db/webhooks';
import { cursorOf } from '@/lib/domain/paging';
import { listAccessLog } from '@/lib/operations/access-log/list-access-log';
import { listAppeals } from '@/lib/operations/appeals/list-appeals';
import { listAssignments } from '@/lib/operations/assignments/list-assignments';
import { listClientsOf } from '@/lib/operations/assignments/list-clients-of';
import { readAttachments } from '@/lib/operations/attachments/list-attachments';
import { listAuditLog } from '@/lib/operations/audit/list-audit-log';
import { listCallsOfStep } from '@/lib/operations/call-scripts/list-calls-of-step';
import { listUnlistedAnswers } from '@/lib/operations/call-scripts/list-unlisted-answers';
import { listWordings } from '@/lib/operations/call-scripts/list-wordings';
import { listCalls } from '@/lib/operations/calls/list-calls';
import { listMissedCallers } from '@/lib/operations/calls/list-missed-callers';
import { listUnfinishedCalls } from '@/lib/operations/calls/list-unfinished-calls';
import { listComplaints } from '@/lib/operations/complaints/list-complaints';
import type { Context } from '@/lib/operations/context';
import { readAppealChains } from '@/lib/operations/counterparties/list-appeal-chains';
import { readCardCalls } from '@/lib/operations/counterparties/list-card-calls';
import { readCardChanges } from '@/lib/operations/counterparties/list-card-changes';
import { listCounterparties } from '@/lib/operations/counterparties/list-counterparties';
import { listDuplicates } from '@/lib/operations/counterparties/list-duplicates';
import { readPlanned } from '@/lib/operations/counterparties/list-planned';
import { readTimelinePage } from '@/lib/operations/counterparties/list-timeline';
import { listEmployees } from '@/lib/operations/employees/list-employees';
import type { TestName } from '@/lib/operations/employees/testing';
import { listFolders } from '@/lib/operations/folders/list-folders';
import { listImports } from '@/lib/operations/imports/list-imports';
import { listLetters } from '@/lib/operations/letters/list-letters';
import { listPay } from '@/lib/operations/pay/list-pay';
import { listErasures } from '@/lib/operations/personal-data/list-erasures';
import { readPurchases } from '@/lib/operations/purchases/list-purchases';
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
import { listOwnScoreCards, listScoreCards } from '@/lib/operations/score-cards/list-score-cards';
import { listApiTokens } from '@/lib/operations/sessions/list-api-tokens';
import { listBlockedNumbers } from '@/lib/operations/settings/list-blocked-numbers';
import { listChanges } from '@/lib/operations/settings/list-changes';
import { listCities } from '@/lib/operations/settings/list-cities';
import { listLiveCalls } from '@/lib/operations/supervision/list-live-calls';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { listDeliveries } from '@/lib/operations/webhooks/list-deliveries';
import { plannedRound } from './round-rows';

type Page = { after: string; limit: number };
type List = {
  /** A list as somebody reads it: the general director, unless another is named. */
  name: string;
  by?: TestName;
  standingInFor?: TestName;
  read: (context: Context, page: Page) => Promise<unknown>;
  /** The cursor; of a list in the order of time, unless another is given. */
  after?: string;
  /** Several people's or things' rows are merged: each is found by the index, then they are sorted together. */
  isMerged?: boolean;
};

const period = { from: '1970-01-01', until: '1970-12-31' };
const inboundCall = { scriptId: 'inbound-call' };
const atGreeting = { ...inboundCall, ...period, step: 'greeting' };
const afterNumber = { after: cursorOf(7) };
const afterTimeAndNumber = { after: cursorOf(7, 7) };
/** Complaints first, then the rest. */
const inStretches = { after: cursorOf(7, 'last', 0) };
const afterEntry = { after: cursorOf(7, 7) };
const afterName = { after: cursorOf('ромашка', 'last') };

const webhook = {
  id: 'webhook',
  address: 'https://example.com/',
  kinds: [],
  secret: '',
  earlierSecret: null,
  earlierSecretUntil: null,
  createdAt: 0,
  createdBy: 'alla',
  disabledAt: null,
  offReason: null,
  failingSince: null,
};

/** Every list that is read page by page, by the file of its operation. */
const lists: Record<string, List[]> = {
  'access-log/list-access-log.ts': [
    { name: 'who opened what', read: listAccessLog },
    { name: 'what a person opened', read: (as, page) => listAccessLog(as, { employeeId: 'anna', ...page }) },
    {
      name: 'who opened a card',
      read: (as, page) => listAccessLog(as, { counterpartyId: 'card', ...page }),
    },
    {
      name: 'what of a card a person opened',
      read: (as, page) => listAccessLog(as, { employeeId: 'anna', counterpartyId: 'card', ...page }),
    },
  ],
  'appeals/list-appeals.ts': [
    { name: 'all appeals', read: (as, page) => listAppeals(as, { state: 'all', ...page }) },
    {
      name: 'all appeals, oldest first',
      read: (as, page) => listAppeals(as, { state: 'all', order: 'oldest', ...page }),
    },
    { name: 'open appeals', read: (as, page) => listAppeals(as, { state: 'open', ...page }) },
    ...(['open', 'closed', 'all'] as const).flatMap((state): List[] => [
      {
        name: `appeals on a project: ${state}`,
        read: (as, page) => listAppeals(as, { state, projectId: 'project', ...page }),
      },
      {
        name: `appeals a person wrote down: ${state}`,
        read: (as, page) => listAppeals(as, { state, employeeId: 'anna', ...page }),
      },
      {
        name: `appeals a person wrote down on a project in a period: ${state}`,
        read: (as, page) =>
          listAppeals(as, { state, employeeId: 'anna', projectId: 'project', from: 1, until: 9, ...page }),
      },
    ]),
    { name: 'closed appeals', read: (as, page) => listAppeals(as, { state: 'closed', ...page }) },
    {
      name: 'appeals of a card',
      read: (as, page) => listAppeals(as, { state: 'all', counterpartyId: 'card', ...page }),
    },
    {
      name: 'appeals of own cards',
      by: 'pavel',
      read: (as, page) => listAppeals(as, { state: 'all', ...page }),
    },
  ],
  'attachments/list-attachments.ts': [
    {
      name: 'files of a card',
      read: (as, page) => readAttachments(as.read, as.person!, { counterpartyId: 'card', ...page }),
    },
    {
      name: 'files of an appeal',
      read: (as, page) =>
        readAttachments(as.read, as.person!, { counterpartyId: 'card', appealId: 'appeal', ...page }),
    },
  ],
  'audit/list-audit-log.ts': [
    { ...afterEntry, name: 'the audit log', read: listAuditLog },
    {
      ...afterEntry,
      name: 'the audit log of a person',
      read: (as, page) => listAuditLog(as, { employeeId: 'anna', ...page }),
    },
    {
      ...afterEntry,
      name: 'the audit log of a kind within a period',
      read: (as, page) => listAuditLog(as, { kind: 'refused', from: 1, until: 9, ...page }),
    },
    {
      ...afterEntry,
      name: 'the audit log of a card',
      read: (as, page) => listAuditLog(as, { counterpartyId: 'card', ...page }),
    },
    {
      ...afterEntry,
      name: 'what a person did with a card',
      read: (as, page) =>
        listAuditLog(as, { employeeId: 'anna', counterpartyId: 'card', kind: 'viewed', ...page }),
    },
  ],
  'call-scripts/list-calls-of-step.ts': [
    {
      name: 'calls that were at a step',
      read: (as, page) => listCallsOfStep(as, { ...atGreeting, figure: 'all', ...page }),
    },
    {
      name: 'calls that took a way, led by one version of the words',
      read: (as, page) =>
        listCallsOfStep(as, {
          ...atGreeting,
          wordingVersion: 1,
          figure: 'all',
          event: 'caller.askedForSupport',
          answer: 3,
          nextStep: 'askingStatus',
          ...page,
        }),
    },
    {
      name: 'calls broken off at a step',
      read: (as, page) => listCallsOfStep(as, { ...atGreeting, figure: 'brokenOff', ...page }),
    },
  ],
  'call-scripts/list-unlisted-answers.ts': [
    {
      after: cursorOf(7, 7),
      name: 'unlisted answers',
      read: (as, page) => listUnlistedAnswers(as, { ...inboundCall, ...period, ...page }),
    },
    {
      after: cursorOf(7, 7),
      name: 'unlisted answers of a step',
      read: (as, page) => listUnlistedAnswers(as, { ...atGreeting, ...page }),
    },
  ],
  'call-scripts/list-wordings.ts': [
    { ...afterNumber, name: 'wordings', read: (as, page) => listWordings(as, { ...inboundCall, ...page }) },
  ],
  'calls/list-calls.ts': [
    { name: 'the journal', read: (as, page) => listCalls(as, { show: 'all', ...page }) },
    {
      name: 'the journal, oldest first',
      read: (as, page) => listCalls(as, { show: 'all', order: 'oldest', ...page }),
    },
    { name: 'missed calls', read: (as, page) => listCalls(as, { show: 'missed', ...page }) },
    { name: 'unfinished calls', read: (as, page) => listCalls(as, { show: 'unfinished', ...page }) },
    {
      name: 'calls of a day',
      read: (as, page) => listCalls(as, { show: 'all', from: 1, until: 2, ...page }),
    },
    {
      name: 'calls we placed',
      read: (as, page) => listCalls(as, { show: 'all', direction: 'outbound', ...page }),
    },
    {
      name: 'calls of a route',
      read: (as, page) => listCalls(as, { show: 'all', route: 'commercial', ...page }),
    },
    {
      name: 'calls from a number',
      read: (as, page) => listCalls(as, { show: 'all', caller: '+73842581234', ...page }),
    },
    {
      name: 'calls that a person led',
      read: (as, page) => listCalls(as, { show: 'all', employeeId: 'anna', ...page }),
    },
    {
      name: 'calls handed over to a department',
      by: 'polina',
      read: (as, page) => listCalls(as, { show: 'all', ...page }),
    },
    {
      name: 'calls with refused answers',
      read: (as, page) => listCalls(as, { show: 'all', refused: true, ...page }),
    },
    {
      name: 'calls with answers that were not in the list',
      read: (as, page) => listCalls(as, { show: 'all', unlisted: true, ...page }),
    },
    {
      name: 'calls with a long step',
      read: (as, page) => listCalls(as, { show: 'all', longStepSeconds: 60, ...page }),
    },
    {
      name: 'calls with a score card',
      read: (as, page) => listCalls(as, { show: 'all', scored: 'with', ...page }),
    },
    {
      name: 'calls with refused answers and a score card',
      read: (as, page) => listCalls(as, { show: 'all', scored: 'with', refused: true, ...page }),
    },
    {
      name: 'calls without a score card, as a head reads them',
      by: 'clara',
      read: (as, page) => listCalls(as, { show: 'all', scored: 'without', ...page }),
    },
  ],
  'calls/list-missed-callers.ts': [
    {
      name: 'missed callers of a period who were called back',
      read: (as, page) => listMissedCallers(as, { show: 'settled', from: 1, until: 9, ...page }),
    },
    { name: 'missed callers', read: (as, page) => listMissedCallers(as, { show: 'open', ...page }) },
  ],
  'calls/list-unfinished-calls.ts': [
    { name: 'everybody’s unfinished calls', read: listUnfinishedCalls },
    {
      name: 'a person’s unfinished calls',
      read: (as, page) => listUnfinishedCalls(as, { employeeId: 'anna', ...page }),
    },
    { name: 'own unfinished calls', by: 'anna', read: listUnfinishedCalls },
    { name: 'a department’s unfinished calls', by: 'clara', read: listUnfinishedCalls },
    {
      name: 'unfinished calls of two people',
      by: 'anna',
      standingInFor: 'boris',
      read: listUnfinishedCalls,
      isMerged: true,
    },
  ],
  'counterparties/list-planned.ts': [
    {
      name: 'what is planned for a card',
      read: (as, page) => readPlanned(as.read, as.person!, { counterpartyId: 'card', ...page }, as.now()),
    },
  ],
  'counterparties/list-card-calls.ts': [
    {
      name: 'calls with a card',
      read: (as, page) => readCardCalls(as.read, as.person!, { counterpartyId: 'card', ...page }),
    },
  ],
  'counterparties/list-card-changes.ts': [
    {
      name: 'changes of a card',
      read: (as, page) => readCardChanges(as.read, { counterpartyId: 'card', ...page }),
    },
    {
      name: 'changes of a field of a card',
      read: (as, page) => readCardChanges(as.read, { counterpartyId: 'card', field: 'inn', ...page }),
    },
  ],
  'counterparties/list-counterparties.ts': [
    { ...afterName, name: 'cards', read: listCounterparties },
    {
      ...afterName,
      name: 'clients',
      read: (as, page) => listCounterparties(as, { status: 'client', ...page }),
    },
    {
      ...afterName,
      name: 'cards from the end of the alphabet',
      read: (as, page) => listCounterparties(as, { order: 'nameBackwards', ...page }),
    },
    ...[
      {},
      { status: 'prospect' as const },
      { city: 'Кемерово' },
      { city: 'Кемерово', status: 'prospect' as const },
      { employeeId: 'anna' },
      { employeeId: 'anna', status: 'client' as const, city: 'Кемерово' },
      { category: 'Клиника' },
      { category: 'Клиника', status: 'client' as const },
      { category: 'Клиника', employeeId: 'anna', city: 'Кемерово' },
      { projectId: 'project' },
      { projectId: 'project', category: 'Клиника', status: 'client' as const, city: 'Кемерово' },
      { projectId: 'project', employeeId: 'anna' },
    ].flatMap((narrowed): List[] => [
      {
        ...afterName,
        name: `cards by name, narrowed by ${Object.keys(narrowed)}`,
        read: (as, page) => listCounterparties(as, { ...narrowed, ...page }),
      },
      {
        name: `cards by their last change, narrowed by ${Object.keys(narrowed)}`,
        read: (as, page) => listCounterparties(as, { ...narrowed, order: 'latestChange', ...page }),
      },
    ]),
    { ...afterName, name: 'own cards', by: 'pavel', read: listCounterparties },
    {
      ...afterName,
      name: 'own cards of those who have a product',
      by: 'pavel',
      read: (as, page) => listCounterparties(as, { projectId: 'project', ...page }),
    },
  ],
  'counterparties/list-appeal-chains.ts': [
    {
      name: 'appeals of a card with what happened on them',
      read: (as, page) =>
        readAppealChains(as.read, as.person!, { counterpartyId: 'card', show: 'all', ...page }),
    },
  ],
  'counterparties/list-timeline.ts': (
    [
      { show: 'all', appeals: 'all' },
      { show: 'mail', appeals: 'all' },
      { show: 'all', appeals: 'none' },
    ] as const
  ).map((narrowed) => ({
    name: `timeline of a card: ${narrowed.show}, ${narrowed.appeals} of the appeals`,
    after: cursorOf(7, 0, 'last'),
    read: (as, page) =>
      readTimelinePage(as.read, as.person!, { counterpartyId: 'card', ...narrowed, ...page }),
  })),
  'counterparties/list-duplicates.ts': [{ name: 'pairs of cards', read: listDuplicates }],
  'employees/list-employees.ts': [
    { ...afterName, name: 'people', read: (as, page) => listEmployees(as, { withDisabled: '0', ...page }) },
    {
      ...afterName,
      name: 'people with the disabled',
      by: 'alla',
      read: (as, page) => listEmployees(as, { withDisabled: '1', ...page }),
    },
    {
      ...afterName,
      name: 'people of a department',
      read: (as, page) => listEmployees(as, { withDisabled: '0', departmentId: 'sales', ...page }),
    },
  ],
  'folders/list-folders.ts': [
    { name: 'open folders', read: (as, page) => listFolders(as, { state: 'open', scope: 'all', ...page }) },
    { name: 'all folders', read: (as, page) => listFolders(as, { state: 'all', scope: 'all', ...page }) },
    {
      name: 'folders on the way',
      read: (as, page) => listFolders(as, { state: 'onTheWay', scope: 'all', ...page }),
    },
    ...(['open', 'inWork', 'all'] as const).flatMap((state): List[] => [
      {
        name: `folders of a person: ${state}`,
        read: (as, page) => listFolders(as, { state, scope: 'all', employeeId: 'anna', ...page }),
      },
      {
        name: `folders that wait for their key: ${state}`,
        by: 'stepan',
        read: (as, page) => listFolders(as, { state, scope: 'all', waitsFor: 'confirmKey', ...page }),
      },
      {
        name: `folders with a deviation: ${state}`,
        read: (as, page) => listFolders(as, { state, scope: 'all', waitsFor: 'settleDeviation', ...page }),
      },
      {
        name: `folders of a person late on the way: ${state}`,
        read: (as, page) => listFolders(as, { state, scope: 'all', employeeId: 'anna', late: true, ...page }),
      },
    ]),
    {
      name: 'folders one took over',
      by: 'anna',
      read: (as, page) => listFolders(as, { state: 'open', scope: 'mine', ...page }),
    },
    {
      name: 'folders one handed over, or somebody one stands in for',
      by: 'pavel',
      standingInFor: 'polina',
      read: (as, page) => listFolders(as, { state: 'open', scope: 'mine', ...page }),
    },
  ],
  'personal-data/list-erasures.ts': [{ name: 'erasures', read: listErasures }],
  'purchases/list-purchases.ts': [
    {
      name: 'purchases of a card',
      read: (as, page) => readPurchases(as.read, { counterpartyId: 'card', ...page }),
    },
  ],
  'reactions/work-list.ts': [
    {
      name: 'all work',
      read: (as, page) => listNextReactions(as, { scope: 'all', ...page }),
      ...inStretches,
    },
    {
      name: 'own work',
      read: (as, page) => listNextReactions(as, { scope: 'mine', ...page }),
      ...inStretches,
    },
    {
      name: 'a department’s work',
      read: (as, page) => listNextReactions(as, { scope: 'department', ...page }),
      ...inStretches,
    },
    {
      name: 'work due today',
      read: (as, page) => listNextReactions(as, { scope: 'all', group: 'today', ...page }),
      ...inStretches,
    },
    {
      name: 'work last written first',
      read: (as, page) => listNextReactions(as, { scope: 'all', order: 'newest', ...page }),
      ...inStretches,
    },
    {
      name: 'a department’s work in the order of writing',
      read: (as, page) => listNextReactions(as, { scope: 'department', order: 'oldest', ...page }),
      ...inStretches,
    },
    {
      name: 'work of a person, latest due first',
      read: (as, page) =>
        listNextReactions(as, { scope: 'all', employeeId: 'anna', order: 'latest', ...page }),
      ...inStretches,
    },
    {
      name: 'work of a kind',
      read: (as, page) => listNextReactions(as, { scope: 'all', kind: 'missedCall', ...page }),
      ...inStretches,
    },
    {
      name: 'work on a project',
      read: (as, page) => listNextReactions(as, { scope: 'all', projectId: 'project', ...page }),
      ...inStretches,
    },
    {
      name: 'work of two people',
      by: 'anna',
      standingInFor: 'boris',
      read: (as, page) => listNextReactions(as, { scope: 'mine', ...page }),
      ...inStretches,
      isMerged: true,
    },
  ],
  'imports/list-imports.ts': [
    { name: 'imports', read: listImports },
    { name: 'imports of a kind', read: (as, page) => listImports(as, { kind: 'purchases', ...page }) },
  ],
  'imports/list-import-rows.ts': [
    {
      ...afterNumber,
      name: 'rows of an import that there is something to say of',
      read: async (as, page) =>
        listRowsOfImport(as.read, { importId: 'import', show: 'problems', after: 7, limit: page.limit }),
    },
    {
      ...afterNumber,
      name: 'rows that the undoing of an import kept',
      read: async (as, page) =>
        listRowsOfImport(as.read, { importId: 'import', show: 'kept', after: 7, limit: page.limit }),
    },
  ],
  'letters/list-letters.ts': [
    { name: 'everybody’s letters', read: (as, page) => listLetters(as, { scope: 'all', ...page }) },
    {
      name: 'letters of a person in a period',
      read: (as, page) => listLetters(as, { scope: 'all', employeeId: 'anna', from: 1, until: 9, ...page }),
    },
    { name: 'own letters', by: 'anna', read: (as, page) => listLetters(as, { scope: 'mine', ...page }) },
  ],
  'reactions/list-slips.ts': [
    {
      name: 'slipped promises to own clients',
      read: (as, page) => listSlips(as, { kind: 'clientPromise', ...page }),
      isMerged: true,
    },
  ],
  'reactions/list-reactions.ts': [
    { name: 'all reactions', read: (as, page) => listReactions(as, { scope: 'all', ...page }) },
    {
      name: 'all reactions, oldest first',
      read: (as, page) => listReactions(as, { scope: 'all', order: 'oldest', ...page }),
    },
    { name: 'own reactions', read: (as, page) => listReactions(as, { scope: 'mine', ...page }) },
    {
      name: 'a department’s reactions',
      read: (as, page) => listReactions(as, { scope: 'department', ...page }),
    },
    {
      name: 'reactions of a type',
      read: (as, page) => listReactions(as, { scope: 'all', type: 'visit', ...page }),
    },
    {
      name: 'reactions of a type that a department made in a period',
      read: (as, page) =>
        listReactions(as, { scope: 'all', type: 'visit', departmentId: 'sales', from: 1, until: 9, ...page }),
    },
    {
      name: 'reactions of a type that a person made, oldest first',
      read: (as, page) =>
        listReactions(as, { scope: 'all', type: 'visit', employeeId: 'anna', order: 'oldest', ...page }),
    },
    {
      name: 'reactions that a person made in the own department',
      read: (as, page) => listReactions(as, { scope: 'department', employeeId: 'gleb', ...page }),
    },
    {
      name: 'reactions on an appeal',
      read: (as, page) => listReactions(as, { scope: 'all', appealId: 'appeal', ...page }),
    },
    {
      name: 'reactions on own cards',
      by: 'pavel',
      read: (as, page) => listReactions(as, { scope: 'all', ...page }),
    },
    {
      name: 'reactions of two people',
      by: 'anna',
      standingInFor: 'boris',
      read: (as, page) => listReactions(as, { scope: 'mine', ...page }),
      isMerged: true,
    },
  ],
  'reports/list-counted-appeals.ts': [
    {
      name: 'appeals of a period',
      read: (as, page) => listCountedAppeals(as, { ...period, figure: 'repeated', ...page }),
    },
  ],
  'reports/list-counted-calls.ts': [
    {
      name: 'calls of a period, answered in time',
      read: (as, page) => listCountedCalls(as, { ...period, figure: 'inTime', ...page }),
    },
    {
      name: 'calls a person handled in a period',
      read: (as, page) => listCountedCalls(as, { ...period, employeeId: 'anna', figure: 'handled', ...page }),
    },
    {
      name: 'calls of an hour of a weekday',
      read: (as, page) => listCountedCalls(as, { ...period, weekday: 1, hour: 9, figure: 'queued', ...page }),
    },
    {
      name: 'calls of one way',
      read: (as, page) =>
        listCountedCalls(as, {
          ...period,
          route: 'none',
          handedOverTo: 'sales',
          end: 'taken',
          figure: 'all',
          ...page,
        }),
    },
    {
      name: 'calls in which a step was left',
      read: (as, page) => listCountedCalls(as, { ...period, step: 'greeting', figure: 'leftStep', ...page }),
    },
    {
      name: 'calls offered to a person and not answered',
      read: (as, page) =>
        listCountedCalls(as, { ...period, employeeId: 'anna', figure: 'notAnswered', ...page }),
    },
    {
      name: 'calls handed over to a department in a period',
      by: 'polina',
      read: (as, page) => listCountedCalls(as, { ...period, figure: 'queued', ...page }),
    },
  ],
  'reports/list-counted-complaints.ts': [
    {
      name: 'complaints of a period',
      read: (as, page) => listCountedComplaints(as, { ...period, figure: 'overdue', ...page }),
    },
    {
      name: 'a department’s complaints of a period with one cause',
      by: 'polina',
      read: (as, page) => listCountedComplaints(as, { ...period, cause: 'сроки', figure: 'made', ...page }),
    },
  ],
  'reports/list-counted-reactions.ts': [
    {
      name: 'next reactions due in a period',
      read: (as, page) => listCountedDue(as, { ...period, figure: 'overdue', ...page }),
    },
    {
      name: 'postponed next reactions of a department that no person answers for',
      read: (as, page) =>
        listCountedDue(as, { ...period, departmentId: 'sales', nobodys: true, figure: 'postponed', ...page }),
    },
    {
      name: 'callers missed in a period',
      read: (as, page) => listCountedMissed(as, { ...period, figure: 'calledBackLate', ...page }),
    },
    {
      name: 'callers missed in a period on one number',
      read: (as, page) =>
        listCountedMissed(as, { ...period, line: '+74951234567', figure: 'missed', ...page }),
    },
    {
      name: 'leads of a period',
      read: (as, page) => listCountedLeads(as, { ...period, figure: 'inMinute', ...page }),
    },
    {
      name: 'leads of a period that nobody accepted',
      read: (as, page) => listCountedLeads(as, { ...period, nobodys: true, figure: 'routed', ...page }),
    },
    {
      name: 'leads of a period from one number',
      read: (as, page) =>
        listCountedLeads(as, { ...period, line: '+74951234567', figure: 'routed', ...page }),
    },
  ],
  'reviews/list-reviews.ts': [
    { name: 'reactions to review', read: (as, page) => listReviews(as, { state: 'unreviewed', ...page }) },
    { name: 'reviewed reactions', read: (as, page) => listReviews(as, { state: 'reviewed', ...page }) },
    {
      name: 'late reactions of a department',
      read: (as, page) => listReviews(as, { state: 'all', late: true, departmentId: 'sales', ...page }),
    },
    {
      name: 'prospects to confirm as clients',
      read: (as, page) => listReviews(as, { state: 'all', toConfirm: true, ...page }),
    },
    {
      name: 'reactions of a person to review',
      read: (as, page) => listReviews(as, { state: 'all', employeeId: 'anna', ...page }),
    },
    { name: 'remarks', by: 'anna', read: listRemarks },
  ],
  'complaints/list-complaints.ts': [
    { name: 'all complaints', read: (as, page) => listComplaints(as, { state: 'all', ...page }) },
    { name: 'complaints of a state', read: (as, page) => listComplaints(as, { state: 'received', ...page }) },
    { name: 'complaints to answer', read: (as, page) => listComplaints(as, { state: 'owed', ...page }) },
    {
      name: 'complaints to answer of a department and its people',
      by: 'stepan',
      read: (as, page) => listComplaints(as, { state: 'owed', ...page }),
    },
    ...(['owed', 'inWork', 'all'] as const).map(
      (state): List => ({
        name: `complaints late with the answer: ${state}`,
        by: 'stepan',
        read: (as, page) =>
          listComplaints(as, { state, late: true, scope: 'mine', departmentId: 'support', ...page }),
      }),
    ),
    ...(['closed', 'all'] as const).flatMap((state): List[] => [
      {
        name: `complaints a department caused: ${state}`,
        read: (as, page) => listComplaints(as, { state, departmentId: 'support', ...page }),
      },
      {
        name: `complaints one answers for: ${state}`,
        read: (as, page) => listComplaints(as, { state, scope: 'mine', ...page }),
      },
      {
        name: `complaints one answers for that a department caused: ${state}`,
        read: (as, page) => listComplaints(as, { state, scope: 'mine', departmentId: 'support', ...page }),
      },
    ]),
    {
      name: 'complaints of own clients that a department caused in a period',
      by: 'anna',
      read: (as, page) =>
        listComplaints(as, {
          ...{ state: 'all', departmentId: 'support', clients: 'mine' },
          ...{ from: '2026-01-01', until: '2026-12-31', ...page },
        }),
    },
    {
      name: 'complaints of clients of a product in a period',
      read: (as, page) =>
        listComplaints(as, {
          ...{ state: 'all', productId: 'project', from: '2026-01-01', until: '2026-12-31', ...page },
        }),
    },
    {
      name: 'complaints of a client that a department caused',
      read: (as, page) =>
        listComplaints(as, { state: 'all', departmentId: 'support', counterpartyId: 'card', ...page }),
    },
    {
      name: 'complaints of a department and its people',
      by: 'stepan',
      isMerged: true,
      read: (as, page) => listComplaints(as, { state: 'all', ...page }),
    },
    {
      name: 'complaints of a department, its people and a state',
      by: 'stepan',
      isMerged: true,
      read: (as, page) => listComplaints(as, { state: 'received', ...page }),
    },
  ],
  'assignments/list-clients-of.ts': [
    {
      name: 'clients of a manager',
      after: cursorOf('last'),
      read: (as, page) => listClientsOf(as, { managerId: 'anna', ...page }),
    },
    {
      name: 'clients of a manager by name',
      after: cursorOf('last'),
      read: (as, page) => listClientsOf(as, { managerId: 'anna', query: 'ромашка', ...page }),
    },
  ],
  'rounds/list-rounds.ts': (['due', 'planned', 'ended', 'letters'] as const).flatMap((show): List[] => [
    {
      name: `everybody’s rounds: ${show}`,
      read: (as, page) => listRounds(as, { show, scope: 'all', ...page }),
    },
    {
      name: `a manager’s rounds of a state: ${show}`,
      read: (as, page) =>
        listRounds(as, { show, scope: 'all', managerId: 'anna', state: 'notReached', ...page }),
    },
    {
      name: `everybody’s rounds of a state: ${show}`,
      read: (as, page) => listRounds(as, { show, scope: 'all', state: 'notReached', ...page }),
    },
    {
      name: `a manager’s rounds of a state in a period: ${show}`,
      read: (as, page) =>
        listRounds(as, {
          ...{ show, scope: 'all', managerId: 'anna', state: 'notReached' },
          ...{ from: '2026-01-01', until: '2026-12-31', ...page },
        }),
    },
    {
      name: `everybody’s rounds in a period: ${show}`,
      read: (as, page) =>
        listRounds(as, { show, scope: 'all', from: '2026-01-01', until: '2026-12-31', ...page }),
    },
    {
      name: `everybody’s rounds with a client of a state in a period: ${show}`,
      read: (as, page) =>
        listRounds(as, {
          ...{ show, scope: 'all', counterpartyId: 'card', state: 'notReached' },
          ...{ from: '2026-01-01', until: '2026-12-31', ...page },
        }),
    },
    {
      name: `own rounds with a client: ${show}`,
      by: 'anna',
      read: (as, page) => listRounds(as, { show, scope: 'mine', counterpartyId: 'card', ...page }),
    },
    {
      name: `everybody’s rounds with clients of a product in a period: ${show}`,
      read: (as, page) =>
        listRounds(as, {
          ...{ show, scope: 'all', state: 'notReached', productId: 'project' },
          ...{ from: '2026-01-01', until: '2026-12-31', ...page },
        }),
    },
    {
      name: `own rounds in which something was said of the software: ${show}`,
      by: 'anna',
      read: (as, page) =>
        listRounds(as, {
          ...{ show, scope: 'mine', subject: 'software', verdict: 'dissatisfied' },
          ...{ from: '2026-01-01', until: '2026-12-31', ...page },
        }),
    },
    {
      name: `own rounds: ${show}`,
      by: 'anna',
      read: (as, page) => listRounds(as, { show, scope: 'mine', ...page }),
    },
    {
      name: `own rounds and those stood in for: ${show}`,
      by: 'anna',
      standingInFor: 'boris',
      isMerged: true,
      read: (as, page) => listRounds(as, { show, scope: 'mine', ...page }),
    },
  ]),
  'score-cards/list-score-cards.ts': [
    { name: 'score cards', read: (as, page) => listScoreCards(as, { state: 'all', ...page }) },
    {
      name: 'score cards objected to',
      read: (as, page) => listScoreCards(as, { state: 'objected', ...page }),
    },
    {
      name: 'score cards of a department',
      by: 'clara',
      read: (as, page) => listScoreCards(as, { state: 'all', ...page }),
    },
    {
      name: 'score cards of a person',
      read: (as, page) => listScoreCards(as, { state: 'all', employeeId: 'anna', ...page }),
    },
    { name: 'own score cards', by: 'anna', read: listOwnScoreCards },
  ],
  'supervision/list-live-calls.ts': [
    {
      name: 'calls whose employee asks for help',
      after: cursorOf(7, 'last', 0),
      read: (as, page) => listLiveCalls(as, { show: 'help', ...page }),
    },
    {
      name: 'a department’s calls whose employee asks for help',
      by: 'clara',
      after: cursorOf(7, 'last', 0),
      read: (as, page) => listLiveCalls(as, { show: 'help', ...page }),
    },
    {
      name: 'live calls',
      after: cursorOf(7, 'last', 1),
      read: (as, page) => listLiveCalls(as, { show: 'all', ...page }),
    },
    {
      name: 'live calls that an employee leads',
      after: cursorOf(7, 'last', 1),
      read: (as, page) => listLiveCalls(as, { show: 'all', employeeId: 'anna', ...page }),
    },
    {
      name: 'a department’s live calls',
      by: 'clara',
      after: cursorOf(7, 'last', 1),
      read: (as, page) => listLiveCalls(as, { show: 'all', ...page }),
    },
  ],
  'sessions/list-api-tokens.ts': [{ name: 'API tokens of everybody', by: 'alla', read: listApiTokens }],
  'settings/list-blocked-numbers.ts': [{ name: 'blocked numbers', read: listBlockedNumbers }],
  'settings/list-changes.ts': [
    { name: 'changes of the settings', read: listChanges, isMerged: true },
    { name: 'changes of cities', read: (as, page) => listChanges(as, { noun: 'city', ...page }) },
    {
      name: 'changes of a city',
      read: (as, page) => listChanges(as, { noun: 'city', nounId: 'kemerovo', ...page }),
    },
  ],
  'settings/list-cities.ts': [
    {
      ...afterName,
      name: 'cities',
      read: (as, page) => listCities(as, { query: '', withDisabled: '0', ...page }),
    },
  ],
  'webhooks/list-deliveries.ts': [
    {
      ...afterTimeAndNumber,
      name: 'what was sent to an address',
      by: 'alla',
      read: (as, page) => listDeliveries(as, { webhookId: 'webhook', ...page }),
    },
    {
      ...afterTimeAndNumber,
      name: 'what an address did not take',
      by: 'alla',
      read: (as, page) => listDeliveries(as, { webhookId: 'webhook', state: 'failed', ...page }),
    },
  ],
};

/** What SQLite was asked for a page, and its plan of a statement, line by line. */
async function statementsOf({ by = 'gleb', standingInFor, read, after = cursorOf(7, 'last') }: List) {
  const store = await openTestStore('sqlite');
  const world = createTestWorld(store);
  const company = await hireTestCompany(world);
  await store.tx((db) => insertWebhook(db, webhook));
  const { $client } = store.read.q as unknown as { $client: Database };
  const prepare = $client.prepare.bind($client);
  const statements: string[] = [];
  $client.prepare = ((source: string) => {
    statements.push(source);
    return prepare(source);
  }) as Database['prepare'];
  await read(world.as(company.as(by, standingInFor ? [standingInFor] : [])), { after, limit: 50 });
  const planOf = (statement: string) => {
    const unknown = Array.from(statement.matchAll(/\?/g), () => null);
    const plan = prepare(`explain query plan ${statement}`).all(...unknown) as { detail: string }[];
    return plan.map(({ detail }) => detail);
  };
  return { statements, planOf };
}

/** The pages and their plans. One that does not go on after the cursor begins the list's next stretch. */
async function explain(list: List) {
  const { statements, planOf } = await statementsOf(list);
  const pages = statements.filter((source) => /order by [^()]+ limit \?$/.test(source));
  return pages.map((statement) => {
    const [, table, column] = /order by "(\w+)"\."(\w+)"/.exec(statement)!;
    const isDeep = new RegExp(`"${table}"\\."${column}" [<>]`).test(statement);
    return { table, column, isDeep, plan: planOf(statement) };
  });
}

describe('a page, however deep it lies, is found by an index on SQLite:', () => {
  test.each(Object.values(lists).flat())('$name', async (list) => {
    const pages = await explain(list);
    expect(pages.filter(({ isDeep }) => isDeep)).not.toHaveLength(0);
    for (const { table, column, isDeep, plan } of pages) {
      const place = isDeep ? `.*\\b${column}[<>]\\?` : '';
      const seek = new RegExp(`^SEARCH ${table} USING (COVERING )?INDEX \\w+ \\(${place}`);
      expect(plan).toContainEqual(expect.stringMatching(seek));
      expect(plan.filter((line) => line.startsWith('SCAN'))).toEqual([]);
      if (!list.isMerged) expect(plan).not.toContain('USE TEMP B-TREE FOR ORDER BY');
    }
  });

  test('every operation that goes on after a cursor is here', () => {
    const folder = path.resolve('lib/operations');
    const readers = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => /\bread(Cursor|Place)\(/.test(readFileSync(path.join(folder, file), 'utf8')))
      .sort();
    expect(Object.keys(lists).sort()).toEqual(readers);
  });
});

describe('what is reckoned or counted reads no more than it needs on SQLite:', () => {
  test('CO-1: pay reads the purchases of its month by the day of their payment', async () => {
    const read = (as: Context) => listPay(as, { month: '1970-01' });
    const { statements, planOf } = await statementsOf({ name: 'pay', read });
    const paid = statements.filter((source) => source.includes('from "purchases"'));
    expect(paid).toHaveLength(1);
    expect(planOf(paid[0]!)).toContainEqual(
      expect.stringMatching(/^SEARCH purchases USING INDEX purchases_paid \(paid_on>\? AND paid_on<\?\)/),
    );
  });

  test('SA-1: a part of the planning reads so many open rounds and letters waited for, and looks at those alone', async () => {
    const after = { at: 7, id: 'last' };
    const read = async (as: Context) => {
      await as.tx((db) => insertRound(db, { ...plannedRound(0), id: 'one', counterpartyId: 'card' }));
      const ids = ['one'];
      await listOpenRoundIds(as.read, after, 50);
      await listAwaitedLetterIds(as.read, after, 50);
      await listStrayRounds(as.read, ids, 50);
      await listStrayLetters(as.read, ids, 50);
      await listOutlivedRounds(as.read, ids, { at: 1, todayIn: () => '1970-01-01' }, 50);
    };
    const { statements, planOf } = await statementsOf({ name: 'planning', read });
    const [open, letters, ...looks] = statements.filter((source) => source.includes('from "rounds"'));
    const seek = (index: string) =>
      expect.stringMatching(new RegExp(`^SEARCH rounds USING (COVERING )?INDEX ${index}`));
    expect(planOf(open!)).toEqual([seek('rounds_open \\(due_from>\\?\\)')]);
    expect(planOf(letters!)).toEqual([seek('rounds_letters \\(letter_asked_at>\\?\\)')]);
    expect(looks).toHaveLength(4);
    for (const look of looks) expect(planOf(look)).toContainEqual(seek('\\w+ \\(id=\\?\\)'));
  });

  test('what each client manager has on their hands is counted for all of them at once', async () => {
    const { statements, planOf } = await statementsOf({ name: 'assignments', read: listAssignments });
    const counted = statements.filter((source) => source.includes('group by'));
    for (const table of ['counterparties', 'rounds', 'complaints', 'next_reactions']) {
      const reading = statements.filter((source) => source.split(' from ')[1]?.startsWith(`"${table}"`));
      expect(reading).toEqual(reading.filter((source) => source.includes('count(*)')));
      const ofTable = counted.filter((source) => source.includes(`from "${table}"`));
      expect(ofTable).toHaveLength(1);
      expect(planOf(ofTable[0]!).filter((line) => line.startsWith('SCAN'))).toEqual([]);
    }
  });

  test.each(['gleb', 'stepan'] as const)('%s counts no complaint that is closed', async (by) => {
    const read = (as: Context) => listComplaints(as, { state: 'all', limit: 1 });
    const { statements, planOf } = await statementsOf({ name: 'complaints', by, read });
    const counted = statements.filter((source) => source.includes('count(*)'));
    expect(counted).toHaveLength(1);
    const plan = planOf(counted[0]!);
    expect(plan).toContainEqual(expect.stringMatching(/^SEARCH complaints USING .*INDEX \w+ \(state=\?/));
    expect(plan.filter((line) => line.startsWith('SCAN'))).toEqual([]);
  });
});
