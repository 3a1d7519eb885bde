import type { ScriptEffect } from '@/lib/domain/call-scripts/effects';
import { initialCities } from '@/lib/domain/cities/initial-cities';
import { minuteMs, secondMs } from '@/lib/domain/duration';
import { areaCodeLengths } from '@/lib/domain/phones/area-code-lengths';
import { formatPhone } from '@/lib/domain/phones/format-phone';
import { employeeOf } from './appeals';
import type { PlannedCall } from './call-kinds';
import type { DemoCaller } from './call-log';
import type { Chronicle } from './chronicle';
import type { DemoEmployee } from './company';
import { tellConsequences } from './consequences';
import { converse } from './converse';
import { isAnswered, linesOf } from './lines-of-kind';
import { acceptLead, type WrittenRecords, writePlan } from './records';
import { inventDiscardReason } from './subjects-of-calls';
import { ToldCall } from './told-call';
import { ToldConversation } from './told-conversation';
import { tellUnanswered } from './unanswered';

const codeLengthOf = areaCodeLengths(initialCities);

export type PastCall = { call: ToldCall; conversation: ToldConversation | null };

/** Tells one past call with everything that came of it. */
export function tellCall(chronicle: Chronicle, planned: PlannedCall): PastCall {
  const caller = callerOf(chronicle, planned);
  const call = new ToldCall(chronicle, caller, planned.arrivedAt);
  if (!isAnswered(planned.kind)) {
    tellUnanswered(chronicle, call, caller, planned.kind === 'missed');
    return { call, conversation: null };
  }
  const { random } = chronicle;
  const manager = employeeOf(chronicle, 'client');
  const joinedAt = call.take(manager, planned.arrivedAt + random.between(4, 16) * secondMs);
  const callerPhone = caller.e164 && formatPhone({ e164: caller.e164 }, { codeLengthOf });
  const conversation = new ToldConversation(call.id, manager, callerPhone, joinedAt);
  const goodbyeAt = converse(
    chronicle,
    conversation,
    linesOf(chronicle, planned, callerPhone !== null),
    joinedAt,
  );
  finish(chronicle, { planned, call, conversation, manager, goodbyeAt });
  return { call, conversation };
}

type Talk = {
  planned: PlannedCall;
  call: ToldCall;
  conversation: ToldConversation;
  manager: DemoEmployee;
  goodbyeAt: number;
};

function finish(chronicle: Chronicle, talk: Talk): void {
  const { planned, call, conversation, manager, goodbyeAt } = talk;
  if (
    planned.kind === 'hungUpUnfinished' ||
    planned.kind === 'discarded' ||
    planned.kind === 'hungUpFinished'
  ) {
    hangUp(chronicle, talk);
    if (planned.kind !== 'hungUpFinished') return;
  }
  const finishedAt = planned.kind === 'hungUpFinished' ? goodbyeAt + 3 * minuteMs : goodbyeAt;
  const effects = conversation.hear({ type: 'manager.saidGoodbye' }, finishedAt);
  const records = writeRecords(chronicle, talk, effects, finishedAt);
  const handOver = effects.find((effect) => effect.type === 'handOver');
  let takenBy: DemoEmployee | null = null;
  if (handOver) takenBy = tellHandOver(chronicle, talk, handOver.to, records);
  else if (planned.kind !== 'hungUpFinished') call.end('employee', goodbyeAt + 2 * secondMs);
  call.learnt.finishedAt ??= finishedAt;
  call.learnt.finishedBy = manager.id;
  if (records) tellConsequences(chronicle, records, takenBy, call.endedAt);
}

function writeRecords(
  chronicle: Chronicle,
  { planned, call, manager }: Talk,
  effects: ScriptEffect[],
  at: number,
): WrittenRecords | null {
  const settled = effects.find((effect) => effect.type === 'settleRoute');
  if (!settled) throw new Error(`a call of kind ${planned.kind} came to no route`);
  call.learnt.route = settled.route;
  const written = effects.find((effect) => effect.type === 'writeRecords');
  if (!written) return null;
  call.learnt.recordsWrittenAt = at;
  call.learnt.counterpartyId = planned.counterparty.id;
  const { counterparty } = planned;
  return writePlan(chronicle, {
    ...written,
    callId: call.id,
    counterparty,
    by: manager,
    calledAt: planned.arrivedAt,
    at,
  });
}

/** The department or the person takes the call; or nobody does and it comes back (IN-10). */
function tellHandOver(
  chronicle: Chronicle,
  { planned, call, conversation, manager, goodbyeAt }: Talk,
  to: Extract<ScriptEffect, { type: 'handOver' }>['to'],
  records: WrittenRecords | null,
): DemoEmployee | null {
  const { random, company } = chronicle;
  const employeeId = to.kind === 'employee' ? to.employeeId : null;
  const departmentId = company.departments[to.departmentKind].id;
  call.handOver({ departmentId, employeeId }, goodbyeAt);
  if (planned.kind === 'commercialReturned') {
    const returnedAt = call.returnToManager(goodbyeAt);
    conversation.hear({ type: 'handOver.failed', reason: 'nobodyAnswered' }, returnedAt, null);
    const backAt = call.take(manager, returnedAt + 5 * secondMs);
    conversation.hear({ type: 'call.returnedToManager', managerName: manager.presentsAs }, backAt, null);
    conversation.hear({ type: 'manager.promisedCallBack' }, backAt + 12 * secondMs);
    conversation.hear({ type: 'manager.saidGoodbye' }, backAt + 18 * secondMs);
    call.end('employee', backAt + 20 * secondMs);
    call.learnt.finishedAt = backAt + 18 * secondMs;
    return null;
  }
  const taker =
    company.employees.find(({ id }) => id === employeeId) ?? employeeOf(chronicle, to.departmentKind);
  const takenAt = call.take(taker, goodbyeAt + random.between(5, 19) * secondMs);
  conversation.hear({ type: 'handOver.answered' }, takenAt, null);
  if (records) acceptLead(chronicle, records, taker, takenAt);
  call.end(random.chance(0.7) ? 'caller' : 'employee', takenAt + random.between(40, 420) * secondMs);
  return taker;
}

/** IN-6: the caller is gone in mid-step; the call waits for its owner, or is discarded with a reason. */
function hangUp(chronicle: Chronicle, { planned, call, conversation, manager, goodbyeAt }: Talk): void {
  call.end('caller', goodbyeAt);
  conversation.hear({ type: 'caller.hungUp' }, goodbyeAt + secondMs, null);
  call.learnt.unfinishedSince = goodbyeAt + secondMs;
  if (planned.kind !== 'discarded') return;
  const reason = inventDiscardReason(chronicle.random);
  const at = goodbyeAt + 2 * minuteMs;
  conversation.hear({ type: 'manager.discarded', reason }, at);
  Object.assign(call.learnt, { finishedAt: at, finishedBy: manager.id, discardReason: reason });
}

function callerOf({ random }: Chronicle, { kind, counterparty }: PlannedCall): DemoCaller {
  const e164 = counterparty.phones[0]!.e164!;
  const isWithheld = random.chance(kind === 'noBusiness' ? 0.4 : 0.04);
  if (isWithheld) return { text: 'anonymous', kind: 'withheld', e164: null };
  return { text: e164, kind: 'number', e164 };
}
