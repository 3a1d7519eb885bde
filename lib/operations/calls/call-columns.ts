import type { FoldedCall } from '@/lib/domain/calls/fold-call';

/** What the folded state says in columns that are searched and shown. */
export function columnsOf({ phase, context, snapshot }: FoldedCall) {
  const { offered, claim, consult, supervision, help } = context;
  const isHandOver = offered.purpose === 'handOver';
  return {
    phase,
    snapshot,
    conferenceSid: context.conferenceSid,
    ...(context.dialledSid && { callSid: context.dialledSid }),
    departmentId: offered.departmentId,
    overflowDepartmentId: offered.purpose === 'inbound' ? context.overflowsTo : null,
    offeredEmployeeId: offered.employeeId,
    offerRound: offered.round,
    handOverDepartmentId: isHandOver ? offered.departmentId : null,
    handOverEmployeeId: isHandOver ? offered.employeeId : null,
    claimedBy: claim?.employeeId ?? null,
    passedOnBy: context.transferredBy?.employeeId ?? null,
    consultedId: consult?.claim?.employeeId ?? null,
    supervisedBy: supervision?.employeeId ?? null,
    helpAskedAt: help?.askedAt ?? null,
    claimExpiresAt: claim?.expiresAt ?? null,
    joinedAt: context.joinedAt,
    heldSince: context.heldSince,
    answeredAt: context.answeredAt,
    endedAt: context.endedAt,
    endedBy: context.endedBy,
    ...(context.ownerId && { ownerId: context.ownerId }),
  };
}

/** The columns a new call leaves empty. */
export const emptyCall = {
  counterpartyId: null,
  scriptId: null,
  subjectId: null,
  outcome: null,
  outcomeDecidedAt: null,
  claimedAt: null,
  ownerId: null,
  route: null,
  recordsWrittenAt: null,
  unfinishedSince: null,
  finishedAt: null,
  finishedBy: null,
  discardReason: null,
  musicAskedAt: null,
  reconciledAt: null,
  quarantinedAt: null,
  quarantineReason: null,
  missedReactionId: null,
};
