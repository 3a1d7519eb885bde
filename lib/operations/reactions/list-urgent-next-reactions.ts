import { getEmployee } from '@/db/employees';
import {
  listNextReactionChanges,
  type NextReactionChangeRow,
  type NextReactionRow,
} from '@/db/next-reactions';
import { listOpenNextReactions, listUrgentNextReactions as listUrgentRows } from '@/db/open-next-reactions';
import { dayMs, hourMs, minuteMs } from '@/lib/domain/duration';
import type { Person } from '@/lib/domain/employees/employee';
import type { UrgentNextReactions } from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionEvent } from '@/lib/domain/reactions/reaction';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeNextReactions } from './describe-next-reactions';
import { describeSlips, slipsOf } from './list-slips';
import { countWaiting, mostWaiting, turnOf, waitsFromMs } from './whose-turn';

const mostListed = 20;
const mostReminders = 40;
const oldestMs = dayMs;
const oldestComplaintMs = 7 * dayMs;
const bringing: readonly NextReactionEvent[] = ['handedOver', 'rerouted', 'escalated'];

/**
 * What calls for the person by a clock of minutes (IN-4, IN-5, IN-11, SA-3): open next reactions whose turn it is theirs,
 * complaints first, with when each fell to them; those they brought to themselves are left out. With how many of all of theirs are overdue
 * or due within the hour, counted to 100, what of theirs they want to be reminded of, and what
 * slipped of others and is told to them.
 */
export async function listUrgentNextReactions(context: Context): Promise<UrgentNextReactions> {
  const person = signedIn(context);
  const { read: db } = context;
  const now = context.now();
  const filters = turnOf(person);
  const kinds = [
    { isComplaint: true, dueFrom: now - oldestComplaintMs },
    { isComplaint: false, dueFrom: now - oldestMs },
  ];
  const latest: NextReactionRow[] = [];
  for (const kind of kinds) {
    const found: NextReactionRow[] = [];
    for (const filter of filters) {
      const urgent = { ...filter, ...kind, dueBefore: now + waitsFromMs, withinMs: hourMs };
      found.push(...(await listUrgentRows(db, { ...urgent, limit: mostListed - latest.length })));
    }
    found.sort((one, other) => other.dueAt - one.dueAt);
    latest.push(...found.slice(0, mostListed - latest.length));
  }
  const reminded = await listReminders(context, person, now);
  const promises = await slipsOf(db, person, 'clientPromise', { limit: mostWaiting });
  const escalations = await slipsOf(db, person, 'escalation', { limit: mostWaiting });
  const told = [...promises, ...escalations].filter(({ at }) => at > now - oldestMs).slice(0, mostListed);
  const brought = await broughtOf(context, latest);
  const rows = latest.filter((row) => brought(row).by !== person.id);
  context.saw({ kind: 'nextReactions', rowCount: rows.length + reminded.length, filters: ['mine'] });
  const views = await describeNextReactions(db, person, rows, now);
  return {
    count: await countWaiting(db, filters, now),
    reminders: await describeNextReactions(db, person, reminded, now),
    slips: await describeSlips(db, person, told, now),
    slipCounts: { clientPromise: promises.length, escalation: escalations.length },
    rows: views.map((view, index) => ({ ...view, fellAt: brought(rows[index]!).at })),
    now,
  };
}

/**
 * What is due soon, or was within a day, of the person and of whom they stand in for. What had a clock of minutes is told
 * when it falls to them, and what nobody has taken reminds nobody.
 */
async function listReminders({ read: db }: Context, person: Person, now: number): Promise<NextReactionRow[]> {
  const minutes = (await getEmployee(db, person.id))?.reminderMinutes ?? null;
  if (minutes === null) return [];
  const rows = await listOpenNextReactions(db, {
    employeeIds: [person.id, ...person.substitutesFor],
    dueFrom: now - oldestMs,
    dueBefore: now + minutes * minuteMs + 1,
    order: { by: 'dueAt', isDescending: true },
    limit: mostReminders,
  });
  return rows.filter(({ startedAt, dueAt }) => dueAt - startedAt >= hourMs);
}

/** Who last brought a next reaction to whom it lies with, and when. */
async function broughtOf(context: Context, rows: readonly NextReactionRow[]) {
  const changes = await listNextReactionChanges(
    context.read,
    rows.map(({ id }) => id),
  );
  const last = new Map<string, NextReactionChangeRow>();
  for (const change of changes) {
    if (bringing.includes(change.what)) last.set(change.nextReactionId, change);
  }
  return (row: NextReactionRow): { at: number; by: string | null } => {
    const change = last.get(row.id);
    return change ? { at: change.at, by: change.employeeId } : { at: row.createdAt, by: row.createdBy };
  };
}
