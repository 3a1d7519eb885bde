import type { Store } from '@/db/store';
import type { ReportSettings } from '@/lib/domain/reports/report-settings';

export type AskedNaively = {
  from: string;
  until: string;
  departmentId?: string;
  employeeId?: string;
  line?: string;
  projectId?: string;
};

type Row = Record<string, string | number | null>;

/**
 * The figures of a report reckoned a second time, from every row there is and by plain loops: it shares no word with
 * lib/domain/reports, nor with the measured rows.
 */
export async function naiveReport(store: Store, settings: ReportSettings, asked: AskedNaively, now: number) {
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
  const isNarrowed = Boolean(asked.line || asked.projectId);
  const isAsked = await narrowedTo(store, asked);
  const hours = new Map<string, Row>();
  const legs = new Map<string, Row>();
  const ways = new Map<string, number>();

  const calls = (await q.select().from(t.calls)).filter(
    (call) => isOnDay(call.arrivedAt) && (!isNarrowed || isAsked(call)),
  );
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
      const leg = legs.get(join.employeeId) ?? { calls: 0, onLineMs: 0, last: '' };
      if (leg.last !== call.id) leg.calls = Number(leg.calls) + 1;
      leg.last = call.id;
      leg.onLineMs = Number(leg.onLineMs) + join.leftAt - join.joinedAt;
      legs.set(join.employeeId, leg);
      handled.add(call.id);
      onLineMs += join.leftAt - join.joinedAt;
    }
    if (call.direction !== 'inbound') continue;
    const firstOrder = told
      .filter((one) => one.type === 'employee.handedOver')
      .sort((a, b) => a.at - b.at)[0];
    const afterOrder = joins.find(
      (one) => firstOrder && one.joinedAt >= firstOrder.at && one.purpose !== 'consult',
    );
    const isTaken = Boolean(
      firstOrder && afterOrder && departmentOf(afterOrder.employeeId) === firstOrder.departmentId,
    );
    const wayTaker = isInbound ? joins[0]?.employeeId : isTaken ? afterOrder?.employeeId : undefined;
    const isHere = isInbound || firstOrder?.departmentId === own;
    if (isHere && (!asked.employeeId || wayTaker === asked.employeeId)) {
      const way = [call.calledNumber, call.route, firstOrder?.departmentId ?? null, call.outcome, isTaken];
      ways.set(way.join(' '), (ways.get(way.join(' ')) ?? 0) + 1);
    }
    const hour = `${dayInMoscow(call.arrivedAt)} ${hourInMoscow(call.arrivedAt)}`;
    const count = (...keys: string[]) => {
      const row = hours.get(hour) ?? {};
      for (const key of keys) row[key] = Number(row[key] ?? 0) + 1;
      hours.set(hour, row);
    };
    let startedAt = call.arrivedAt;
    let taker = joins[0];
    let endedAt = Math.max(...told.filter((fact) => fact.type === 'call.completed').map((fact) => fact.at));
    if (isInbound) {
      if (call.outcome === 'closedHours' || call.outcome === 'blocked') {
        if (!asked.employeeId) count(call.outcome);
        continue;
      }
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
    count('queued', ...(taker ? ['answered', ...(isFast ? ['inTime'] : [])] : isFast ? [] : ['lostLate']));
    if (!taker && waitMs < settings.shortSeconds * 1000) count('lostShort');
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
  const inbound = calls.filter((call) => call.direction === 'inbound');
  const script = await naiveScript(store, new Set(inbound.map((call) => call.id)), isOfScope);
  const offers = (await q.select().from(t.callOffers)).filter(
    (offer) => offer.purpose !== 'consult' && isOnDay(offer.offeredAt) && isOfScope(offer.employeeId),
  );
  const persons = new Map<string, Row>();
  for (const person of people) {
    const own = offers.filter((offer) => offer.employeeId === person);
    const { calls: handledCalls, onLineMs: ownMs } = legs.get(person) ?? { calls: 0, onLineMs: 0 };
    const spent = isNarrowed
      ? { contactMs: null, idleMs: null, afterCallMs: null, offered: null, notAnswered: null }
      : {
          ...(await naiveTime(store, [person], isOnDay, now)),
          offered: own.length,
          notAnswered: own.filter(({ outcome }) => outcome === 'lapsed' || outcome === 'declined').length,
        };
    persons.set(person, { handled: handledCalls!, onLineMs: ownMs!, ...spent });
  }
  const figures = {
    serviceLevel: asked.employeeId ? null : orNull(level),
    averageAnswer: orNull(counts.waitMs / counts.answered),
    abandonment: asked.employeeId ? null : orNull((counts.lostLate + counts.lostEarly) / counts.queued),
    averageHandling: orNull((onLineMs + (isNarrowed ? 0 : time.afterCallMs)) / handled.size),
    occupancy: isNarrowed ? null : orNull(time.contactMs / (time.contactMs + time.idleMs)),
    adherence: orNull(script.good / script.sums.itemsDue),
    ...(await naiveWork(store, settings, asked, isOnDay, departmentOf, now)),
  };
  return { figures, hours, persons, ways, script };
}

/** Which calls that came in are of the number, and of the project: those about which something was recorded. */
async function narrowedTo(store: Store, { line, projectId }: AskedNaively) {
  const { q, t } = store.read;
  const appeals = new Map((await q.select().from(t.appeals)).map((one) => [one.id, one.projectId]));
  const projects = new Map<string, Set<string>>();
  for (const { callId, appealId } of await q.select().from(t.reactions)) {
    const project = appealId && appeals.get(appealId);
    if (callId && project) projects.set(callId, (projects.get(callId) ?? new Set()).add(project));
  }
  return (call: { id: string; calledNumber: string; direction: string }) =>
    call.direction === 'inbound' &&
    (!line || call.calledNumber === line) &&
    (!projectId || Boolean(projects.get(call.id)?.has(projectId)));
}

const dayInMoscow = (at: number) => new Date(at + 3 * 3_600_000).toISOString().slice(0, 10);
const hourInMoscow = (at: number) => new Date(at + 3 * 3_600_000).getUTCHours();
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
          one.from <= from &&
          (isOfDay(one.from) || isOfDay(one.until - 1) || one.until > from),
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
) {
  const { q, t } = store.read;
  const runs = (await q.select().from(t.callScriptRuns)).filter((run) => callIds.has(run.callId));
  const events = (await q.select().from(t.callScriptEvents)).sort((one, other) => one.id - other.id);
  const sums = {
    conversations: 0,
    itemsDue: 0,
    itemsDone: 0,
    itemsExcused: 0,
    backs: 0,
    unlistedAnswers: 0,
    refusedAnswers: 0,
  };
  const steps = new Map<string, { stays: number; calls: number; brokenOff: number }>();
  let good = 0;
  for (const run of runs) {
    if (!isOfScope(run.employeeId)) continue;
    const whole = events.filter((event) => event.callId === run.callId);
    const log = whole.filter((event) => event.refused === null);
    const times = (type: string) => log.filter((logged) => logged.event.type === type).length;
    sums.conversations += 1;
    sums.backs += times('manager.wentBack');
    sums.unlistedAnswers += times('caller.saidSomethingElse');
    sums.refusedAnswers += whole.length - log.length;
    const of = (step: string) => steps.get(step) ?? { stays: 0, calls: 0, brokenOff: 0 };
    const left = log.filter((logged) => logged.nextStep !== logged.step).map((logged) => logged.step);
    for (const step of left) steps.set(step, { ...of(step), stays: of(step).stays + 1 });
    for (const step of new Set(left)) steps.set(step, { ...of(step), calls: of(step).calls + 1 });
    const end = log.find((logged) => logged.event.type === 'caller.hungUp');
    if (end) steps.set(end.step, { ...of(end.step), brokenOff: of(end.step).brokenOff + 1 });
    const hungUp = log.findIndex((logged) => logged.event.type === 'caller.hungUp');
    const isForgiven = hungUp >= 0 || log.some((logged) => logged.event.type === 'manager.discarded');
    const untilThen = hungUp >= 0 ? log.slice(0, hungUp) : log;
    for (const text of ['greeting', 'closing']) {
      sums.itemsDue += 1;
      const isSaid = untilThen.some(
        (logged) =>
          logged.step === text &&
          logged.nextStep !== text &&
          !['manager.wentBack', 'manager.discarded'].includes(logged.event.type),
      );
      if (isSaid) sums.itemsDone += 1;
      else if (isForgiven) sums.itemsExcused += 1;
      if (isSaid || isForgiven) good += 1;
    }
  }
  return { good, sums, steps };
}

async function naiveWork(
  store: Store,
  settings: ReportSettings,
  asked: AskedNaively,
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
  const isOfProject = (appealId: string | null) =>
    !asked.projectId || appeals.find((one) => one.id === appealId)?.projectId === asked.projectId;
  const isOfLine = (call: { calledNumber: string } | undefined) =>
    !asked.line || call?.calledNumber === asked.line;
  const graceMs = settings.repeatDays * 86_400_000;
  const made = appeals.filter(
    (one) =>
      isOnDay(one.createdAt) && isBy(departmentOf(one.createdBy), one.createdBy) && isOfProject(one.id),
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
        (asked.employeeId && one.endedBy === asked.employeeId)) &&
      calls.some((call) => (call.id === one.callId || call.missedReactionId === one.id) && isOfLine(call)),
  );
  const calledBack = missed.filter((one) => {
    if (one.outcome !== 'fulfilled' && one.outcome !== 'calledBack') return false;
    const chain = calls.filter((call) => call.missedReactionId === one.id);
    const inVain = chain.length > 0 ? chain : calls.filter((call) => call.id === one.callId);
    const last = Math.max(...inVain.map((call) => call.endedAt ?? call.arrivedAt));
    return one.endedAt! - last <= settings.callBackMinutes * 60_000;
  });
  const came = leads.filter(
    (lead) =>
      isOnDay(lead.createdAt) &&
      isBy(lead.departmentId, lead.acceptedBy) &&
      isOfLine(calls.find((call) => call.id === lead.callId)) &&
      isOfProject(next.find((one) => one.id === lead.nextReactionId)?.appealId ?? null),
  );
  const quick = came.filter((lead) => lead.acceptedAt !== null && lead.acceptedAt <= lead.dueAt);
  const due = next.filter(
    (one) =>
      isOnDay(one.dueAt) &&
      isBy(one.responsibleDepartmentId, one.responsibleEmployeeId) &&
      isOfProject(one.appealId),
  );
  const late = due.filter((one) => {
    const lead = leads.find((other) => other.nextReactionId === one.id);
    const isGiven = lead?.endReason === 'rerouted' || lead?.endReason === 'handedOver';
    const keptAt = isGiven || !lead ? null : lead.acceptedAt;
    const done = keptAt ?? one.endedAt ?? now;
    return done > one.dueAt;
  });
  return {
    firstContact: asked.line ? null : orNull((made.length - repeated.length) / made.length),
    calledBack: asked.projectId ? null : orNull(calledBack.length / missed.length),
    leadsInMinute: orNull(quick.length / came.length),
    overdue: asked.line ? null : orNull(late.length / due.length),
  };
}

/** The cells of the heat map by «weekday hour», Monday = 1, from the hours of each day. */
export function naiveHeat(hours: ReadonlyMap<string, Row>, mode: 'queued' | 'answered' | 'lost') {
  const cells = new Map<string, number>();
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    for (let hour = 0; hour < 24; hour += 1) {
      const own = [...hours].filter(([key]) => {
        const [day, at] = key.split(' ');
        return Number(at) === hour && (new Date(day!).getUTCDay() + 6) % 7 === weekday - 1;
      });
      const sum = (key: string) => own.reduce((total, [, row]) => total + Number(row[key] ?? 0), 0);
      const [queued, answered] = [sum('queued'), sum('answered')];
      if (own.length === 0 || (mode === 'lost' && queued === 0)) continue;
      cells.set(`${weekday} ${hour}`, mode === 'lost' ? (queued - answered) / queued : sum(mode));
    }
  }
  return cells;
}

/** The complaints made on these days, by the department whose work caused them. */
export async function naiveComplaints(store: Store, asked: AskedNaively, now: number) {
  const { q, t } = store.read;
  const calls = await q.select().from(t.calls);
  const appeals = await q.select().from(t.appeals);
  const departments = new Map<string, Record<string, number>>();
  for (const one of await q.select().from(t.complaints)) {
    const day = dayInMoscow(one.createdAt);
    if (day < asked.from || day > asked.until) continue;
    if (asked.employeeId ? one.ownerId !== asked.employeeId : false) continue;
    if (!asked.employeeId && asked.departmentId && one.departmentId !== asked.departmentId) continue;
    if (asked.line && calls.find(({ id }) => id === one.callId)?.calledNumber !== asked.line) continue;
    if (asked.projectId && appeals.find(({ id }) => id === one.appealId)?.projectId !== asked.projectId)
      continue;
    const tally = departments.get(one.departmentId) ?? {
      made: 0,
      received: 0,
      inWork: 0,
      answered: 0,
      closed: 0,
      overdue: 0,
      everAnswered: 0,
      answerMs: 0,
    };
    const isOwed = one.state === 'received' || one.state === 'inWork';
    const doneAt = isOwed ? now : (one.answeredAt ?? one.closedAt ?? now);
    tally.made! += 1;
    tally[one.state]! += 1;
    if (doneAt > one.dueAt) tally.overdue! += 1;
    if (one.answeredAt !== null) {
      tally.everAnswered! += 1;
      tally.answerMs! += one.answeredAt - one.createdAt;
    }
    departments.set(one.departmentId, tally);
  }
  return departments;
}
