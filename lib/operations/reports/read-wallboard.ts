import { countOpenComplaints } from '@/db/complaints';
import { listDepartments } from '@/db/departments';
import { listWorkingEmployees } from '@/db/employees';
import { sumQueue } from '@/db/reports/queue';
import { getSetting } from '@/db/settings';
import { countLateLeads, countMissedCallers, listCurrentSteps, listWaitingSince } from '@/db/wallboard';
import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { mayChangePresenceOf, maySupervise, reviewsEverything } from '@/lib/domain/employees/permissions';
import type { DerivedPresence } from '@/lib/domain/employees/presence';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { lostOf, serviceLevel } from '@/lib/domain/reports/queue-figures';
import { maySeeWallboard } from '@/lib/domain/reports/report-rights';
import { readReportSettings } from '@/lib/domain/reports/report-settings';
import type { Wallboard } from '@/lib/domain/reports/wallboard.contract';
import { complaintsFor } from '@/lib/operations/complaints/complaints-for';
import type { Context } from '@/lib/operations/context';
import { clientTimeZone } from '@/lib/operations/departments/client-department';
import { viewPresences } from '@/lib/operations/presence/presence-view';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { queueOf } from './sum-hours';

/**
 * What can be acted on now: of any department for management, the client department when none is named, which a television
 * shows too; of their own department for its head; complaints are those that stand on the person's board. It names
 * colleagues and nobody else. @throws Refusal `unauthorized`, `forbidden`, `notFound`
 */
export async function readWallboard(
  context: Context,
  { departmentId }: { departmentId?: string } = {},
): Promise<Wallboard> {
  const { person, screenId, read: db } = context;
  if (!person && screenId === null) throw new Refusal('unauthorized', 'sign in first');
  if (person && !maySeeWallboard(person)) throw forbidden();
  const departments = await listDepartments(db);
  const isHeads = person !== null && !reviewsEverything(person);
  const asked = isHeads ? (departmentId ?? person.departmentId) : departmentId;
  const isOthers = isHeads && asked !== person.departmentId;
  if (isOthers || (!person && asked !== undefined)) throw forbidden();
  const department = departments.find(({ id, kind }) =>
    asked === undefined ? kind === 'client' : id === asked,
  );
  if (!department) throw notFound('department');
  const { id, kind } = department;
  const ids = departments.map((one) => one.id);
  const now = context.now();
  const timeZone = await clientTimeZone(db);
  const today = wallTimeAt(now, timeZone).date;
  const settings = readReportSettings((await getSetting(db, 'reports'))?.value);
  const queue = queueOf(
    await sumQueue(
      db,
      {
        period: { from: today, until: today },
        queue: kind === 'client' ? 'inbound' : { handedOverTo: id },
      },
      settings,
    ),
  );
  const waiting = await listWaitingSince(db, id);
  const presences = await viewPresences(db, await listWorkingEmployees(db, id), now);
  const steps = new Map((await listCurrentSteps(db)).map(({ employeeId, step }) => [employeeId, step]));
  const names = await readDirectory(db, { departments, employees: presences.map((one) => one.employeeId) });
  const complaints = await countOpenComplaints(db, { of: person ? complaintsFor(person) : undefined });
  return {
    now,
    timeZone,
    today,
    department: names.department(id),
    settings,
    serviceLevel: serviceLevel(queue, settings),
    waiting: { count: waiting.length, longestSince: waiting.length > 0 ? Math.min(...waiting) : null },
    lost: {
      today: lostOf(queue),
      notCalledBack: await countMissedCallers(db, asked === undefined ? ids : [id]),
    },
    free: {
      count: presences.filter(({ derived, isAvailable }) => isAvailable && derived === 'idle').length,
      of: presences.length,
    },
    lateLeads: await countLateLeads(
      db,
      departments.filter((one) => one.kind === 'sales').map((one) => one.id),
      now,
    ),
    openComplaints: Object.values(complaints).reduce((sum, count) => sum + count, 0),
    people: presences.map(({ employeeId, name, chosen, derived, unreachable, since, afterCallUntil }) => ({
      id: employeeId,
      name: names.employee(employeeId)?.name ?? name,
      chosen,
      derived,
      unreachable,
      since,
      afterCallUntil,
      step: isTalking(derived) ? (steps.get(employeeId) ?? null) : null,
      may: {
        listen: person !== null && isTalking(derived) && maySupervise(person, id),
        changePresence: person !== null && mayChangePresenceOf(person, id),
      },
    })),
  };
}

const isTalking = (derived: DerivedPresence) => derived === 'talking' || derived === 'held';
