import type { SignedContent } from '@/lib/domain/folders/signed-content';
import { blank, blanked, blankTyped } from '@/lib/domain/personal-data/blank-typed';
import type { Scrubber } from '@/lib/domain/personal-data/needles';
import type { RoundAnswers } from '@/lib/domain/rounds/round';
import type { ScoreCardContent } from '@/lib/domain/score-cards/score-card';
import type { TableName } from './held/held';
import type { AnyRow } from './rows-of-subject';

/** What stands in a card's place once its data is erased. */
export type Tombstone = { name: string; sortKey: string; nameNorm: string; at: number };

export type Erased = { scrub: Scrubber; tombstone: Tombstone };
type Fate = 'delete' | ((row: AnyRow, erased: Erased) => AnyRow);

const text = (value: unknown) => blanked(value as string | null);

/**
 * What becomes of a subject's rows: they go, or stay for the figures without what tells of the person. A table that is not
 * named here holds nothing but ids and times of them.
 */
export const fates: Partial<Record<TableName, Fate>> = {
  counterpartyPhones: 'delete',
  counterpartyEmails: 'delete',
  counterpartyContacts: 'delete',
  counterpartyProducts: 'delete',
  counterpartyValues: 'delete',
  counterpartyWords: 'delete',
  contracts: 'delete',
  counterpartyPairs: 'delete',
  counterpartyMerges: 'delete',
  attachments: 'delete',
  blockedNumbers: 'delete',
  counterparties: (row, { tombstone }) => ({
    name: tombstone.name,
    nameNorm: tombstone.nameNorm,
    sortKey: tombstone.sortKey,
    contactPerson: blank,
    category: blank,
    cityId: null,
    city: '',
    inn: '',
    kpp: '',
    priceType: '',
    note: '',
    updatedAt: tombstone.at,
    erasedAt: tombstone.at,
    version: Number(row.version) + 1,
  }),
  purchases: () => ({ contractNumber: '', note: '' }),
  payFrozenPurchases: () => ({ contractNumber: '' }),
  /** Nobody works on it any more. */
  folders: (row) => ({
    state: 'done',
    city: '',
    contactPerson: blank,
    phone: '',
    invoiceNumber: '',
    note: blanked(row.note as string),
  }),
  folderSignatures: (row) => ({
    content: { ...(row.content as SignedContent), salt: null },
    reopenReason: text(row.reopenReason),
  }),
  folderDeviations: (row) => ({ text: blank, settlement: blanked(row.settlement as string) }),
  documents: () => ({ title: blank, text: '' }),
  appealWords: 'delete',
  appeals: (row) => ({ topic: blank, note: '', closeReason: text(row.closeReason) }),
  reactions: () => ({ topic: blank, note: '' }),
  nextReactions: (row) => ({ topic: blank, callerE164: null, endReason: text(row.endReason) }),
  nextReactionChanges: (row, { scrub }) => ({
    from: scrub.clean(row.from),
    to: scrub.clean(row.to),
    reason: text(row.reason),
  }),
  leads: (row) => ({ endReason: text(row.endReason) }),
  leadOffers: (row) => ({ declineReason: text(row.declineReason) }),
  reactionReviews: (row) => ({ remark: text(row.remark), answer: text(row.answer) }),
  letters: (row) => ({
    to: [],
    subject: blank,
    text: '',
    attachmentIds: [],
    problem: null,
    ...(row.state === 'waiting' && { state: 'failed' }),
  }),
  calls: (row, { scrub }) => ({
    callerText: '',
    callerKind: 'withheld',
    callerE164: null,
    snapshot: blankTyped(scrub.clean(row.snapshot)),
    discardReason: text(row.discardReason),
    quarantineReason: scrub.clean(row.quarantineReason),
  }),
  callFacts: (row, { scrub }) => ({
    event: blankTyped(scrub.clean(row.event)),
    answer: scrub.clean(row.answer),
  }),
  callOffers: (row) => ({ declineReason: text(row.declineReason) }),
  phoneCommands: (row, { scrub }) => ({ command: scrub.clean(row.command), problem: text(row.problem) }),
  recordings: (row) => ({
    state: row.state === 'gone' ? 'gone' : 'deleted',
    peaks: null,
    sha256: null,
    byteLength: null,
    problem: null,
    // At once, unless it was deleted there long ago.
    deleteAtProviderAt: row.deleteAtProviderAt === null && row.keptAt !== null ? null : 0,
  }),
  callScriptRuns: (row) => ({ snapshot: blankTyped(row.snapshot) }),
  callScriptEvents: (row) => ({ event: blankTyped(row.event) }),
  scoreCards: (row) => ({ content: wordless(row.content as ScoreCardContent) }),
  scoreCardEditions: (row) => ({
    content: wordless(row.content as ScoreCardContent),
    objection: text(row.objection),
    reply: text(row.reply),
  }),
  rounds: (row) => ({
    answers: Object.fromEntries(
      Object.entries(row.answers as RoundAnswers).map(([subject, answer]) => [
        subject,
        { verdict: answer!.verdict, words: blanked(answer!.words) },
      ]),
    ),
    refusal: text(row.refusal),
  }),
  complaints: (row) => ({
    text: blank,
    cause: text(row.cause),
    answer: text(row.answer),
    closeReason: text(row.closeReason),
  }),
  complaintCalls: (row) => ({ words: text(row.words) }),
  importRows: (row) => ({ cells: row.cells === null ? null : [], before: null }),
  changes: (row) => ({
    fields: Object.fromEntries(
      Object.entries(row.fields as Record<string, { from: unknown; to: unknown }>).map(([name, change]) => [
        name,
        namesOfStaff.has(name) ? change : { from: untold(change.from), to: untold(change.to) },
      ]),
    ),
    reason: text(row.reason),
  }),
};

/** What was marked stays; what was written about it goes. */
const wordless = ({ marks, notes, summary }: ScoreCardContent): ScoreCardContent => ({
  marks: Object.fromEntries(
    Object.entries(marks).map(([key, mark]) => [key, { ...mark, comment: blanked(mark.comment) }]),
  ),
  notes: notes.map((note) => ({ ...note, text: blanked(note.text) })),
  summary: blanked(summary),
});

/** Whose client a card was, and whose work a folder, is of our own people, and pay is reckoned by it (CO-1). */
const namesOfStaff: ReadonlySet<string> = new Set(['assignedTo', 'takenBy']);

/** Times and counts say nothing of a person. */
const untold = (value: unknown) => (typeof value === 'number' || typeof value === 'boolean' ? value : null);
