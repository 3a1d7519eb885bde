import type { FolderRow } from '@/db/folders';
import { getNextReactionLocked } from '@/db/next-reactions';
import { deliveryTopic } from '@/lib/domain/call-scripts/topic';
import type { Person } from '@/lib/domain/employees/employee';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { saveResponsibility } from '@/lib/operations/reactions/change-next-reaction';
import { hoursOfResponsible } from '@/lib/operations/reactions/find-responsible';
import { promiseClock } from '@/lib/operations/reactions/promise-clock';
import { tellClientManager } from '@/lib/operations/reactions/tell-slip';
import {
  folderToWorkOn,
  notNow,
  recordFolderAct,
  refuseChanged,
  refuseWrongDelivery,
  saveFolder,
} from './act-on-folder';

/**
 * ON-2, ON-5: plans the day of the delivery, as a next reaction on whoever took the folder. A day that was told already is
 * moved, with its history (CO-3).
 * @throws Refusal `notFound`, `forbidden`, `invalid` for a day that has passed, comes before the parcel may or is too far ahead, `conflict` when the
 * folder was changed since that version, `notPossibleNow` without a parcel, or while the step is signed: a late delivery is chased then
 */
export async function planDelivery(
  context: Context,
  input: { folderId: string; deliveryOn: string; version: number },
): Promise<{ folderId: string; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { row, facts, keeperId } = await folderToWorkOn(tx, person, input.folderId);
    if (!row.hasParts) throw notNow('noParcel');
    if (row.deliveredAt !== null) throw notNow('alreadyDone');
    if (facts.signed.has('deliveryReaction')) throw notNow('signedAlready');
    refuseChanged(row, input.version);
    const courier = row.collectedAt === null ? row.courier : row.courier && { ...row.courier, days: 0 };
    await refuseWrongDelivery(tx, context, input.deliveryOn, courier);
    const day = input.deliveryOn;
    const deliveryNextReactionId = await planDay(tx, context, person, row, { keeperId, day });
    const { version } = await saveFolder(tx, row, {
      deliveryOn: input.deliveryOn,
      deliveryNextReactionId,
    });
    return { folderId: row.id, version };
  });
}

/** The next reaction for the day: the one that stands for the delivery is moved, else one is left on the keeper. */
export async function planDay(
  tx: Tx,
  context: Context,
  person: Person,
  row: FolderRow,
  { keeperId, day }: { keeperId: string; day: string },
): Promise<string> {
  return (await moved(tx, context, person, row, day)) ?? planned(tx, context, person, row, { keeperId, day });
}

/** The next reaction that stands for the delivery, moved to another day; null when there is none open. */
async function moved(
  tx: Tx,
  context: Context,
  person: Person,
  row: FolderRow,
  day: string,
): Promise<string | null> {
  const next = row.deliveryNextReactionId
    ? await getNextReactionLocked(tx, row.deliveryNextReactionId)
    : null;
  if (!next || next.endedAt !== null) return null;
  if (row.deliveryOn === day) return next.id;
  const hours = await hoursOfResponsible(tx, next.responsibleDepartmentId);
  const { dueAt } = promiseClock({ dueSetting: 'onDay', day }, hours, context.now(), 0);
  await saveResponsibility(
    tx,
    context,
    next,
    { dueAt, postponedCount: next.postponedCount + 1 },
    { what: 'postponed', reason: 'перенесён день доставки', employeeId: person.id },
  );
  const told = { cause: 'postponed' as const, dueAt: next.dueAt, byEmployeeId: person.id };
  await tellClientManager(tx, context, next, told);
  return next.id;
}

async function planned(
  tx: Tx,
  context: Context,
  person: Person,
  row: FolderRow,
  { keeperId, day }: { keeperId: string; day: string },
): Promise<string> {
  const { nextReactionIds } = await recordFolderAct(tx, context, person, row, {
    topic: 'назначен день доставки',
    nextReactions: [
      {
        responsible: { kind: 'employee', employeeId: keeperId },
        dueSetting: 'onDay',
        day,
        topic: deliveryTopic,
      },
    ],
  });
  return nextReactionIds[0]!;
}
