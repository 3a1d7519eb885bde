import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { heatCells } from '@/components/reports/heat-cells';
import { updateSetting } from '@/db/settings';
import { dialects, openTestStore } from '@/db/testing';
import type { CallFigure } from '@/lib/domain/reports/call-figure';
import { type CallsPart, callEndOf } from '@/lib/domain/reports/calls-part';
import { noCause } from '@/lib/domain/reports/reaction-figure';
import { defaultReportSettings, serviceLevelFormulas } from '@/lib/domain/reports/report-settings';
import type { FigureKey, HourRow } from '@/lib/domain/reports/reports.contract';
import { holdCaller } from '@/lib/operations/calls/hold-caller';
import { resumeCaller } from '@/lib/operations/calls/resume-caller';
import { testPerson } from '@/lib/operations/employees/testing';
import { choosePresence } from '@/lib/operations/presence/choose-presence';
import { closeLiveConnection } from '@/lib/operations/presence/close-live-connection';
import { openLiveConnection } from '@/lib/operations/presence/open-live-connection';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { createRandom } from '@/scripts/demo/random';
import { seedDemoCompany } from '@/scripts/demo/seed-demo-company';
import { companyNumber, openLine, type TestLine } from '@/tests/call-driver';
import { naiveComplaints, naiveHeat, naiveReport } from '@/tests/naive-report';
import { talkOf, throughTheCard } from '@/tests/talk-driver';
import { listCountedAppeals } from './list-counted-appeals';
import { listCountedCalls } from './list-counted-calls';
import { listCountedComplaints } from './list-counted-complaints';
import { listCountedDue, listCountedLeads, listCountedMissed } from './list-counted-reactions';
import { measureAllCallsAnew, measureOlderCalls } from './measure-older-calls';
import { readComplaints } from './read-complaints';
import { readDays } from './read-days';
import { readFigures } from './read-figures';
import { readHours } from './read-hours';
import { readLeads } from './read-leads';
import { readMissed } from './read-missed';
import { readPeople } from './read-people';
import { readReactions } from './read-reactions';
import { readScript } from './read-script';
import { readWays } from './read-ways';

const dayMs = 86_400_000;
const dayOf = (at: number) => new Date(at + 3 * 3_600_000).toISOString().slice(0, 10);

describe.each(dialects)('the figures of a month of work on %s', (dialect) => {
  test('are those of a second reckoning over all the facts, whatever is asked', async () => {
    const store = await openTestStore(dialect);
    await seedDemoCompany(store, testStart);
    const world = createTestWorld(store);
    const random = createRandom(20_261_130);
    const people = await store.read.q.select().from(store.read.t.employees);
    const spans = people.flatMap(({ id: employeeId, departmentId }) =>
      Array.from({ length: 60 }, (_, index) => {
        const startedAt = testStart - random.between(0, 30 * dayMs);
        const endedAt = startedAt + random.between(1, 6 * 3_600_000);
        const state = random.pick(['available', 'available', 'available', 'break', 'afterCall'] as const);
        return { id: `${employeeId}-${index}`, employeeId, departmentId, state, startedAt, endedAt };
      }),
    );
    await store.tx(async (db) => {
      for (const span of spans) await db.q.insert(db.t.presenceSpans).values(span);
    });
    await measureAllCallsAnew(world.as(null));
    const departments = await store.read.q.select().from(store.read.t.departments);
    const management = departments.find(({ kind }) => kind === 'management')!;
    const gleb = { ...testPerson('gleb'), departmentId: management.id };
    const lines = [
      ...new Set((await store.read.q.select().from(store.read.t.calls)).map((call) => call.calledNumber)),
    ];
    const projects = await store.read.q.select().from(store.read.t.projects);
    let reckoned = 0;
    let ofNarrowed = 0;
    for (let round = 0; round < 12; round += 1) {
      const settings = {
        ...defaultReportSettings,
        serviceLevelFormula: random.pick(serviceLevelFormulas),
        answerSeconds: random.between(3, 60),
        repeatDays: random.between(1, 20),
        callBackMinutes: random.between(1, 120),
      };
      const whose = random.pick([
        {},
        { departmentId: random.pick(departments).id },
        { departmentId: departments.find(({ kind }) => kind === 'sales')!.id },
        { employeeId: random.pick(people).id },
      ]);
      const first = testStart - random.between(0, 32) * dayMs;
      const narrowed = random.pick([
        {},
        {},
        { line: random.pick(lines) },
        { projectId: random.pick(projects).id },
        { line: random.pick(lines), projectId: random.pick(projects).id },
      ]);
      const until = dayOf(first + random.between(0, 32) * dayMs);
      const asked = { from: dayOf(first), until, ...whose, ...narrowed };
      await store.tx((db) =>
        updateSetting(db, { key: 'reports', value: settings, updatedAt: testStart, updatedBy: null }),
      );
      const report = await readFigures(world.as(gleb), asked);
      const figures = Object.fromEntries(report.figures.map(({ key, value }) => [key, value]));
      const naive = await naiveReport(store, settings, asked, world.now());
      const said = JSON.stringify({ ...asked, ...settings });
      for (const [key, value] of Object.entries(naive.figures)) {
        const where = `${key} of ${said}`;
        if (value === null) expect(figures[key], where).toBeNull();
        else expect(figures[key], where).toBeCloseTo(value, 9);
        if (value !== null) reckoned += 1;
      }
      const context = world.as(gleb);
      const { hours } = await readHours(context, asked);
      for (const mode of ['queued', 'answered', 'lost'] as const) {
        expect(heatCells(hours, mode).cells, `${mode} of ${said}`).toEqual(naiveHeat(naive.hours, mode));
      }
      if (asked.line || asked.projectId) ofNarrowed += hours.length;
      for (const row of hours) {
        const known = naive.hours.get(`${row.day} ${row.hour}`) ?? {};
        for (const key of [
          'queued',
          'answered',
          'inTime',
          'lostLate',
          'lostShort',
          'closedHours',
          'blocked',
        ] as const)
          expect(row[key], `${key} at ${row.day} ${row.hour} of ${said}`).toBe(known[key] ?? 0);
        naive.hours.delete(`${row.day} ${row.hour}`);
      }
      expect([...naive.hours.keys()], said).toEqual([]);
      for (const { employee, department: _, ...row } of (await readPeople(context, asked)).rows) {
        expect(row, `${employee.name} of ${said}`).toEqual(naive.persons.get(employee.id));
        naive.persons.delete(employee.id);
      }
      for (const [id, row] of naive.persons) {
        expect(Math.max(...Object.values(row).map(Number)), `${id} of ${said}`).toBe(0);
      }
      const { departments: complaintsOf } = await readComplaints(context, asked);
      expect(
        Object.fromEntries(complaintsOf.map(({ department, ...tally }) => [department.id, tally])),
        said,
      ).toEqual(Object.fromEntries(await naiveComplaints(store, asked, world.now())));
      const { rows: ways } = await readWays(context, asked);
      expect(
        Object.fromEntries(
          ways.map(({ calledNumber, route, department, outcome, isTaken, calls }) => [
            [calledNumber, route, department?.id ?? null, outcome, isTaken].join(' '),
            calls,
          ]),
        ),
        said,
      ).toEqual(Object.fromEntries(naive.ways));
      const script = await readScript(context, asked);
      expect(script, said).toMatchObject(naive.script.sums);
      expect(
        Object.fromEntries(
          script.steps.map(({ step, stays, calls, brokenOff }) => [step, { stays, calls, brokenOff }]),
        ),
        said,
      ).toEqual(Object.fromEntries(naive.script.steps));
    }
    expect(reckoned).toBeGreaterThan(50);
    expect(ofNarrowed).toBeGreaterThan(10);
  });

  test('open the very rows they were counted from, page by page', async () => {
    const store = await openTestStore(dialect);
    await seedDemoCompany(store, testStart);
    const world = createTestWorld(store);
    await measureAllCallsAnew(world.as(null));
    const departments = await store.read.q.select().from(store.read.t.departments);
    const gleb = { ...testPerson('gleb'), departmentId: departments[0]!.id };
    const context = world.as(gleb);
    const month = { from: dayOf(testStart - 40 * dayMs), until: dayOf(testStart) };
    const all = async <Row>(
      read: (page: { after?: string; limit: number }) => Promise<{ rows: Row[]; next: string | null }>,
      limit = 7,
    ) => {
      let rows = 0;
      for (let after: string | undefined; ; ) {
        const page = await read({ after, limit });
        rows += page.rows.length;
        if (page.next === null) return rows;
        after = page.next;
      }
    };
    const calls = (figure: CallFigure, part: CallsPart & { employeeId?: string; line?: string } = {}) =>
      all(
        (page) => listCountedCalls(context, { ...month, ...part, figure, ...page }),
        Object.keys(part).length > 0 ? 60 : 7,
      );
    const { hours } = await readHours(context, month);
    const sum = (key: 'queued' | 'answered' | 'inTime' | 'lostLate' | 'lostShort') =>
      hours.reduce((total, hour) => total + hour[key], 0);
    for (const key of ['queued', 'answered', 'inTime', 'lostLate', 'lostShort'] as const) {
      expect(await calls(key), key).toBe(sum(key));
    }
    expect(await calls('late')).toBe(sum('answered') - sum('inTime'));
    expect(await calls('lost')).toBe(sum('queued') - sum('answered'));
    for (const serviceLevelFormula of serviceLevelFormulas) {
      const value = { ...defaultReportSettings, answerSeconds: 5, serviceLevelFormula };
      await store.tx((db) =>
        updateSetting(db, { key: 'reports', value, updatedAt: testStart, updatedBy: null }),
      );
      const level = (await readFigures(context, month)).figures.find(({ key }) => key === 'serviceLevel')!;
      expect(level.value, serviceLevelFormula).toBeLessThan(1);
      const beyond = { ...month, figure: 'beyondGoal', limit: 1000 } as const;
      const { rows } = await listCountedCalls(context, beyond);
      expect(rows.length, serviceLevelFormula).toBe(Math.round(level.of * (1 - level.value!)));
    }
    const value = defaultReportSettings;
    await store.tx((db) =>
      updateSetting(db, { key: 'reports', value, updatedAt: testStart, updatedBy: null }),
    );
    const { figures } = await readFigures(context, month);
    const of = (key: FigureKey) => figures.find((figure) => figure.key === key)!.of;
    expect(await calls('handled')).toBe(of('averageHandling'));
    const script = await readScript(context, month);
    expect(await calls('talkedByScript')).toBe(script.conversations);
    expect(await calls('brokenOff')).toBe(script.steps.reduce((total, step) => total + step.brokenOff, 0));
    const { rows: ways } = await readWays(context, month);
    expect(ways.reduce((total, way) => total + way.calls, 0)).toBe(sum('queued'));
    const missed = await readMissed(context, month);
    expect(missed.counts.missed).toBeGreaterThan(0);
    for (const figure of Object.keys(missed.counts) as (keyof typeof missed.counts)[]) {
      const rows = await all((page) => listCountedMissed(context, { ...month, figure, ...page }));
      expect(rows, figure).toBe(missed.counts[figure]);
    }
    const due = (await readReactions(context, month)).rows;
    for (const figure of ['due', 'overdue', 'inTime', 'postponed'] as const) {
      const rows = await all((page) => listCountedDue(context, { ...month, figure, ...page }));
      expect(rows, figure).toBe(due.reduce((total, row) => total + row[figure], 0));
    }
    const leads = await readLeads(context, month);
    expect(leads.medianSeconds).toBeLessThanOrEqual(leads.ninetiethSeconds!);
    for (const figure of ['routed', 'inMinute', 'late', 'escalated', 'waiting'] as const) {
      const rows = await all((page) => listCountedLeads(context, { ...month, figure, ...page }));
      expect(rows, figure).toBe(leads.rows.reduce((total, row) => total + row[figure], 0));
    }
    for (const [index, cell] of weekdaysAndHours(hours).entries()) {
      if (index % 4 > 0) continue;
      const { weekday, hour } = cell;
      for (const figure of ['queued', 'answered', 'lost'] as const) {
        expect(await calls(figure, { weekday, hour }), `${figure} ${weekday} ${hour}`).toBe(cell[figure]);
      }
    }
    const ends = new Set<string>();
    for (const way of ways) {
      const end = callEndOf(way);
      const stops = [way.calledNumber, way.route ?? 'none', way.department?.id ?? 'none', end] as const;
      if (ends.has(stops.join(' '))) continue;
      ends.add(stops.join(' '));
      const [line, route, handedOverTo] = stops;
      const same = ways.filter(
        (other) =>
          other.calledNumber === line &&
          (other.route ?? 'none') === route &&
          (other.department?.id ?? 'none') === handedOverTo &&
          callEndOf(other) === end,
      );
      expect(await calls('all', { line, route, handedOverTo, end }), stops.join(' ')).toBe(
        same.reduce((total, { calls }) => total + calls, 0),
      );
    }
    expect(ends.size).toBeGreaterThan(5);
    const people = (await readPeople(context, month)).rows;
    for (const { employee, handled, ...time } of people.slice(0, 5)) {
      expect(await calls('handled', { employeeId: employee.id }), employee.name).toBe(handled);
      const days = (await readDays(context, { ...month, employeeId: employee.id })).rows;
      for (const key of ['contactMs', 'afterCallMs', 'idleMs', 'offered', 'notAnswered'] as const)
        expect(days.reduce((total, day) => total + day[key], 0)).toBe(time[key]);
      for (const figure of ['offered', 'notAnswered'] as const) {
        const own = { ...month, employeeId: employee.id, figure, limit: 1000 };
        const { rows, offers } = await listCountedCalls(context, own);
        expect(offers, `${figure} ${employee.name}`).toEqual({ offers: time[figure], calls: rows.length });
        expect(rows.reduce((total, row) => total + row.offers!, 0)).toBe(time[figure]);
      }
    }
    for (const { step, calls: left, brokenOff } of script.steps) {
      expect(await calls('leftStep', { step }), step).toBe(left);
      expect(await calls('brokenOff', { step }), step).toBe(brokenOff);
    }
    for (const { department, employee, ...counts } of due) {
      const whose = employee ? { employeeId: employee.id } : { departmentId: department.id, nobodys: true };
      for (const figure of ['due', 'overdue', 'inTime', 'postponed'] as const) {
        const rows = await all(
          (page) => listCountedDue(context, { ...month, ...whose, figure, ...page }),
          60,
        );
        expect(rows, `${figure} ${department.name} ${employee?.name}`).toBe(counts[figure]);
      }
    }
    for (const { department, acceptedBy, ...counts } of leads.rows) {
      const whose = acceptedBy
        ? { employeeId: acceptedBy.id }
        : { departmentId: department.id, nobodys: true };
      for (const figure of ['routed', 'inMinute', 'late', 'escalated', 'waiting'] as const) {
        const rows = await all(
          (page) => listCountedLeads(context, { ...month, ...whose, figure, ...page }),
          60,
        );
        expect(rows, `${figure} ${acceptedBy?.name}`).toBe(counts[figure]);
      }
    }
    const unexplained = { ...month, figure: 'made', cause: noCause, limit: 1 } as const;
    const [dashed] = (await listCountedComplaints(context, unexplained)).rows;
    await store.tx((db) =>
      db.q.update(db.t.complaints).set({ cause: '—' }).where(eq(db.t.complaints.id, dashed!.id)),
    );
    const { departments: complaintsOf, causes } = await readComplaints(context, month);
    expect(causes.find(({ cause }) => cause === '—')?.made).toBe(1);
    expect(complaintsOf.reduce((total, { made }) => total + made, 0)).toBeGreaterThan(0);
    const complaints = (more: object) =>
      all((page) => listCountedComplaints(context, { ...month, figure: 'made', ...more, ...page }));
    for (const { department, answerMs: _, ...counts } of complaintsOf) {
      for (const [figure, count] of Object.entries(counts))
        expect(await complaints({ departmentId: department.id, figure }), figure).toBe(count);
    }
    for (const { cause, made, overdue } of causes) {
      expect(await complaints({ cause })).toBe(made);
      expect(await complaints({ cause, figure: 'overdue' })).toBe(overdue);
    }
    expect(await all((page) => listCountedAppeals(context, { ...month, figure: 'made', ...page }))).toBe(
      of('firstContact'),
    );
  });
});

/** The cells of the heat map. */
function weekdaysAndHours(hours: readonly HourRow[]) {
  const cells = new Map<
    string,
    { weekday: number; hour: number; queued: number; answered: number; lost: number }
  >();
  for (const { day, hour, queued, answered } of hours) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
    const cell = cells.get(`${weekday} ${hour}`) ?? { weekday, hour, queued: 0, answered: 0, lost: 0 };
    cell.queued += queued;
    cell.answered += answered;
    cell.lost += queued - answered;
    cells.set(`${weekday} ${hour}`, cell);
  }
  return [...cells.values()];
}

describe.each(dialects)('what a call adds to the reports on %s', (dialect) => {
  let line: TestLine;
  const today = { from: '2026-11-01', until: '2026-11-01' };

  const figureOf = async (key: FigureKey, query: object = {}) => {
    const report = await readFigures(line.world.as(line.company.as('gleb')), { ...today, ...query });
    return report.figures.find((figure) => figure.key === key)!;
  };

  test('is there seconds after its end: how long it waited, was talked and held, and who was busy meanwhile', async () => {
    line = await openLine(dialect);
    const { world, company } = line;
    await measureOlderCalls(line.system());
    const anna = world.as(company.as('anna'));
    await choosePresence(anna, { chosen: 'available', absentUntil: null });
    const { id } = await openLiveConnection(anna, { sessionId: 's' });
    const call = await line.callerCalls();
    await call.callerJoins();
    await line.pass(8);
    await call.answers('anna');
    await line.pass(30);
    await call.does('anna', holdCaller);
    await line.pass(20);
    await call.does('anna', resumeCaller);
    await line.pass(10);
    await call.callerHangsUp();
    await line.pass(20);
    await closeLiveConnection(anna, { id });
    expect(await figureOf('averageAnswer')).toMatchObject({ value: 8000, of: 1 });
    expect(await figureOf('serviceLevel')).toMatchObject({ value: 1, of: 1, target: { value: 0.8 } });
    expect(await figureOf('averageHandling', { employeeId: 'anna' })).toMatchObject({ value: 60_000, of: 1 });
    expect(await figureOf('averageHandling', { employeeId: 'boris' })).toMatchObject({ value: null, of: 0 });
    const { rows } = await readPeople(world.as(company.as('gleb')), today);
    expect(rows).toMatchObject([
      {
        employee: { id: 'anna' },
        handled: 1,
        onLineMs: 60_000,
        contactMs: 60_000,
        idleMs: 28_000,
        offered: 1,
      },
    ]);
    const { hours } = await readHours(world.as(company.as('anna')), today);
    expect(hours).toMatchObject([{ day: '2026-11-01', hour: 9, answered: 1, holdMs: 20_000 }]);
  });

  test('counts a call that we placed among those handled, and shows it among their rows', async () => {
    line = await openLine(dialect);
    await line.hasNumber();
    await measureOlderCalls(line.system());
    const placed = await line.placesCall('anna');
    await placed.joins('anna');
    await line.dispatch();
    await placed.partyAnswers();
    await line.pass(30);
    await placed.callerHangsUp();
    await line.pass(40);
    await line.available('anna');
    const answered = await line.callerCalls();
    await answered.callerJoins();
    await answered.answers('anna');
    await line.pass(10);
    await answered.callerHangsUp();
    await line.pass(40);
    for (const query of [{}, { employeeId: 'anna' }, { departmentId: 'sales' }, { line: companyNumber }]) {
      const { of } = await figureOf('averageHandling', query);
      const asked = { ...today, ...query, figure: 'handled', limit: 1 } as const;
      const gleb = line.world.as(line.company.as('gleb'));
      const first = await listCountedCalls(gleb, asked);
      const rest = first.next ? await listCountedCalls(gleb, { ...asked, after: first.next }) : { rows: [] };
      expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(
        [answered.callId, placed.callId].slice(0, of),
      );
    }
    expect(await figureOf('averageHandling', { employeeId: 'anna' })).toMatchObject({ of: 2 });
  });

  test('of one number counts the callers whom that number missed, and says what belongs to no number or project', async () => {
    line = await openLine(dialect);
    await measureOlderCalls(line.system());
    const other = '+73842000002';
    for (const [from, to] of [
      ['+79990000001', companyNumber],
      ['+79990000002', other],
      ['+79990000003', companyNumber],
      ['+79990000003', other],
    ]) {
      const lost = await line.callerCalls({ from, to });
      await lost.callerJoins();
      await line.pass(10);
      await lost.callerHangsUp();
      await line.pass(20);
    }
    const gleb = line.world.as(line.company.as('gleb'));
    const missedOf = async (query: object) => {
      const { rows } = await listCountedMissed(gleb, { ...today, ...query, figure: 'missed', limit: 9 });
      const { counts, notReckonedFor } = await readMissed(gleb, { ...today, ...query });
      const figure = await figureOf('calledBack', query);
      return [rows.length, counts.missed, figure.of, figure.notReckonedFor ?? notReckonedFor];
    };
    expect(await missedOf({})).toEqual([3, 3, 3, null]);
    expect(await missedOf({ line: companyNumber })).toEqual([2, 2, 2, null]);
    expect(await missedOf({ line: other })).toEqual([2, 2, 2, null]);
    expect(await missedOf({ line: '+73842000003' })).toEqual([0, 0, 0, null]);
    expect(await missedOf({ projectId: 'project' })).toEqual([0, 0, 0, 'project']);
    for (const [key, query, notReckonedFor] of [
      ['overdue', { line: other }, 'line'],
      ['firstContact', { line: other }, 'line'],
      ['occupancy', { projectId: 'project' }, 'project'],
      ['abandonment', { employeeId: 'anna', line: other }, 'employee'],
    ] as const)
      expect(await figureOf(key, query)).toMatchObject({ value: null, of: 0, notReckonedFor });
    const narrowed = { ...today, line: other };
    expect((await readReactions(gleb, narrowed)).rows).toEqual([]);
    expect((await listCountedDue(gleb, { ...narrowed, figure: 'due', limit: 9 })).rows).toEqual([]);
    expect((await listCountedAppeals(gleb, { ...narrowed, figure: 'made', limit: 9 })).rows).toEqual([]);
    expect((await listCountedLeads(gleb, { ...narrowed, figure: 'routed', limit: 9 })).rows).toEqual([]);
  });

  test('of one number shows of people what they did in its calls, and no time of theirs beside', async () => {
    line = await openLine(dialect);
    await measureOlderCalls(line.system());
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    await line.pass(10);
    await call.callerHangsUp();
    await line.pass(20);
    const gleb = line.world.as(line.company.as('gleb'));
    expect((await readPeople(gleb, { ...today, line: companyNumber })).rows).toMatchObject([
      { employee: { id: 'anna' }, handled: 1, onLineMs: 10_000, idleMs: null, offered: null },
    ]);
    expect((await readPeople(gleb, { ...today, line: '+73842000003' })).rows).toEqual([]);
  });

  test('grows when an unfinished conversation is finished after the call (IN-6)', async () => {
    line = await openLine(dialect);
    await measureOlderCalls(line.system());
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.askedAboutProducts' });
    await line.pass(5);
    await call.callerHangsUp();
    await line.pass(20);
    const script = () => readScript(line.world.as(line.company.as('clara')), today);
    expect(await script()).toMatchObject({ itemsDue: 2, itemsDone: 1, itemsExcused: 1 });
    expect((await script()).steps.find(({ step }) => step === 'fillingCard')).toMatchObject({
      brokenOff: 1,
      stays: 0,
    });
    await talk.say(...throughTheCard, { type: 'manager.saidGoodbye' });
    await line.pass(2);
    expect((await script()).steps.find(({ step }) => step === 'fillingCard')).toMatchObject({
      brokenOff: 1,
      stays: 1,
    });
    const { rows } = await readWays(line.world.as(line.company.as('gleb')), today);
    expect(rows).toMatchObject([{ route: 'commercial', outcome: 'answered', calls: 1 }]);
  });
});

describe.each(dialects)('whose figures a person sees on %s', (dialect) => {
  test('own ones everybody, the department’s a head, all of them management', async () => {
    const line = await openLine(dialect);
    const today = { from: '2026-11-01', until: '2026-11-01' };
    const read = (name: Parameters<typeof testPerson>[0], query: object = {}) =>
      readFigures(line.world.as(line.company.as(name)), { ...today, ...query });
    await read('anna');
    await read('anna', { employeeId: 'anna' });
    await read('clara', { departmentId: 'client', employeeId: 'anna' });
    await read('gleb', { departmentId: 'sales' });
    for (const [name, query] of [
      ['anna', { employeeId: 'boris' }],
      ['anna', { departmentId: 'sales' }],
      ['clara', { departmentId: 'sales' }],
      ['clara', { employeeId: 'pavel' }],
      ['alla', { employeeId: 'anna' }],
    ] as const)
      await expect(read(name, query)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(read('gleb', { employeeId: 'nobody' })).rejects.toMatchObject({ code: 'notFound' });
  });
});
