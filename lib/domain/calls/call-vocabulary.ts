import { enqueueActions, setup } from 'xstate';
import type { CallContext, CallInput, Offered } from './call-context';
import type { CallEffect } from './call-effect';
import type { CallEvent } from './call-event';
import { legLabel } from './leg';
import { browserClaimSeconds, ringSecondsOf } from './times';

type EffectAction = { type: 'effect'; params: CallEffect };
type Carried = { context: CallContext; event: CallEvent };
/** What one action of the chart does: what is learnt, and what follows from it. */
type Step = { learnt?: Partial<CallContext>; effects?: CallEffect[] };

const does = (step: (carried: Carried) => Step) =>
  enqueueActions<CallContext, CallEvent, undefined, CallEvent, never, EffectAction, never, never, never>(
    ({ context, event, enqueue }) => {
      const { learnt, effects = [] } = step({ context, event });
      if (learnt) enqueue.assign(learnt);
      for (const params of effects) enqueue({ type: 'effect', params });
    },
  );

/**
 * The words the call machine is written in. Effects come out of the pure transition as actions named `effect`; the
 * operation carries them out in its transaction. No action waits for a clock: every event brings the time.
 */
export const callVocabulary = setup({
  types: { context: {} as CallContext, events: {} as CallEvent, input: {} as CallInput },
  guards: {
    isBlocked: ({ context }) => context.admission === 'blocked',
    isOutsideHours: ({ context }) => context.admission === 'closedHours',
    isNewConference: ({ context, event }) =>
      'conferenceSid' in event && context.conferenceSid !== event.conferenceSid,
    isFirstConference: ({ context, event }) => 'conferenceSid' in event && context.conferenceSid === null,
    isClaimant: ({ context, event }) => 'label' in event && event.label === context.claim?.label,
    isThisClaim: ({ context, event }) =>
      'generation' in event && event.generation === context.claim?.generation,
    isHandOverClaim: ({ context, event }) =>
      context.offered.purpose === 'handOver' &&
      (('generation' in event && event.generation === context.claim?.generation) ||
        ('label' in event && event.label === context.claim?.label)),
    isPresentLeg: ({ context, event }) => 'label' in event && !context.goneLegs.includes(event.label),
    isStrayLeg: ({ context, event }) =>
      'label' in event && event.label !== context.claim?.label && !context.goneLegs.includes(event.label),
    isNewerHold: ({ context, event }) =>
      'sequence' in event && event.sequence > (context.heardHold?.sequence ?? -1),
    isThisRound: ({ context, event }) => 'round' in event && event.round === context.offered.round,
    isOfferedToOne: ({ context, event }) =>
      'round' in event && event.round === context.offered.round && context.offered.purpose === 'resume',
    canReturnToManager: ({ context, event }) =>
      'round' in event &&
      event.round === context.offered.round &&
      event.managerIsFree &&
      context.ownerId !== null,
    hasWaitedLongEnough: ({ context, event }) =>
      context.offered.purpose === 'inbound' && nowOf({ context, event }) >= context.waitingUntil,
    claimantEndedCall: ({ context, event }) =>
      hasLostClaimant(context) &&
      (context.isHandedOver || (event.type === 'employee.left' && event.endsCall)),
    claimantIsLost: ({ context }) => hasLostClaimant(context),
  },
  actions: {
    effect: (_, _effect: CallEffect) => {},

    noteConference: does(({ event }) => ({
      learnt: 'conferenceSid' in event ? { conferenceSid: event.conferenceSid } : {},
    })),
    noteHold: does(({ event }) => ({
      learnt:
        'sequence' in event
          ? { heardHold: { sequence: event.sequence, isHeld: event.type === 'caller.held' } }
          : {},
    })),
    noteLeave: does(({ context, event }) => {
      if (!('label' in event)) return {};
      return {
        learnt: { goneLegs: [...context.goneLegs, event.label] },
        effects: [{ type: 'recordLeave', label: event.label, at: event.at }],
      };
    }),
    removeLeg: does(({ context: { conferenceSid }, event }) => {
      if (!('label' in event) || !conferenceSid) return {};
      return { effects: [{ type: 'removeLeg', conferenceSid, label: event.label }] };
    }),

    offerDepartment: does((carried) => offer(carried, 'inbound', carried.context.clientDepartmentId, null)),
    offerManager: does((carried) =>
      offer(carried, 'resume', carried.context.clientDepartmentId, carried.context.ownerId),
    ),
    offerSamePerson: does((carried) => {
      const { claim, clientDepartmentId } = carried.context;
      return offer(carried, 'resume', clientDepartmentId, claim!.employeeId);
    }),
    offerTarget: does((carried) => {
      const { event } = carried;
      if (event.type !== 'employee.handedOver') return {};
      return offer(carried, 'handOver', event.departmentId, event.employeeId);
    }),
    offerAnew: does((carried) => {
      const { purpose, departmentId, employeeId } = carried.context.offered;
      return offer(carried, purpose, departmentId, employeeId);
    }),
    endRound: does(() => ({ effects: [{ type: 'endOffers', outcome: 'lapsed' }] })),
    stopOffering: does(() => ({
      effects: [
        { type: 'endOffers', outcome: 'withdrawn' },
        { type: 'withdrawDeadlines', kinds: ['offer', 'resume', 'handOver', 'waiting'] },
      ],
    })),
    startWaiting: does((carried) =>
      waitUntil(carried, nowOf(carried) + msOf(carried.context.times.waitingSeconds)),
    ),
    waitOneMoreRound: does((carried) => {
      const { waitingUntil, times } = carried.context;
      return waitUntil(carried, Math.max(waitingUntil, nowOf(carried) + msOf(times.offerSeconds)));
    }),

    takeClaim: does(({ context, event }) => {
      if (event.type !== 'employee.claimed') return {};
      const { employeeId, generation, phoneKind } = event;
      const label = legLabel(employeeId, generation);
      const seconds = phoneKind === 'browser' ? browserClaimSeconds : context.times.claimSeconds;
      const expiresAt = event.now + msOf(seconds);
      return { learnt: { claim: { employeeId, generation, label, expiresAt, phoneKind } } };
    }),
    leaseClaim: does(({ context }) => {
      const { generation, expiresAt } = context.claim!;
      return { effects: [{ type: 'setDeadline', kind: 'claim', generation, dueAt: expiresAt }] };
    }),
    endLease: does(() => ({ effects: [{ type: 'withdrawDeadlines', kinds: ['claim'] }] })),
    joinClaimant: does(({ context: { claim, conferenceSid, times } }) => {
      const { employeeId, generation, label, phoneKind } = claim!;
      if (!conferenceSid || phoneKind === 'browser') return {};
      const timeoutSeconds = ringSecondsOf(times);
      return { effects: [{ type: 'join', employeeId, generation, label, conferenceSid, timeoutSeconds }] };
    }),
    releaseClaim: does(({ context, event }) => {
      const { generation, label } = context.claim!;
      return {
        learnt: { claim: null },
        effects: [
          { type: 'recordRelease', generation, at: event.at, reason: event.type },
          { type: 'dropLeg', generation, label },
        ],
      };
    }),

    noteJoin: does(({ context, event }) => {
      const { generation } = context.claim!;
      const legCallSid = event.type === 'employee.joined' ? event.legCallSid : null;
      return {
        learnt: { joinedAt: event.at, answeredAt: context.answeredAt ?? event.at },
        effects: [{ type: 'recordJoin', generation, at: event.at, legCallSid }],
      };
    }),
    connect: does((carried) => {
      const { claim, conferenceSid, isHeld, offered, goesOnAfter, ownerId } = carried.context;
      const { employeeId } = claim!;
      const unhold: CallEffect[] = isHeld && conferenceSid ? [{ type: 'unhold', conferenceSid }] : [];
      const learnt = { isHeld: false, goesOnAfter: null };
      return offered.purpose === 'handOver'
        ? {
            learnt: { ...learnt, isHandedOver: true },
            effects: [...unhold, { type: 'answerHandOver', employeeId }, ...afterCallOf(carried, ownerId)],
          }
        : {
            learnt: { ...learnt, isHandedOver: false, ownerId: employeeId },
            effects: [...unhold, { type: 'converse', employeeId, after: goesOnAfter }],
          };
    }),
    holdCaller: does(({ context: { conferenceSid } }) => ({
      learnt: { isHeld: true },
      effects: conferenceSid ? [{ type: 'hold', conferenceSid }] : [],
    })),
    noteDrop: does(() => ({ learnt: { goesOnAfter: 'drop' } })),
    finishCall: does((carried) => ({
      effects: afterCallOf(carried, carried.context.claim?.employeeId ?? null),
    })),
    forgetClaim: does(() => ({ learnt: { claim: null, joinedAt: null } })),
    releaseManager: does(({ context: { claim, conferenceSid } }) => ({
      learnt: { claim: null, joinedAt: null },
      effects: claim && conferenceSid ? [{ type: 'removeLeg', conferenceSid, label: claim.label }] : [],
    })),
    failHandOver: does(({ event }) => ({
      learnt: { goesOnAfter: 'handOver' },
      effects: [{ type: 'failHandOver', reason: event.type === 'offer.declined' ? 'declined' : 'notTaken' }],
    })),

    endCall: does(() => ({ learnt: { isEnding: true }, effects: [{ type: 'endCall' }] })),
    noteNotEnded: does(() => ({ learnt: { isEnding: false } })),
    apologise: does(({ event }) => ({
      learnt: { endedAt: event.now, endedBy: 'system' },
      effects: [{ type: 'apologise' }],
    })),
    turnAway: does(({ context }) => ({ learnt: { endedAt: context.arrivedAt, endedBy: 'system' } })),
    noteEnd: does(({ context, event }) => ({
      learnt: { endedAt: event.at, endedBy: context.isEnding ? 'employee' : 'caller' },
    })),
    close: does((carried) => {
      const { claim, joinedAt, ownerId } = carried.context;
      const close: CallEffect = { type: 'close', now: nowOf(carried), hadConversation: ownerId !== null };
      if (!claim) return { effects: [close] };
      if (joinedAt !== null) return { effects: [...afterCallOf(carried, claim.employeeId), close] };
      const { generation, label } = claim;
      return { effects: [{ type: 'dropLeg', generation, label }, close] };
    }),
  },
});

function offer(
  carried: Carried,
  purpose: Offered['purpose'],
  departmentId: string,
  employeeId: string | null,
): Step {
  const { offered, times, goesOnAfter } = carried.context;
  const seconds = {
    inbound: times.offerSeconds,
    handOver: times.handOverSeconds,
    resume: goesOnAfter === 'handOver' ? times.returnSeconds : times.resumeSeconds,
  }[purpose];
  const endsAt = nowOf(carried) + msOf(seconds);
  const next: Offered = { round: offered.round + 1, purpose, departmentId, employeeId, endsAt };
  const kind = purpose === 'inbound' ? 'offer' : purpose;
  return {
    learnt: { offered: next },
    effects: [
      { type: 'offer', ...next },
      { type: 'setDeadline', kind, generation: next.round, dueAt: endsAt },
    ],
  };
}

function waitUntil({ context }: Carried, waitingUntil: number): Step {
  const generation = context.offered.round;
  return {
    learnt: { waitingUntil },
    effects: [{ type: 'setDeadline', kind: 'waiting', generation, dueAt: waitingUntil }],
  };
}

function afterCallOf(carried: Carried, employeeId: string | null): CallEffect[] {
  const { afterCallSeconds = 0 } = carried.context.times;
  if (employeeId === null || afterCallSeconds === 0) return [];
  return [{ type: 'beginAfterCall', employeeId, until: nowOf(carried) + msOf(afterCallSeconds) }];
}

const msOf = (seconds: number) => seconds * 1000;

const nowOf = ({ context, event }: Carried) => ('now' in event ? event.now : context.arrivedAt);

/** The employee's leg is gone although nobody ended the call or handed it over. */
const hasLostClaimant = ({ claim, goneLegs, isEnding }: CallContext) =>
  claim !== null && !isEnding && goneLegs.includes(claim.label);
