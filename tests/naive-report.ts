import type { Store } from '@/db/store';
import type { ReportSettings } from '@/lib/domain/reports/report-settings';

/**
 * The figures of a report reckoned a second time, from every row there is and by plain loops: it shares no word with
 * lib/domain/reports, nor with the measured rows.
 */
export async function naiveReport(
  store: Store,
  settings: ReportSettings,
  asked: { from: string; until: string; departmentId?: string; employeeId?: string },
  now: number,
) {
  const { q, t } = store.read;
  const departments = await q.select().from(t.departments);
  const employees = await q.select().from(t.employees);
  const claims = await q.select().from(t.callClaims);
  const facts = await q.select().from(t.callFacts);
  const departmentOf = (id: string | null) => employees.find((one) => one.id === id)?.departmentId;
  const kindOf = (id: string | undefined) => departments.find((one) => one.id === id)?.kind;
  const own = asked.employeeId ? departmentOf(asked.employeeId) : asked.departmentId;
  const isInbound = own === undefined || kindOf(own) === 'client';
  const isOnDay = (at: number) => dayInMoscow(at) >= asked.from && dayInMoscow(at) <= asked.until;
  const isOfScope = (employeeId: string) =>
    asked.employeeId
      ? asked.employeeId === employeeId
      : !asked.departmentId || departmentOf(employeeId) === asked.departmentId;
  const counts = { queued: 0, answered: 0, inTime: 0, lostLate: 0, lostEarly: 0, waitMs: 0 };
  let onLineMs = 0;
  const handled = new Set<string>();

  const calls = (await q.select().from(t.calls)).filter((call) => isOnDay(call.arrivedAt));
  for (const call of calls) {
    const told = facts
      .filter((fact) => fact.callId === call.id)
      .map((fact) => ({
        ...(fact.event as { type: string; label?: string; departmentId?: string }),
        at: fact.occurredAt,
      }));
    const joins = claims
      .filter((claim) => claim.callId === call.id && claim.joinedAt !== null)
      .map((claim) => ({ ...claim, joinedAt: claim.joinedAt!, leftAt: claim.leftAt ?? call.endedAt! }))
      .sort((one, other) => one.joinedAt - other.joinedAt);
    for (const join of joins) {
      if (!isOfScope(join.employeeId)) continue;
      handled.add(call.id);
      onLineMs += join.leftAt - join.joinedAt;
    }
    let startedAt = call.arrivedAt;
    let taker = joins[0];
    let endedAt = Math.max(...told.filter((fact) => fact.type === 'call.completed').map((fact) => fact.at));
    if (isInbound) {
      if (call.outcome === 'closedHours' || call.outcome === 'blocked') continue;
    } else {
      const order = told.filter((fact) => fact.type === 'employee.handedOver').sort((a, b) => a.at - b.at)[0];
      if (order?.departmentId !== own) continue;
      startedAt = order.at;
      const next = joins.find((join) => join.joinedAt >= order.at && join.purpose !== 'consult');
      endedAt = next?.joinedAt ?? endedAt;
      taker = next && departmentOf(next.employeeId) === own ? next : undefined;
    }
    if (asked.employeeId && taker?.employeeId !== asked.employeeId) continue;
    const waitMs = (taker?.joinedAt ?? endedAt) - startedAt;
    const isFast = waitMs <= settings.answerSeconds * 1000;
    counts.queued += 1;
    if (taker) {
      counts.answered += 1;
      counts.waitMs += waitMs;
      if (isFast) counts.inTime += 1;
    } else if (isFast) counts.lostEarly += 1;
    else counts.lostLate += 1;
  }

  const level = {
    lateAbandonedCount: counts.inTime / (counts.answered + counts.lostLate),
    abandonedIgnored: counts.inTime / counts.answered,
    abandonedCount: counts.inTime / (counts.answered + counts.lostLate + counts.lostEarly),
    earlyAbandonedAreServed: (counts.inTime + counts.lostEarly) / counts.queued,
  }[settings.serviceLevelFormula];

  const people = employees.filter((one) => isOfScope(one.id)).map((one) => one.id);
  const time = await naiveTime(store, people, isOnDay, now);
  const talks = await naiveScript(store, new Set(calls.map((call) => call.id)), isOfScope);
  return {
    serviceLevel: asked.employeeId ? null : orNull(level),
    averageAnswer: orNull(counts.waitMs / counts.answered),
    abandonment: asked.employeeId ? null : orNull((counts.lostLate + counts.lostEarly) / counts.queued),
    averageHandling: orNull((onLineMs + time.afterCallMs) / handled.size),
    occupancy: orNull(time.contactMs / (time.contactMs + time.idleMs)),
    adherence: orNull(talks),
    ...(await naiveWork(store, settings, asked, isOnDay, departmentOf, now)),
  };
}

const dayInMoscow = (at: number) => new Date(at + 3 * 3_600_000).toISOString().slice(0, 10);
const orNull = (value: number) => (Number.isNaN(value) ? null : value);

/** Walks through all moments at which anything changed, and asks of each stretch between two what everybody did. */
async function naiveTime(
  store: Store,
  people: readonly string[],
  isOnDay: (at: number) => boolean,
  now: number,
) {
  const { q, t } = store.read;
  const spans = (await q.select().from(t.presenceSpans)).map((row) => ({ ...row, end: row.endedAt ?? now }));
  const ends = new Map((await q.select().from(t.calls)).map((call) => [call.id, call.endedAt]));
  const claims = (await q.select().from(t.callClaims)).filter((claim) => claim.joinedAt !== null);
  const sum = { contactMs: 0, idleMs: 0, afterCallMs: 0 };
  for (const person of people) {
    const own = [
      ...spans
        .filter((row) => row.employeeId === person)
        .map((row) => ({ what: row.state as string, from: row.startedAt, until: row.end })),
      ...claims
        .filter((row) => row.employeeId === person)
        .map((row) => ({
          what: 'line',
          from: row.joinedAt!,
          until: row.leftAt ?? ends.get(row.callId) ?? now,
        })),
    ];
    const moments = new Set([now, ...own.flatMap(({ from, until }) => [from, until])]);
    for (const { from, until } of own) {
      for (
        let midnight = Math.ceil((from + 10_800_000) / 86_400_000) * 86_400_000 - 10_800_000;
        midnight < until;
        midnight += 86_400_000
      )
        moments.add(midnight);
    }
    const sorted = [...moments].filter((at) => at <= now).sort((one, other) => one - other);
    for (let index = 0; index + 1 < sorted.length; index += 1) {
      const [from, until] = [sorted[index]!, sorted[index + 1]!];
      if (!isOnDay(from)) continue;
      const isOfDay = (at: number) => dayInMoscow(at) === dayInMoscow(from);
      const isKnown = own.some(
        (one) =>
          one.what !== 'line' &&
          (isOfDay(one.from) || isOfDay(one.until - 1) || (one.from <= from && one.until > from)),
      );
      const does = (what: string) =>
        own.some((one) => one.what === what && one.from <= from && one.until >= until);
      if (does('afterCall')) sum.afterCallMs += until - from;
      if (does('line') || does('afterCall')) sum.contactMs += isKnown ? until - from : 0;
      else if (does('available')) sum.idleMs += until - from;
    }
  }
  return sum;
}

async function naiveScript(
  store: Store,
  callIds: ReadonlySet<string>,
  isOfScope: (employeeId: string) => boolean,
): Promise<number> {
  const { q, t } = store.read;
  const runs = (await q.select().from(t.callScriptRuns)).filter((run) => callIds.has(run.callId));
  const events = (await q.select().from(t.callScriptEvents)).sort((one, other) => one.id - other.id);
  let due = 0;
  let good = 0;
  for (const run of runs) {
    if (!isOfScope(run.employeeId)) continue;
    const log = events.filter((event) => event.callId === run.callId && event.refused === null);
    const hungUp = log.findIndex((logged) => logged.event.type === 'caller.hungUp');
    const isForgiven = hungUp >= 0 || log.some((logged) => logged.event.type === 'manager.discarded');
    const untilThen = hungUp >= 0 ? log.slice(0, hungUp) : log;
    for (const text of ['greeting', 'closing']) {
      due += 1;
      const isSaid = untilThen.some(
        (logged) =>
          logged.step === text &&
          logged.nextStep !== text &&
          !['manager.wentBack', 'manager.discarded'].includes(logged.event.type),
      );
      if (isSaid || isForgiven) good += 1;
    }
  }
  return good / due;
}

async function naiveWork(
  store: Store,
  settings: ReportSettings,
  asked: { departmentId?: string; employeeId?: string },
  isOnDay: (at: number) => boolean,
  departmentOf: (id: string | null) => string | undefined,
  now: number,
) {
  const { q, t } = store.read;
  const appeals = await q.select().from(t.appeals);
  const reactions = await q.select().from(t.reactions);
  const next = await q.select().from(t.nextReactions);
  const leads = await q.select().from(t.leads);
  const calls = await q.select().from(t.calls);
  const isBy = (department: string | undefined, employee: string | null) =>
    asked.employeeId
      ? employee === asked.employeeId
      : !asked.departmentId || department === asked.departmentId;
  const graceMs = settings.repeatDays * 86_400_000;
  const made = appeals.filter(
    (one) => isOnDay(one.createdAt) && isBy(departmentOf(one.createdBy), one.createdBy),
  );
  const repeated = made.filter((one) => {
    const isLater = (at: number) => at > one.createdAt && at <= one.createdAt + graceMs;
    const again = appeals.some(
      (other) =>
        other.counterpartyId === one.counterpartyId && other.topic === one.topic && isLater(other.createdAt),
    );
    return (
      again ||
      reactions.some(
        (act) => act.appealId === one.id && act.type === 'incomingCall' && isLater(act.happenedAt),
      )
    );
  });
  const missed = next.filter(
    (one) =>
      one.kind === 'missedCall' &&
      isOnDay(one.createdAt) &&
      (isBy(one.responsibleDepartmentId, one.responsibleEmployeeId) ||
        (asked.employeeId && one.endedBy === asked.employeeId)),
  );
  const calledBack = missed.filter((one) => {
    if (one.outcome !== 'fulfilled' && one.outcome !== 'calledBack') return false;
    const chain = calls.filter((call) => call.missedReactionId === one.id);
    const inVain = chain.length > 0 ? chain : calls.filter((call) => call.id === one.callId);
    const last = Math.max(...inVain.map((call) => call.endedAt ?? call.arrivedAt));
    return one.endedAt! - last <= settings.callBackMinutes * 60_000;
  });
  const came = leads.filter((lead) => isOnDay(lead.createdAt) && isBy(lead.departmentId, lead.acceptedBy));
  const quick = came.filter((lead) => lead.acceptedAt !== null && lead.acceptedAt <= lead.dueAt);
  const due = next.filter(
    (one) => isOnDay(one.dueAt) && isBy(one.responsibleDepartmentId, one.responsibleEmployeeId),
  );
  const late = due.filter((one) => {
    const lead = leads.find((other) => other.nextReactionId === one.id);
    const isGiven = lead?.endReason === 'rerouted' || lead?.endReason === 'handedOver';
    const keptAt = isGiven || !lead ? null : lead.acceptedAt;
    const done = keptAt ?? one.endedAt ?? now;
    return done > one.dueAt;
  });
  return {
    firstContact: orNull((made.length - repeated.length) / made.length),
    calledBack: orNull(calledBack.length / missed.length),
    leadsInMinute: orNull(quick.length / came.length),
    overdue: orNull(late.length / due.length),
  };
}
