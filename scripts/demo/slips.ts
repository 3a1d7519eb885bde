import { listCounterpartiesByIds } from '@/db/counterparties';
import type { SlipRow } from '@/db/slips';
import type { Db } from '@/db/store';
import { dayMs, minuteMs } from '@/lib/domain/duration';
import type { Chronicle, NextReactionRow } from './chronicle';
import { minutesToHead } from './company';
import { insertAll } from './insert-all';

/**
 * What has been overdue for more than a day was told long ago: to the client's own manager (CO-3) and to the head of the
 * department. What is still ahead is watched.
 */
export async function insertSlips(db: Db, chronicle: Chronicle): Promise<void> {
  const { now, random } = chronicle;
  const open = chronicle.nextReactions.filter(({ endedAt }) => endedAt === null);
  const old = open.filter(({ dueAt }) => dueAt < now - dayMs - minutesToHead * minuteMs);
  const cards = new Map(
    (await listCounterpartiesByIds(db, [...new Set(old.flatMap((next) => next.counterpartyId ?? []))])).map(
      (card) => [card.id, card],
    ),
  );
  const slips = old.flatMap((next) => {
    const managerId = cards.get(next.counterpartyId ?? '')?.assignedTo ?? null;
    return [...toManager(chronicle, next, managerId), ...toHead(chronicle, next)];
  });
  await insertAll(
    db,
    db.t.slips,
    slips.map((slip) => ({ ...slip, id: random.idAt(slip.at) })),
  );
  await insertAll(
    db,
    db.t.deadlines,
    open
      .filter(({ dueAt }) => dueAt > now)
      .map(({ id, version, dueAt }) => ({
        id: random.idAt(now),
        kind: 'overdue' as const,
        subjectId: id,
        generation: version,
        dueAt,
      })),
  );
}

type Slip = Omit<SlipRow, 'id'>;

function toManager({ company }: Chronicle, next: NextReactionRow, managerId: string | null): Slip[] {
  if (managerId === null || managerId === next.responsibleEmployeeId) return [];
  return [
    {
      nextReactionId: next.id,
      kind: 'clientPromise',
      cause: 'overdue',
      listener: 'clientManager',
      employeeId: managerId,
      departmentId: company.departments.client.id,
      dueAt: next.dueAt,
      at: next.dueAt,
      settledAt: null,
    },
  ];
}

function toHead({ company }: Chronicle, next: NextReactionRow): Slip[] {
  const department = Object.values(company.departments).find(
    ({ id, kind }) => id === next.responsibleDepartmentId && kind !== 'management',
  );
  if (!department || department.headId === next.responsibleEmployeeId) return [];
  return [
    {
      nextReactionId: next.id,
      kind: 'escalation',
      cause: 'overdue',
      listener: 'head',
      employeeId: department.headId,
      departmentId: department.id,
      dueAt: next.dueAt,
      at: next.dueAt + minutesToHead * minuteMs,
      settledAt: null,
    },
  ];
}
