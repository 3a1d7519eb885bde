import type { RoundRow } from '@/db/rounds';
import type { Person } from '@/lib/domain/employees/employee';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { defaultAppealType } from '@/lib/domain/reactions/reaction';
import { complaintNextReactions } from '@/lib/domain/reactions/records';
import type { Context, Tx } from '@/lib/operations/context';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import { endRound } from './end-round';
import { settleTalksOf } from './settle-talks-of';

/** CARD: topics are Russian in every language of the screen. */
const topic = 'рекламация';

/** SA-3: writes the complaint a round owes, with its two next reactions, and ends the round and what was left of its calls; returns the complaint. */
export async function writeComplaintOfRound(
  tx: Tx,
  context: Context,
  person: Person,
  round: RoundRow,
  { text, causedBy }: { text: string; causedBy: DepartmentKind },
): Promise<string> {
  const { complaintId } = await writeRecords(tx, context, {
    plan: {
      counterparty: { use: 'existing', id: round.counterpartyId, complete: {} },
      appeal: { use: 'new', topic, type: defaultAppealType, project: null, note: '' },
      reaction: { type: 'complaint', topic, note: text },
      nextReactions: complaintNextReactions(causedBy),
    },
    callId: round.callId,
    route: null,
    employee: person,
    happenedAt: context.now(),
    roundId: round.id,
  });
  await endRound(tx, context, round, {
    state: 'dissatisfied',
    employeeId: person.id,
    complaintId,
  });
  await settleTalksOf(tx, context, person, round.id);
  return complaintId!;
}
