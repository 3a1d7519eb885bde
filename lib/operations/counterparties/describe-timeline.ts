import type { Db } from '@/db/store';
import { maySeeComplaint } from '@/lib/domain/complaints/complaint-rights';
import type { TimelineEntry } from '@/lib/domain/counterparties/card-timeline';
import type { TimelineKind } from '@/lib/domain/counterparties/timeline-shows';
import type { Person } from '@/lib/domain/employees/employee';
import { maySeeFolder } from '@/lib/domain/folders/folder-rights';
import { maySeeRounds } from '@/lib/domain/rounds/round-rights';
import { describeAttachments } from '@/lib/operations/attachments/list-attachments';
import { rightsOf } from '@/lib/operations/complaints/change-complaint';
import { describePurchases } from '@/lib/operations/purchases/list-purchases';
import { describeReactions } from '@/lib/operations/reactions/describe-reactions';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { describeCardChanges } from './history-of-card';
import { describeCardCalls } from './list-card-calls';
import type { TimelineRow, TimelineRows } from './read-timeline';

/** Rows of a timeline as its screen shows them to this person, in the order given; without those the person may not see. */
export async function describeTimeline(
  db: Db,
  person: Person,
  { counterpartyId, rows }: { counterpartyId: string; rows: readonly TimelineRow[] },
): Promise<TimelineEntry[]> {
  const of = <Kind extends TimelineKind>(kind: Kind) =>
    rows.filter((one) => one.kind === kind).map((one) => one.row as TimelineRows[Kind]);
  const byId = <View extends { id: string }>(views: readonly View[]) =>
    new Map(views.map((view) => [view.id, view]));
  const calls = byId(await describeCardCalls(db, person, of('call')));
  const reactions = byId(await describeReactions(db, person, of('reaction')));
  const files = byId(await describeAttachments(db, person, of('file')));
  const purchases = byId(await describePurchases(db, of('purchase')));
  const changes = byId(await describeCardChanges(db, counterpartyId, of('change')));
  const closed = of('nextReactionClosed');
  const names = await readDirectory(db, {
    employees: [
      ...of('appealOpened').map((row) => row.createdBy),
      ...of('appealClosed').map((row) => row.closedBy),
      ...closed.map((row) => row.endedBy),
      ...of('complaintClosed').map((row) => row.closedBy),
      ...of('round').map((row) => row.endedBy),
      ...of('folder').map((row) => row.handedOverBy),
      ...of('document').map((row) => row.madeBy),
    ],
    appeals: closed.map((row) => row.appealId),
  });
  const nameOf = (id: string | null) => names.employee(id)?.name ?? null;
  const describe = (one: TimelineRow): TimelineEntry => {
    const entry = { id: entryIdOf(one), at: one.at };
    switch (one.kind) {
      case 'call':
        return { ...entry, kind: one.kind, call: calls.get(one.row.id)! };
      case 'reaction':
        return { ...entry, kind: one.kind, reaction: reactions.get(one.row.id)! };
      case 'file':
        return { ...entry, kind: one.kind, file: files.get(one.row.id)! };
      case 'purchase':
        return { ...entry, kind: one.kind, purchase: purchases.get(one.row.id)! };
      case 'change':
        return { ...entry, kind: one.kind, change: changes.get(one.row.id)! };
      case 'appealOpened': {
        const { id, number, topic, createdBy } = one.row;
        return { ...entry, kind: one.kind, appeal: { id, number, topic }, employeeName: nameOf(createdBy) };
      }
      case 'appealClosed': {
        const { id, number, topic, closedBy, closeReason } = one.row;
        const appeal = { id, number, topic };
        return { ...entry, kind: one.kind, appeal, employeeName: nameOf(closedBy), reason: closeReason };
      }
      case 'nextReactionClosed': {
        const { topic, appealId, endedBy, endReason } = one.row;
        const appeal = names.appeal(appealId);
        return { ...entry, kind: one.kind, topic, appeal, employeeName: nameOf(endedBy), reason: endReason };
      }
      case 'complaintClosed': {
        const { id, number, closedBy, closeReason } = one.row;
        const complaint = { id, number };
        return { ...entry, kind: one.kind, complaint, employeeName: nameOf(closedBy), reason: closeReason };
      }
      case 'round': {
        const { id, state, endedBy } = one.row;
        return { ...entry, kind: one.kind, round: { id, state }, employeeName: nameOf(endedBy) };
      }
      case 'folder': {
        const { id, number, handedOverBy } = one.row;
        return { ...entry, kind: one.kind, folder: { id, number }, employeeName: nameOf(handedOverBy) };
      }
      case 'document': {
        const { title, madeBy, folder } = one.row;
        const document = { title, folder: folder && { id: folder.id, number: folder.number } };
        return { ...entry, kind: one.kind, document, employeeName: nameOf(madeBy) };
      }
    }
  };
  return rows.filter((row) => maySeeEntry(person, row)).map(describe);
}

/** By what a row and its entry are one. */
export const entryIdOf = ({ kind, row }: TimelineRow) => `${kind} ${row.id}`;

/** What has rights of its own beside those to the card. */
function maySeeEntry(person: Person, one: TimelineRow): boolean {
  if (one.kind === 'complaintClosed') return maySeeComplaint(person, rightsOf(one.row));
  if (one.kind === 'round') return maySeeRounds(person);
  if (one.kind === 'folder') return maySeeFolder(person, one.row);
  if (one.kind !== 'document') return true;
  return one.row.folder ? maySeeFolder(person, one.row.folder) : maySeeRounds(person);
}
