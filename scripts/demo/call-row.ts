import type { Db } from '@/db/store';
import { verdictAfterMs } from '@/lib/domain/calls/call';
import { callMachineVersion } from '@/lib/domain/calls/call.machine';
import { judgeCall } from '@/lib/domain/calls/verdict';
import { columnsOf } from '@/lib/operations/calls/call-columns';
import type { CallLog } from './call-log';

type CallRow = Db['t']['calls']['$inferSelect'];

/** The row of an ended call, judged from its facts; `learnt` is what the conversation adds. */
export function callRow(log: CallLog, learnt: Partial<CallRow>): CallRow {
  if (log.folded.phase !== 'ended') throw new Error(`a past call that is ${log.folded.phase}`);
  const columns = columnsOf(log.folded);
  const verdict = judgeCall(
    log.facts.map(({ event, occurredAt }) => ({ ...(event as { type: string }), at: occurredAt })),
  );
  return {
    id: log.id,
    direction: 'inbound',
    callSid: log.callSid,
    callerText: log.caller.text,
    callerKind: log.caller.kind,
    callerE164: log.caller.e164,
    calledNumber: log.chronicle.company.number,
    machineVersion: callMachineVersion,
    version: log.facts.length,
    counterpartyId: null,
    scriptId: null,
    subjectId: null,
    arrivedAt: log.arrivedAt,
    ownerId: null,
    stateSince: null,
    ...columns,
    answeredAt: verdict.answeredAt,
    endedAt: verdict.endedAt,
    outcome: verdict.outcome,
    outcomeDecidedAt: columns.endedAt! + verdictAfterMs,
    claimGeneration: log.claims.length,
    claimedAt: log.claims.at(-1)?.claimedAt ?? null,
    route: null,
    recordsWrittenAt: null,
    unfinishedSince: null,
    finishedAt: null,
    finishedBy: null,
    discardReason: null,
    lastEventAt: log.lastAt,
    musicAskedAt: null,
    reconciledAt: null,
    quarantinedAt: null,
    quarantineReason: null,
    missedReactionId: null,
    ...learnt,
  };
}
