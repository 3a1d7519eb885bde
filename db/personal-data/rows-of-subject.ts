import { and, getTableColumns } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { isAmong } from '@/db/is-among';
import type { Db } from '@/db/store';
import type { Subject, SubjectIds } from '@/lib/domain/personal-data/subject';
import type { TableName } from './held/held';
import { heldData } from './held-data';

export type AnyRow = Record<string, unknown>;
type Of = { by: string; ids: keyof SubjectIds };

const card: Of[] = [{ by: 'counterpartyId', ids: 'cards' }];
const call: Of[] = [{ by: 'callId', ids: 'calls' }];
const own = (ids: keyof SubjectIds): Of[] => [{ by: 'id', ids }];

/** By which of its columns a row is a subject's. */
export const rowsOfSubject: Partial<Record<TableName, Of[]>> = {
  counterparties: own('cards'),
  counterpartyPhones: [...card, { by: 'contactId', ids: 'contacts' }],
  counterpartyEmails: [...card, { by: 'contactId', ids: 'contacts' }],
  counterpartyContacts: [...card, { by: 'id', ids: 'contacts' }],
  counterpartyProducts: card,
  counterpartyValues: card,
  counterpartyWords: card,
  contracts: card,
  counterpartyPairs: [
    { by: 'oneId', ids: 'cards' },
    { by: 'otherId', ids: 'cards' },
  ],
  counterpartyMerges: [
    { by: 'survivorId', ids: 'cards' },
    { by: 'mergedId', ids: 'cards' },
  ],
  purchases: own('purchases'),
  payFrozenPurchases: [{ by: 'purchaseId', ids: 'purchases' }],
  attachments: own('attachments'),
  appeals: own('appeals'),
  appealWords: [{ by: 'appealId', ids: 'appeals' }],
  reactions: own('reactions'),
  nextReactions: own('nextReactions'),
  nextReactionChanges: [{ by: 'nextReactionId', ids: 'nextReactions' }],
  leads: own('leads'),
  leadOffers: [{ by: 'leadId', ids: 'leads' }],
  reactionReviews: [{ by: 'reactionId', ids: 'reactions' }],
  letters: card,
  folders: own('folders'),
  folderPurchases: [{ by: 'folderId', ids: 'folders' }],
  folderSignatures: [{ by: 'folderId', ids: 'folders' }],
  folderDeviations: [{ by: 'folderId', ids: 'folders' }],
  documents: card,
  calls: own('calls'),
  callFacts: call,
  callOffers: call,
  phoneCommands: call,
  recordings: own('recordings'),
  callScriptRuns: call,
  callScriptEvents: call,
  scoreCards: own('scoreCards'),
  scoreCardEditions: [{ by: 'cardId', ids: 'scoreCards' }],
  rounds: own('rounds'),
  roundAttempts: [{ by: 'roundId', ids: 'rounds' }],
  complaints: own('complaints'),
  complaintCalls: [{ by: 'complaintId', ids: 'complaints' }],
  importRows: card,
  changes: [
    { by: 'nounId', ids: 'cards' },
    { by: 'nounId', ids: 'appeals' },
    { by: 'nounId', ids: 'reactions' },
    { by: 'nounId', ids: 'nextReactions' },
    { by: 'nounId', ids: 'purchases' },
    { by: 'nounId', ids: 'attachments' },
    { by: 'nounId', ids: 'folders' },
    { by: 'nounId', ids: 'rounds' },
    { by: 'nounId', ids: 'complaints' },
    { by: 'nounId', ids: 'numbers' },
  ],
  blockedNumbers: [{ by: 'e164', ids: 'numbers' }],
};

/** The index of the history begins with the noun. */
const nounsOfHistory = [
  'counterparty',
  'appeal',
  'reaction',
  'nextReaction',
  'purchase',
  'attachment',
  'folder',
  'round',
  'complaint',
  'blockedNumber',
];

export const columnOf = (db: Db, table: TableName, name: string) =>
  (getTableColumns(db.t[table]) as unknown as Record<string, SQLiteColumn>)[name]!;

/** The rows of a table that some of the subject's ids lead to. */
export async function listRowsBy(
  db: Db,
  table: TableName,
  by: string,
  ids: readonly string[],
): Promise<AnyRow[]> {
  if (ids.length === 0) return [];
  const from = db.t[table] as Db['t']['counterparties'];
  const wanted = isAmong(db, columnOf(db, table, by), ids);
  const isOfHistory = table === 'changes' ? isAmong(db, db.t.changes.noun, nounsOfHistory) : undefined;
  return db.q
    .select()
    .from(from)
    .where(isOfHistory ? and(isOfHistory, wanted) : wanted) as Promise<AnyRow[]>;
}

/** How many ids are looked up together. */
const idsTogether = 50;

/** Everything held about the subject, table by table, without the names of our own people. */
export async function* readHeld(
  db: Db,
  subject: Subject,
): AsyncGenerator<{ table: TableName; rows: AnyRow[] }> {
  for (const [table, ways] of Object.entries(rowsOfSubject) as [TableName, Of[]][]) {
    const columns = heldData[table] as Record<string, string>;
    for (const { by, ids } of ways) {
      const all = subject.ids[ids];
      for (let at = 0; at < all.length; at += idsTogether) {
        const rows = await listRowsBy(db, table, by, all.slice(at, at + idsTogether));
        if (rows.length === 0) continue;
        yield { table, rows: rows.map((row) => withoutStaff(row, columns)) };
      }
    }
  }
}

const withoutStaff = (row: AnyRow, columns: Record<string, string>): AnyRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => columns[name] !== 'staff'));
