import { getCallScriptRun, insertCallScriptRun } from '@/db/call-scripts';
import { type CallRow, updateCall } from '@/db/calls';
import { getEmployee } from '@/db/employees';
import { currentScriptOf } from '@/lib/domain/call-scripts/catalog';
import type { LineEvent, ReportedEvent } from '@/lib/domain/call-scripts/events';
import { begin } from '@/lib/domain/call-scripts/run';
import { formatPhone } from '@/lib/domain/phones/format-phone';
import { tellCall } from '@/lib/operations/calls/tell-call';
import type { Context, Tx } from '@/lib/operations/context';
import { readCodeLengths } from '@/lib/operations/settings/read-code-lengths';
import { applyEvent } from './apply-event';
import { currentWording } from './current-wording';
import { lookUp } from './look-up';
import { startOfSubject } from './subjects-of-scripts';

/**
 * Whoever leads the conversation is on the line: the run begins, or goes on where it stood with whoever answered now
 * (IN-10). `after`: nothing (the call was just answered), `drop` (a line that broke off), `handOver` (a hand-over nobody
 * took). The call's row is as the telephone's own event left it, here and in what follows.
 */
export async function converse(
  tx: Tx,
  context: Context,
  call: CallRow,
  { employeeId, after }: { employeeId: string; after: 'drop' | 'handOver' | null },
): Promise<void> {
  const run = await getCallScriptRun(tx, call.id);
  if (!run) return beginRun(tx, context, call, employeeId);
  await updateCall(tx, call.id, { ownerId: employeeId, unfinishedSince: null });
  const managerName = await presentsAs(tx, employeeId);
  const type = after === 'handOver' ? 'call.returnedToManager' : 'manager.tookOver';
  const isSamePerson = after !== 'handOver' && run.employeeId === employeeId;
  if (!isSamePerson) await applyEvent(tx, context, { call, run, employeeId }, { type, managerName });
}

/** Tells the run of a call what happened on the line; a call without a run, or with a finished one, has nothing to hear. */
export async function tellRun(tx: Tx, context: Context, call: CallRow, event: LineEvent): Promise<void> {
  const run = await getCallScriptRun(tx, call.id);
  if (run?.status === 'active') await applyEvent(tx, context, { call, run, employeeId: null }, event);
}

/**
 * IN-6: the call is over, by whoever, or a colleague keeps the caller; what is not finished stands among the unfinished
 * calls with its owner.
 */
export async function hearHangUp(tx: Tx, context: Context, call: CallRow): Promise<void> {
  await tellRun(tx, context, call, { type: 'caller.hungUp' });
  const run = await getCallScriptRun(tx, call.id);
  if (run && run.status !== 'done' && call.unfinishedSince === null) {
    await updateCall(tx, call.id, { unfinishedSince: context.now() });
    await tellCall(tx, call);
  }
}

async function beginRun(tx: Tx, context: Context, call: CallRow, employeeId: string): Promise<void> {
  const now = context.now();
  const about = await startOfSubject(tx, context, call);
  const start = {
    managerName: await presentsAs(tx, employeeId),
    callerPhone:
      call.callerE164 && formatPhone({ e164: call.callerE164 }, { codeLengthOf: await readCodeLengths(tx) }),
    ...(about && { subject: about.subject }),
  };
  const script = currentScriptOf(call);
  const begun = begin(script, start);
  const wording = await currentWording(tx, context, script);
  await insertCallScriptRun(tx, {
    callId: call.id,
    scriptId: script.id,
    machineVersion: script.version,
    wordingVersion: wording.version,
    employeeId,
    snapshot: begun.snapshot,
    step: begun.step.name,
    status: 'active',
    version: 0,
    startedAt: now,
    updatedAt: now,
  });
  await updateCall(tx, call.id, { ownerId: employeeId });
  const owned = { ...call, ownerId: employeeId };
  if (call.direction === 'outbound' && call.counterpartyId) {
    await choose(tx, context, owned, {
      type: 'manager.choseCounterparty',
      counterpartyId: call.counterpartyId,
    });
  }
  if (about?.appealId) {
    await choose(tx, context, owned, { type: 'manager.choseAppeal', appealId: about.appealId });
  }
  await tellCall(tx, owned);
}

/** The card a call was placed from, and the appeal of its subject, are those it is about until others are chosen. */
async function choose(tx: Tx, context: Context, call: CallRow, chosen: ReportedEvent): Promise<void> {
  const run = await getCallScriptRun(tx, call.id);
  if (!run) return;
  const { employeeId } = run;
  const asked = { personId: employeeId, now: context.now(), run };
  const event = await lookUp(tx, asked, chosen);
  await applyEvent(tx, context, { call, run, employeeId }, event);
}

async function presentsAs(tx: Tx, employeeId: string): Promise<string> {
  return (await getEmployee(tx, employeeId))?.presentsAs ?? '';
}
