import type { CallContext } from './call-context';
import type { CallEffect } from './call-effect';
import { afterCallOf, endLease, type Guards, hasColleague, msOf, type Steps, unheld } from './call-step';
import { legLabel } from './leg';
import { claimSecondsOf, ringSecondsOf } from './times';

export const claimGuards = {
  isClaimant: ({ context, event }) => 'label' in event && event.label === context.claim?.label,
  isThisClaim: ({ context, event }) =>
    'generation' in event && event.generation === context.claim?.generation,
  hasClaimant: ({ context }) => context.claim !== null,
  // Only a telephone is hung up by being put down: a browser says so before it leaves.
  claimantEndedCall: ({ context, event }) =>
    hasLostClaimant(context) &&
    context.claim?.phoneKind !== 'browser' &&
    (context.isHandedOver || (event.type === 'employee.left' && event.endsCall)),
  claimantIsLost: ({ context }) => hasLostClaimant(context),
  claimantLeftColleague: ({ context }) => hasLostClaimant(context) && hasColleague(context),
} satisfies Guards;

export const claimSteps = {
  takeClaim: ({ context, event }) => {
    if (event.type !== 'employee.claimed') return {};
    const { employeeId, generation, phoneKind } = event;
    const label = legLabel(employeeId, generation);
    const expiresAt = event.now + msOf(claimSecondsOf(context.times, phoneKind));
    return { learnt: { claim: { employeeId, generation, label, expiresAt, phoneKind } } };
  },
  leaseClaim: ({ context }) => {
    const { generation, expiresAt } = context.claim!;
    return { effects: [{ type: 'setDeadline', kind: 'claim', generation, dueAt: expiresAt }] };
  },
  endLease: () => ({ effects: endLease }),
  joinClaimant: ({ context: { claim, conferenceSid, times, placed } }) => {
    const { employeeId, generation, label, phoneKind } = claim!;
    if ((!conferenceSid && !placed) || phoneKind === 'browser') return {};
    const timeoutSeconds = ringSecondsOf(times);
    return { effects: [{ type: 'join', employeeId, generation, label, conferenceSid, timeoutSeconds }] };
  },
  noteJoin: ({ context, event }) => {
    const { generation } = context.claim!;
    const legCallSid = event.type === 'employee.joined' ? event.legCallSid : null;
    return {
      learnt: { joinedAt: event.at, answeredAt: context.answeredAt ?? event.at },
      effects: [{ type: 'recordJoin', generation, at: event.at, legCallSid }],
    };
  },
  connect: (carried) => {
    const { claim, conferenceSid, isHeld, offered, goesOnAfter, ownerId, transferredBy } = carried.context;
    const { employeeId, generation } = claim!;
    const unhold: CallEffect[] = isHeld && conferenceSid ? [{ type: 'unhold', conferenceSid }] : [];
    const learnt = { ...unheld, isMuted: false, goesOnAfter: null, transferredBy: null };
    if (transferredBy) {
      const isBack = transferredBy.employeeId === employeeId;
      const passedOn = isBack ? [] : afterCallOf(carried, transferredBy.employeeId);
      const effects: CallEffect[] = [...unhold, { type: 'takeOver', generation }, ...passedOn];
      return { learnt: { ...learnt, isHandedOver: true }, effects };
    }
    return offered.purpose === 'handOver'
      ? {
          learnt: { ...learnt, isHandedOver: true },
          effects: [...unhold, { type: 'answerHandOver', employeeId }, ...afterCallOf(carried, ownerId)],
        }
      : {
          learnt: { ...learnt, isHandedOver: false, ownerId: employeeId },
          effects: [...unhold, { type: 'converse', employeeId, after: goesOnAfter }],
        };
  },
  releaseClaim: ({ context, event }) => {
    const { generation } = context.claim!;
    return {
      learnt: { claim: null },
      effects: [
        { type: 'recordRelease', generation, at: event.at, reason: event.type },
        { type: 'dropLeg', generation },
      ],
    };
  },
  removeClaimant: ({ context: { claim, conferenceSid } }) => ({
    effects: claim && conferenceSid ? [{ type: 'removeLeg', conferenceSid, label: claim.label }] : [],
  }),
  forgetClaim: () => ({ learnt: { claim: null, joinedAt: null } }),
  releaseManager: ({ context: { claim, conferenceSid } }) => ({
    learnt: { claim: null, joinedAt: null },
    effects: claim && conferenceSid ? [{ type: 'removeLeg', conferenceSid, label: claim.label }] : [],
  }),
  beginAfterCall: (carried) => ({
    effects: afterCallOf(carried, carried.context.claim?.employeeId ?? null),
  }),
} satisfies Steps;

/** The employee's leg is gone although nobody ended the call or handed it over. */
export const hasLostClaimant = ({ claim, goneLegs, isEnding }: CallContext) =>
  claim !== null && !isEnding && goneLegs.includes(claim.label);
