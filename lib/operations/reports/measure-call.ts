import { listCallClaims } from '@/db/call-claims';
import { listCallFacts } from '@/db/call-facts';
import { type MeasuredCall, updateMeasuredCall } from '@/db/call-measures';
import { type CallScriptRun, getCallScriptRun, listCallScriptEvents } from '@/db/call-scripts';
import { type CallRow, getCall } from '@/db/calls';
import { listEmployeesByIds } from '@/db/employees';
import type { Db } from '@/db/store';
import type { StepMeta } from '@/lib/domain/call-scripts/call-script';
import { callScriptOf } from '@/lib/domain/call-scripts/catalog';
import { type ScriptStay, staysOf } from '@/lib/domain/call-scripts/script-stays';
import { visitsOf } from '@/lib/domain/call-scripts/visits';
import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { callMeasureOf, measureVersion } from '@/lib/domain/reports/call-measure';
import { type ConversationMeasure, measureConversation } from '@/lib/domain/reports/conversation-measure';
import { firstStepOf } from '@/lib/operations/call-scripts/first-step';
import { eventsOf } from '@/lib/operations/calls/events-of';
import type { Tx } from '@/lib/operations/context';
import { clientTimeZone } from '@/lib/operations/departments/client-department';

/** Writes what one judged call adds to the reports, from its facts; written again, it is the same. One of ours adds people's time on the line alone. */
export async function measureCall(tx: Tx, callId: string): Promise<void> {
  const call = await getCall(tx, callId);
  if (!call || call.outcome === null) return;
  await updateMeasuredCall(tx, await measured(tx, call, call.outcome));
}

async function measured(
  db: Db,
  call: CallRow,
  outcome: NonNullable<CallRow['outcome']>,
): Promise<MeasuredCall> {
  const endedAt = call.endedAt ?? call.arrivedAt;
  const events = eventsOf(call, await listCallFacts(db, call.id));
  const claims = await listCallClaims(db, call.id);
  const isOurs = call.direction === 'outbound';
  const conversation = await conversationOf(db, call.id);
  const talk = isOurs ? null : conversation;
  const people = await listEmployeesByIds(db, [
    ...claims.map(({ employeeId }) => employeeId),
    ...(talk ? [talk.ledBy] : []),
  ]);
  const departmentOf = (employeeId: string) => people.find(({ id }) => id === employeeId)?.departmentId ?? '';
  const onLine = claims.flatMap(({ generation, employeeId, purpose, joinedAt, leftAt }) => {
    if (joinedAt === null) return [];
    const left = Math.max(joinedAt, leftAt ?? endedAt);
    const departmentId = departmentOf(employeeId);
    return [{ generation, employeeId, departmentId, purpose, joinedAt, leftAt: left }];
  });
  const { waitMs, answeredBy, talkMs, holdMs, handOver } = callMeasureOf({
    call: { arrivedAt: call.arrivedAt, answeredAt: call.answeredAt, endedAt, outcome },
    events,
    stays: onLine,
  });
  const { date: day, minuteOfDay } = wallTimeAt(call.arrivedAt, await clientTimeZone(db));
  const callId = call.id;
  const legs = onLine.map((stay) => ({ callId, day, ...stay }));
  const stays = (conversation?.stays ?? []).map((stay) => ({
    callId,
    scriptId: conversation!.run.scriptId,
    machineVersion: conversation!.run.machineVersion,
    wordingVersion: conversation!.run.wordingVersion,
    day,
    arrivedAt: call.arrivedAt,
    ...stay,
  }));
  const facts = conversation && {
    callId,
    arrivedAt: call.arrivedAt,
    refusedAnswers: conversation.measure.refusedAnswers,
    unlistedAnswers: conversation.measure.unlistedAnswers,
    longestStepSeconds: Math.max(0, ...conversation.measure.stays.map(({ seconds }) => seconds)),
  };
  if (isOurs) return { callId, call: null, legs, steps: [], stays, facts };
  return {
    callId,
    call: {
      callId,
      formulaVersion: measureVersion,
      day,
      hour: Math.floor(minuteOfDay / 60),
      arrivedAt: call.arrivedAt,
      calledNumber: call.calledNumber,
      outcome,
      waitMs,
      answeredBy,
      talkMs,
      holdMs,
      route: call.route,
      handOverDepartmentId: handOver?.departmentId ?? null,
      handOverWaitMs: handOver?.waitMs ?? null,
      handOverTakenBy: handOver?.takenBy ?? null,
      ledBy: talk?.ledBy ?? null,
      ledDepartmentId: talk ? departmentOf(talk.ledBy) : null,
      itemsDue: talk?.measure.itemsDue ?? 0,
      itemsDone: talk?.measure.itemsDone ?? 0,
      itemsExcused: talk?.measure.itemsExcused ?? 0,
      backs: talk?.measure.backs ?? 0,
      unlistedAnswers: talk?.measure.unlistedAnswers ?? 0,
      refusedAnswers: talk?.measure.refusedAnswers ?? 0,
      brokenOffAt: talk?.measure.brokenOffAt ?? null,
    },
    legs,
    steps: (talk?.measure.stays ?? []).map((stay) => ({
      callId,
      day,
      employeeId: talk!.ledBy,
      departmentId: departmentOf(talk!.ledBy),
      ...stay,
    })),
    stays,
    facts,
  };
}

/** The conversation by the call script, led by whoever finished it last; null when there was none. */
async function conversationOf(
  db: Db,
  callId: string,
): Promise<{ run: CallScriptRun; ledBy: string; measure: ConversationMeasure; stays: ScriptStay[] } | null> {
  const run = await getCallScriptRun(db, callId);
  if (!run) return null;
  const log = await listCallScriptEvents(db, callId);
  const visits = visitsOf(firstStepOf(run, log), run.startedAt, log);
  const script = callScriptOf({ id: run.scriptId, version: run.machineVersion });
  const states = (script?.machine.states ?? {}) as Record<string, { meta?: StepMeta }>;
  const mandatory = Object.keys(states).filter((step) => states[step]?.meta?.kind === 'mandatory');
  return {
    run,
    ledBy: run.employeeId,
    measure: measureConversation(visits, mandatory),
    stays: staysOf(visits, (step) => states[step]?.meta?.answers ?? []),
  };
}
