import { listDepartments } from '@/db/departments';
import { type EmployeeRow, listEmployeesByIds } from '@/db/employees';
import { findBusyEmployees, findPresences, listHeard, type PresenceRow } from '@/db/presences';
import type { Db } from '@/db/store';
import { fullName, shortName } from '@/lib/domain/employees/employee';
import { hasPhone } from '@/lib/domain/employees/phone-kind';
import {
  chosenAt,
  connectionLostAfterMs,
  type DerivedPresence,
  derivePresence,
  mayBeRung,
  whyUnreachable,
} from '@/lib/domain/employees/presence';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';

/** What these people say of themselves and what the system knows of them, at `now` (epoch ms). */
export async function viewPresences(
  db: Db,
  employees: readonly EmployeeRow[],
  now: number,
): Promise<PresenceView[]> {
  const ids = employees.map((employee) => employee.id);
  const presences = new Map((await findPresences(db, ids)).map((row) => [row.employeeId, row]));
  const heard = await listHeard(db, ids, now - connectionLostAfterMs);
  const busy = await findBusyEmployees(db, ids);
  const kinds = new Map((await listDepartments(db)).map((row) => [row.id, row.kind]));
  const substituteIds = employees.flatMap((employee) => employee.substituteId ?? []);
  const substitutes = new Map(
    (await listEmployeesByIds(db, [...new Set(substituteIds)])).map((row) => [row.id, row]),
  );
  const sinceOf = (derived: DerivedPresence, employeeId: string) => {
    if (derived === 'talking') return busy.talking.get(employeeId);
    if (derived === 'held') return busy.holding.get(employeeId);
    return derived === 'ringing' ? busy.ringing.get(employeeId) : undefined;
  };
  return employees.map((employee) => {
    const presence = presences.get(employee.id);
    const chosen = chosenAt(presence, now);
    const silence = silenceOf(presence);
    const frozenAt = silence?.until === null ? silence.from : null;
    const why = whyUnreachable({
      heard: heard.get(employee.id) ?? null,
      phoneKind: employee.phoneKind,
      frozenAt,
      now,
    });
    const afterCallUntil = presence?.afterCallUntil ?? null;
    const derived = derivePresence({
      unreachable: why,
      isTalking: busy.talking.has(employee.id),
      isHolding: busy.holding.has(employee.id),
      isRinging: busy.ringing.has(employee.id),
      afterCallUntil,
      now,
    });
    const substitute = employee.substituteId ? substitutes.get(employee.substituteId) : undefined;
    const choseAt = presence?.since ?? employee.createdAt;
    const unreachableFrom = presence?.unreachableFrom ?? null;
    const isAsleep = chosen === 'available' && derived === 'unreachable' && unreachableFrom !== null;
    const outOfReachSince = isAsleep ? Math.max(choseAt, unreachableFrom) : null;
    return {
      employeeId: employee.id,
      name: fullName(employee),
      departmentId: employee.departmentId,
      departmentKind: kinds.get(employee.departmentId)!,
      chosen,
      derived,
      unreachable: derived === 'unreachable' ? why : null,
      silence,
      since: outOfReachSince ?? sinceOf(derived, employee.id) ?? choseAt,
      outOfReachSince,
      absentUntil: chosen === 'absent' ? (presence?.absentUntil ?? null) : null,
      afterCallUntil: derived === 'afterCall' ? afterCallUntil : null,
      substituteId: employee.substituteId,
      substituteName: substitute ? shortName(substitute) : null,
      isAvailable: mayBeRung(
        {
          chosen,
          hasPhone: hasPhone(employee),
          isReachable: why === null,
          isOnCall: busy.talking.has(employee.id),
          afterCallUntil,
        },
        now,
      ),
    };
  });
}

function silenceOf(presence: PresenceRow | undefined): PresenceView['silence'] {
  if (!presence || presence.silentFrom === null) return null;
  return { from: presence.silentFrom, until: presence.silentUntil };
}
