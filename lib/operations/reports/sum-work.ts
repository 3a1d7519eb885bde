import { listStays } from '@/db/call-claims';
import { countOffers } from '@/db/call-offers';
import { listEmployees } from '@/db/employees';
import { listPresenceSpans } from '@/db/presence-spans';
import { type LegTally, sumLegs } from '@/db/reports/handled-calls';
import type { Db } from '@/db/store';
import type { Period } from '@/lib/domain/reports/period';
import { longestSpanMs } from '@/lib/domain/reports/presence-span';
import type { DayRow } from '@/lib/domain/reports/reports.contract';
import { lengthOf, type Span, within, without } from '@/lib/domain/reports/spans';
import { addNumbers, inParts, merged, partDays } from './in-parts';
import type { ReportScope } from './report-scope';

/** Lengths in ms. */
export type WorkTally = {
  employeeId: string;
  departmentId: string;
  handled: number;
  onLineMs: number;
  afterCallMs: number;
  contactMs: number;
  idleMs: number;
  offered: number;
  notAnswered: number;
};

const nothing = {
  handled: 0,
  onLineMs: 0,
  afterCallMs: 0,
  contactMs: 0,
  idleMs: 0,
  offered: 0,
  notAnswered: 0,
};

/**
 * What each person of the scope handled in the period, and how their time was filled up to now. Calls are counted by the
 * day they arrived, time by when it passed; those who did nothing are left out. Contact is counted on each day from when it is
 * first known what the person was; none belongs to a number of ours or a project.
 */
export async function sumWork(
  db: Db,
  scope: ReportScope,
  period: Period = scope.period,
): Promise<WorkTally[]> {
  const people = await peopleOf(db, scope);
  const legs = await inParts<LegTally>(period, partDays, (part) => sumLegs(db, scope.measured(part)));
  const times = scope.isNarrowed
    ? []
    : await inParts(period, 1, (part) =>
        timesOf(
          db,
          people.map(({ id }) => id),
          scope.work(part),
          scope.head.now,
        ),
      );
  const departmentOf = new Map(people.map(({ id, departmentId }) => [id, departmentId]));
  const rows = [...legs, ...times].map((row) => ({
    ...nothing,
    ...row,
    departmentId: departmentOf.get(row.employeeId) ?? ('departmentId' in row ? row.departmentId : ''),
  }));
  return merged<WorkTally>(rows, ({ employeeId }) => employeeId, addNumbers);
}

/** How the time of the scope's people was filled on each day of the period, what they did together. */
export async function sumDays(db: Db, scope: ReportScope): Promise<DayRow[]> {
  const employeeIds = (await peopleOf(db, scope)).map(({ id }) => id);
  return inParts(scope.period, 1, async (part) => {
    const times = await timesOf(db, employeeIds, scope.work(part), scope.head.now);
    if (times.length === 0) return [];
    const { employeeId: _, ...sum } = times.reduce(addNumbers);
    return [{ day: part.from, ...sum }];
  });
}

async function peopleOf(db: Db, { employeeId, departmentId }: ReportScope) {
  const employees = await listEmployees(db, {
    departmentId: employeeId === undefined ? departmentId : undefined,
    withDisabled: true,
  });
  return employees.filter(({ id }) => employeeId === undefined || id === employeeId);
}

type Times = Pick<
  WorkTally,
  'employeeId' | 'afterCallMs' | 'contactMs' | 'idleMs' | 'offered' | 'notAnswered'
>;

async function timesOf(
  db: Db,
  employeeIds: readonly string[],
  { from, until }: { from: number; until: number },
  now: number,
): Promise<Times[]> {
  const bounds = { startedAt: from, endedAt: Math.min(until, now) };
  if (bounds.endedAt <= from) return [];
  const startedSince = from - longestSpanMs;
  const spans = await listPresenceSpans(db, { employeeIds, startedSince, from, until });
  const stays = await listStays(db, employeeIds, startedSince, until);
  const offers = await countOffers(db, employeeIds, from, until);
  const ids = new Set([...spans, ...stays, ...offers].map(({ employeeId }) => employeeId));
  return [...ids].map((employeeId) => {
    const own = spans.filter((span) => span.employeeId === employeeId);
    const of = (state: string): Span[] =>
      own
        .filter((span) => span.state === state)
        .map(({ startedAt, endedAt }) => ({ startedAt, endedAt: endedAt ?? now }));
    const onLine = stays
      .filter((stay) => stay.employeeId === employeeId)
      .map(({ joinedAt, leftAt }) => ({ startedAt: joinedAt, endedAt: leftAt ?? now }));
    const knownSince = Math.max(from, Math.min(...own.map(({ startedAt }) => startedAt)));
    const contact = within([...onLine, ...of('afterCall')], { ...bounds, startedAt: knownSince });
    const offer = offers.find((row) => row.employeeId === employeeId);
    return {
      employeeId,
      afterCallMs: lengthOf(within(of('afterCall'), bounds)),
      contactMs: lengthOf(contact),
      idleMs: lengthOf(without(within(of('available'), bounds), contact)),
      offered: offer?.offered ?? 0,
      notAnswered: offer?.notAnswered ?? 0,
    };
  });
}
