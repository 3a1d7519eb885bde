import { enqueueActions, setup } from 'xstate';
import type { PhoneKind } from '@/lib/domain/employees/work-phone';
import type { CallContext, CallInput, Consult, ConsultFailure, DialFailure, Offered } from './call-context';
import type { CallEffect } from './call-effect';
import type { CallEvent } from './call-event';
import { callerLabel, legLabel, outsideLabel } from './leg';
import {
  askForHelp,
  beginSupervision,
  changeSupervisionMode,
  endHelp,
  endSupervision,
  hasSupervisor,
  noteSupervisorJoin,
  prepareTakeOver,
  takeCallOver,
  takeModeBack,
} from './supervision-steps';
import { browserClaimSeconds, type CallTimes, dialSeconds, ringSecondsOf } from './times';

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
    isPlaced: ({ context }) => context.placed !== null,
    isUndialled: ({ context }) => context.placed !== null && context.dialledSid === null,
    isCallingOff: ({ event }) => event.type === 'dial.lapsed' && event.generation === callingOffGeneration,
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
      'label' in event &&
      event.label !== context.claim?.label &&
      event.label !== context.consult?.claim?.label &&
      event.label !== context.outside?.label &&
      event.label !== context.supervision?.label &&
      !context.goneLegs.includes(event.label),
    isNewerHold: ({ context, event }) =>
      'sequence' in event && event.sequence > (context.heardHold?.sequence ?? -1),
    isThisRound: ({ context, event }) => 'round' in event && event.round === context.offered.round,
    isOfferedToOne: ({ context, event }) =>
      'round' in event && event.round === context.offered.round && context.offered.purpose === 'resume',
    isHandedOver: ({ context }) => context.isHandedOver && !context.isEnding,
    canReturnToManager: ({ context, event }) =>
      'managerIsFree' in event &&
      event.round === context.offered.round &&
      event.managerIsFree &&
      context.ownerId !== null,
    hasWaitedLongEnough: ({ context, event }) =>
      context.offered.purpose === 'inbound' && nowOf({ context, event }) >= context.waitingUntil,
    // Only a telephone is hung up by being put down: a browser says so before it leaves.
    claimantEndedCall: ({ context, event }) =>
      hasLostClaimant(context) &&
      context.claim?.phoneKind !== 'browser' &&
      (context.isHandedOver || (event.type === 'employee.left' && event.endsCall)),
    claimantIsLost: ({ context }) => hasLostClaimant(context),
    claimantLeftColleague: ({ context }) => hasLostClaimant(context) && hasColleague(context),

    isOutsideParty: ({ context, event }) => 'label' in event && event.label === context.outside?.label,
    mayHold: ({ context }) =>
      context.claim !== null && !context.isHeld && !context.consult && context.conferenceSid !== null,
    mayResume: ({ context }) => context.isHeld && !context.consult,
    isAudible: ({ context: { claim, isMuted, conferenceSid } }) =>
      claim !== null && claim.phoneKind !== 'browser' && !isMuted && conferenceSid !== null,
    isMuted: ({ context }) => context.isMuted,
    isRecordingStarting: ({ context }) => context.recording?.phase === 'starting',
    hasRecording: ({ context }) => context.recording !== null,
    mayPauseRecording: ({ context }) => context.recording?.phase === 'on',
    isRecordingPaused: ({ context }) => context.recording?.phase === 'paused',
    mayConsult: ({ context }) =>
      context.claim !== null && !context.consult && !context.isEnding && context.conferenceSid !== null,
    isConsulting: ({ context }) => context.consult !== null,
    isConsultOffered: ({ context }) => context.consult !== null && context.consult.claim === null,
    isConsultRound: ({ context, event }) =>
      'round' in event && event.round === context.consult?.round && context.consult.claim === null,
    isConsultClaim: ({ context, event }) =>
      'generation' in event &&
      event.generation === context.consult?.claim?.generation &&
      context.consult.joinedAt === null,
    isColleague: ({ context, event }) =>
      'label' in event &&
      event.label === context.consult?.claim?.label &&
      !context.goneLegs.includes(event.label),
    isAwaitedColleague: ({ context, event }) =>
      'label' in event &&
      event.label === context.consult?.claim?.label &&
      context.consult.joinedAt === null &&
      !context.goneLegs.includes(event.label),
    hasColleague: ({ context }) => hasColleague(context),
    mayTurn: ({ context, event }) =>
      hasColleague(context) && event.type === 'consult.turned' && event.talksTo !== context.consult?.talksTo,

    mayAskForHelp: ({ context }) => context.claim !== null && !context.isEnding && !hasSupervisor(context),
    hasAskedForHelp: ({ context }) => context.help !== null,
    maySupervise: ({ context: { claim, supervision, isEnding, conferenceSid } }) =>
      claim !== null && supervision === null && !isEnding && conferenceSid !== null,
    isSupervised: ({ context }) => context.supervision !== null,
    isSupervisor: ({ context, event }) =>
      'label' in event &&
      event.label === context.supervision?.label &&
      !context.goneLegs.includes(event.label),
    isAwaitedSupervisor: ({ context, event }) =>
      'label' in event &&
      event.label === context.supervision?.label &&
      context.supervision.joinedAt === null &&
      !context.goneLegs.includes(event.label),
    isAwaitedSupervision: ({ context: { supervision }, event }) =>
      'generation' in event && event.generation === supervision?.generation && supervision.joinedAt === null,
    mayChangeMode: ({ context, event }) =>
      hasSupervisor(context) &&
      !context.supervision!.takesOver &&
      event.type === 'supervisor.changedMode' &&
      event.mode !== context.supervision!.mode,
    mayTakeOver: ({ context }) => hasSupervisor(context) && context.claim !== null && !context.isEnding,
    isHeardTakingOver: ({ context: { supervision, claim }, event }) =>
      event.type === 'supervision.changed' &&
      event.label === supervision?.label &&
      event.mode === 'barge' &&
      supervision.takesOver &&
      claim !== null,
    isNotHeard: ({ context: { supervision }, event }) =>
      event.type === 'supervision.notChanged' &&
      event.label === supervision?.label &&
      event.mode === supervision.mode,
    claimantIsRelieved: ({ context }) =>
      hasLostClaimant(context) && hasSupervisor(context) && context.supervision!.takesOver,
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
    offerManager: does((carried) => {
      const { transferredBy, clientDepartmentId, ownerId } = carried.context;
      return transferredBy
        ? offer(carried, 'resume', transferredBy.departmentId, transferredBy.employeeId)
        : offer(carried, 'resume', clientDepartmentId, ownerId);
    }),
    offerSamePerson: does((carried) => {
      const { claim, clientDepartmentId, transferredBy } = carried.context;
      return offer(carried, 'resume', transferredBy?.departmentId ?? clientDepartmentId, claim!.employeeId);
    }),
    offerTarget: does((carried) => {
      const { event } = carried;
      if (event.type !== 'employee.handedOver' && event.type !== 'employee.transferred') return {};
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
      const expiresAt = event.now + msOf(claimSecondsOf(context.times, phoneKind));
      return { learnt: { claim: { employeeId, generation, label, expiresAt, phoneKind } } };
    }),
    leaseClaim: does(({ context }) => {
      const { generation, expiresAt } = context.claim!;
      return { effects: [{ type: 'setDeadline', kind: 'claim', generation, dueAt: expiresAt }] };
    }),
    endLease: does(() => ({ effects: endLease })),
    joinClaimant: does(({ context: { claim, conferenceSid, times, placed } }) => {
      const { employeeId, generation, label, phoneKind } = claim!;
      if ((!conferenceSid && !placed) || phoneKind === 'browser') return {};
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

    takeOwnClaim: does(({ context: { placed, times, arrivedAt } }) => {
      const { employeeId, phoneKind } = placed!;
      const generation = ownGeneration;
      const label = legLabel(employeeId, generation);
      const expiresAt = arrivedAt + msOf(claimSecondsOf(times, phoneKind));
      return { learnt: { claim: { employeeId, generation, label, expiresAt, phoneKind } } };
    }),
    noteOwnJoin: does(({ context, event }) => {
      if (event.type !== 'employee.joined') return {};
      const { generation } = context.claim!;
      const { at, legCallSid } = event;
      return { effects: [{ type: 'recordJoin', generation, at, legCallSid }] };
    }),
    dialCaller: does((carried) => {
      const { placed, claim, conferenceSid } = carried.context;
      const dueAt = nowOf(carried) + msOf(dialSeconds) + heardWithinMs;
      return {
        learnt: { claim: { ...claim!, expiresAt: dueAt } },
        effects: [
          { type: 'setDeadline', kind: 'dial', generation: ownGeneration, dueAt },
          {
            type: 'dial',
            conferenceSid: conferenceSid!,
            label: callerLabel,
            number: placed!.number,
            timeoutSeconds: dialSeconds,
          },
        ],
      };
    }),
    endDialling: does(() => ({ effects: [{ type: 'withdrawDeadlines', kinds: ['dial'] }] })),
    noteDialled: does(({ context, event }) =>
      'callSid' in event ? { learnt: { dialledSid: event.callSid ?? context.dialledSid } } : {},
    ),
    noteAnswer: does(({ event }) => ({ learnt: { joinedAt: event.at, answeredAt: event.at } })),
    giveUp: does((carried) => {
      const { event, context } = carried;
      const dialFailed = dialFailureOf(event);
      const isOurs = dialFailed === 'calledOff' || dialFailed === 'notReached';
      return {
        learnt: {
          dialFailed,
          endedAt: context.endedAt ?? nowOf(carried),
          endedBy: isOurs ? 'employee' : 'system',
        },
      };
    }),
    callOff: does((carried) => ({
      effects: [
        {
          type: 'setDeadline',
          kind: 'dial',
          generation: callingOffGeneration,
          dueAt: nowOf(carried) + heardWithinMs,
        },
        { type: 'callOff' },
      ],
    })),
    excuse: does(() => ({ effects: [{ type: 'excuse' }] })),

    noteJoin: does(({ context, event }) => {
      const { generation } = context.claim!;
      const legCallSid = event.type === 'employee.joined' ? event.legCallSid : null;
      return {
        learnt: { joinedAt: event.at, answeredAt: context.answeredAt ?? event.at },
        effects: [{ type: 'recordJoin', generation, at: event.at, legCallSid }],
      };
    }),
    connect: does((carried) => {
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
    }),
    holdCaller: does((carried) => {
      const { conferenceSid, heldSince } = carried.context;
      return {
        learnt: { isHeld: true, heldSince: heldSince ?? nowOf(carried), consultFailed: null },
        effects: conferenceSid ? [{ type: 'hold', conferenceSid }] : [],
      };
    }),
    resumeCaller: does(({ context: { conferenceSid, isHeld } }) => ({
      learnt: { ...unheld, consultFailed: null },
      effects: conferenceSid && isHeld ? [{ type: 'unhold', conferenceSid }] : [],
    })),
    mute: does(({ context: { claim, conferenceSid } }) => ({
      learnt: { isMuted: true },
      effects: [{ type: 'mute', conferenceSid: conferenceSid!, label: claim!.label }],
    })),
    unmute: does(({ context: { claim, conferenceSid } }) => ({
      learnt: { isMuted: false },
      effects: [{ type: 'unmute', conferenceSid: conferenceSid!, label: claim!.label }],
    })),
    takeOrderBack: does((carried) => {
      const { event, context } = carried;
      if (event.type !== 'call.notChanged') return {};
      switch (event.order) {
        case 'hold':
          return { learnt: unheld };
        case 'unhold':
          return { learnt: { isHeld: true, heldSince: context.heldSince ?? nowOf(carried) } };
        default:
          return { learnt: { isMuted: event.order === 'unmute' } };
      }
    }),

    startRecording: does((carried) => {
      const { isRecorded, recording, placed, conferenceSid } = carried.context;
      const isNeeded = isRecorded && (recording === null || recording.phase === 'failed');
      if (!isNeeded) return {};
      const announce: CallEffect[] = placed && conferenceSid ? [{ type: 'announce', conferenceSid }] : [];
      return {
        learnt: { recording: { phase: 'starting', since: nowOf(carried) } },
        effects: [...announce, { type: 'startRecording' }],
      };
    }),
    noteRecordingStart: does((carried) => ({
      learnt: { recording: { phase: 'on', since: nowOf(carried) } },
    })),
    pauseRecording: does((carried) => ({
      learnt: { recording: { phase: 'paused', since: nowOf(carried) } },
      effects: [{ type: 'pauseRecording' }],
    })),
    resumeRecording: does(goOnRecording),
    endRecordingPause: does((carried) => {
      const isPaused = carried.context.recording?.phase === 'paused';
      return isPaused && !endsCall.has(carried.event.type) ? goOnRecording(carried) : {};
    }),
    takeRecordingOrderBack: does((carried) => {
      const { event } = carried;
      if (event.type !== 'recording.notChanged') return {};
      const phase = ({ startRecording: 'failed', pauseRecording: 'on', resumeRecording: 'paused' } as const)[
        event.order
      ];
      return { learnt: { recording: { phase, since: nowOf(carried) } } };
    }),

    offerConsult: does((carried) => {
      const { context, event } = carried;
      if (event.type !== 'consult.asked') return {};
      const { departmentId, employeeId } = event;
      const round = context.offered.round + 1;
      const endsAt = nowOf(carried) + msOf(context.times.handOverSeconds);
      const rung = { round, departmentId, employeeId, endsAt };
      return {
        learnt: {
          offered: { ...context.offered, round },
          consult: { ...rung, number: null, claim: null, joinedAt: null, talksTo: 'colleague' },
        },
        effects: [
          { type: 'offer', ...rung, purpose: 'consult' },
          { type: 'setDeadline', kind: 'consult', generation: round, dueAt: endsAt },
        ],
      };
    }),
    takeConsultClaim: does(({ context, event }) => {
      if (event.type !== 'consult.claimed') return {};
      const { employeeId, generation, phoneKind } = event;
      const { times } = context;
      const label = legLabel(employeeId, generation);
      const expiresAt = event.now + msOf(claimSecondsOf(times, phoneKind));
      const timeoutSeconds = ringSecondsOf(times);
      const conferenceSid = context.conferenceSid!;
      const join: CallEffect[] =
        phoneKind === 'browser'
          ? []
          : [{ type: 'join', employeeId, generation, label, conferenceSid, timeoutSeconds }];
      return {
        learnt: {
          consult: {
            ...context.consult!,
            claim: { employeeId, generation, label, expiresAt, phoneKind, legCallSid: null },
          },
        },
        effects: [
          ...stopRinging,
          { type: 'setDeadline', kind: 'claim', generation, dueAt: expiresAt },
          ...join,
        ],
      };
    }),
    dialOutside: does((carried) => {
      const { context, event } = carried;
      if (event.type !== 'consult.dialled') return {};
      const { number, generation } = event;
      const label = outsideLabel(generation);
      const timeoutSeconds = context.times.handOverSeconds;
      const expiresAt = nowOf(carried) + msOf(timeoutSeconds) + heardWithinMs;
      return {
        learnt: {
          consult: {
            round: context.offered.round,
            departmentId: context.clientDepartmentId,
            employeeId: null,
            endsAt: expiresAt,
            number,
            claim: { employeeId: null, generation, label, expiresAt, legCallSid: null },
            joinedAt: null,
            talksTo: 'colleague',
          },
        },
        effects: [
          { type: 'setDeadline', kind: 'claim', generation, dueAt: expiresAt },
          { type: 'dial', conferenceSid: context.conferenceSid!, label, number, timeoutSeconds },
        ],
      };
    }),
    noteOutsideLeg: does(({ context: { consult }, event }) => {
      if (event.type !== 'outside.rings') return {};
      const claim = { ...consult!.claim!, legCallSid: event.legCallSid };
      return { learnt: { consult: { ...consult!, claim } } };
    }),
    noteColleagueJoin: does(({ context, event }) => {
      const { claim } = context.consult!;
      const legCallSid = event.type === 'employee.joined' ? event.legCallSid : null;
      return {
        learnt: { consult: { ...context.consult!, joinedAt: event.at } },
        effects: [
          ...endLease,
          { type: 'recordJoin', generation: claim!.generation, at: event.at, legCallSid },
        ],
      };
    }),
    turnConsult: does((carried) => {
      const { context, event } = carried;
      if (event.type !== 'consult.turned') return {};
      const conferenceSid = context.conferenceSid!;
      const { talksTo, claim } = context.consult!;
      const isHeld = event.talksTo === 'colleague';
      const label = claim!.label;
      const effects: CallEffect[] = [];
      if (isHeld !== context.isHeld) effects.push({ type: isHeld ? 'hold' : 'unhold', conferenceSid });
      if (event.talksTo === 'caller') effects.push({ type: 'hold', conferenceSid, label });
      else if (talksTo === 'caller') effects.push({ type: 'unhold', conferenceSid, label });
      const heldSince = isHeld ? (context.heldSince ?? nowOf(carried)) : null;
      return {
        learnt: { isHeld, heldSince, consult: { ...context.consult!, talksTo: event.talksTo } },
        effects,
      };
    }),
    removeClaimant: does(({ context: { claim, conferenceSid } }) => ({
      effects: claim && conferenceSid ? [{ type: 'removeLeg', conferenceSid, label: claim.label }] : [],
    })),
    removeColleague: does(({ context: { consult, conferenceSid } }) => ({
      effects: [{ type: 'removeLeg', conferenceSid: conferenceSid!, label: consult!.claim!.label }],
    })),
    passOn: does((carried) => {
      const { context } = carried;
      const { consult, isHeld, isHandedOver, offered } = context;
      const conferenceSid = context.conferenceSid!;
      const { claim, joinedAt, talksTo, departmentId, number } = consult!;
      const { label, generation } = claim!;
      const freed: CallEffect[] = [];
      if (isHeld) freed.push({ type: 'unhold', conferenceSid });
      if (talksTo === 'caller') freed.push({ type: 'unhold', conferenceSid, label });
      const { employeeId } = claim!;
      const effects: CallEffect[] = [
        ...freed,
        { type: 'passOn', generation, leavesConversation: !isHandedOver },
        ...afterCallOf(carried, context.claim?.employeeId ?? null),
      ];
      const learnt = { ...unheld, isMuted: false, consult: null, isHandedOver: true };
      if (employeeId === null) {
        return {
          learnt: {
            ...learnt,
            claim: null,
            joinedAt: null,
            outside: { label, number: number!, joinedAt: joinedAt! },
          },
          effects,
        };
      }
      return {
        learnt: {
          ...learnt,
          claim: { ...claim!, employeeId },
          joinedAt,
          offered: { ...offered, purpose: 'handOver', departmentId, employeeId },
        },
        effects,
      };
    }),
    dropConsult: does(({ context, event }) => {
      const { consult, conferenceSid } = context;
      if (!consult) return {};
      const effects: CallEffect[] =
        consult.joinedAt !== null && conferenceSid
          ? [{ type: 'removeLeg', conferenceSid, label: consult.claim!.label }]
          : endConsult(consult, event);
      return { learnt: { consult: null, consultFailed: null }, effects };
    }),
    failConsult: does(({ context, event }) => {
      const { consult } = context;
      if (!consult) return {};
      const { departmentId, claim, number } = consult;
      const employeeId = claim?.employeeId ?? consult.employeeId;
      const failed = { reason: consultFailureOf(consult, event), departmentId, employeeId, number };
      return {
        learnt: { consult: null, consultFailed: failed },
        effects: consult.joinedAt === null ? endConsult(consult, event) : [],
      };
    }),

    noteDrop: does(({ context: { claim, isHandedOver, offered } }) => {
      const { employeeId } = claim!;
      const taker = isHandedOver ? { employeeId, departmentId: offered.departmentId } : null;
      return { learnt: { goesOnAfter: 'drop', transferredBy: taker } };
    }),
    askForHelp: does(askForHelp),
    endHelp: does(endHelp),
    beginSupervision: does(beginSupervision),
    noteSupervisorJoin: does(noteSupervisorJoin),
    changeSupervisionMode: does(changeSupervisionMode),
    prepareTakeOver: does(prepareTakeOver),
    takeModeBack: does(takeModeBack),
    takeCallOver: does(takeCallOver),
    endSupervision: does(endSupervision),

    finishCall: does((carried) => ({
      effects: afterCallOf(carried, carried.context.claim?.employeeId ?? null),
    })),
    forgetClaim: does(() => ({ learnt: { claim: null, joinedAt: null } })),
    releaseManager: does(({ context: { claim, conferenceSid } }) => ({
      learnt: { claim: null, joinedAt: null },
      effects: claim && conferenceSid ? [{ type: 'removeLeg', conferenceSid, label: claim.label }] : [],
    })),
    noteTransfer: does(({ context: { claim }, event }) =>
      event.type === 'employee.transferred'
        ? {
            learnt: {
              transferredBy: { employeeId: claim!.employeeId, departmentId: event.fromDepartmentId },
            },
          }
        : {},
    ),
    failHandOver: does(({ context, event }) => {
      if (context.transferredBy) return {};
      const reason = event.type === 'offer.declined' ? 'declined' : 'notTaken';
      return { learnt: { goesOnAfter: 'handOver' }, effects: [{ type: 'failHandOver', reason }] };
    }),

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
      const { claim, joinedAt, ownerId, consult } = carried.context;
      const consulted = consult?.joinedAt === null ? endConsult(consult, carried.event) : [];
      const close: CallEffect = { type: 'close', now: nowOf(carried), hadConversation: ownerId !== null };
      if (!claim) return { effects: [...consulted, close] };
      if (joinedAt !== null) {
        return { effects: [...consulted, ...afterCallOf(carried, claim.employeeId), close] };
      }
      const { generation, label } = claim;
      return { effects: [{ type: 'dropLeg', generation, label }, close] };
    }),
  },
});

function offer(
  carried: Carried,
  purpose: Exclude<Offered['purpose'], 'consult'>,
  departmentId: string,
  employeeId: string | null,
): Step {
  const { offered, times, goesOnAfter } = carried.context;
  const seconds = {
    inbound: times.offerSeconds,
    handOver: times.handOverSeconds,
    resume: goesOnAfter !== 'drop' ? times.returnSeconds : times.resumeSeconds,
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

/** A consultation that nobody joined: nothing rings for it any more. */
function endConsult({ claim }: Consult, event: CallEvent): CallEffect[] {
  if (!claim) return stopRinging;
  const isGone =
    event.type === 'employee.left' || event.type === 'outside.notReached' || event.type === 'outside.left';
  if (isGone && event.label === claim.label) return endLease;
  const { generation, label, employeeId, legCallSid } = claim;
  if (employeeId === null)
    return legCallSid ? [...endLease, { type: 'endLeg', callSid: legCallSid }] : endLease;
  return [
    ...endLease,
    { type: 'recordRelease', generation, at: event.at, reason: event.type },
    { type: 'dropLeg', generation, label },
  ];
}

function consultFailureOf({ claim, joinedAt }: Consult, event: CallEvent): ConsultFailure {
  const { type } = event;
  if (joinedAt !== null || type === 'employee.left' || type === 'outside.left') return 'left';
  if (type === 'outside.notReached') return outsideFailures[event.reason] ?? 'cannotDial';
  if (claim) return 'notReached';
  return type === 'offer.declined' ? 'declined' : 'notTaken';
}

/** Why a call we place came to nothing, by what ended it. */
function dialFailureOf(event: CallEvent): DialFailure {
  switch (event.type) {
    case 'call.completed':
      return failuresByStatus[event.status] ?? 'noAnswer';
    case 'caller.notDialled':
      return 'cannotDial';
    case 'dial.lapsed':
      return 'noAnswer';
    case 'employee.notReached':
    case 'claim.lapsed':
      return 'notReached';
    default:
      return 'calledOff';
  }
}

const failuresByStatus: Record<string, DialFailure> = {
  busy: 'busy',
  'no-answer': 'noAnswer',
  failed: 'cannotDial',
  canceled: 'noAnswer',
};

/** The claim a call is placed with, and the deadline of its dialling; the other one is for calling it off. */
const ownGeneration = 1;
const callingOffGeneration = 2;

const outsideFailures: Record<string, ConsultFailure> = { busy: 'busy', 'no-answer': 'noAnswer' };

/** Twilio rings about five seconds longer than it is told; then it tells. */
const heardWithinMs = 10_000;

const endLease: CallEffect[] = [{ type: 'withdrawDeadlines', kinds: ['claim'] }];

const stopRinging: CallEffect[] = [
  { type: 'endOffers', outcome: 'withdrawn' },
  { type: 'withdrawDeadlines', kinds: ['consult'] },
];

const unheld = { isHeld: false, heldSince: null };

const endsCall: ReadonlySet<CallEvent['type']> = new Set([
  'caller.left',
  'conference.ended',
  'call.completed',
]);

/** Whoever is next on the line has a recording that runs. */
function goOnRecording(carried: Carried): Step {
  return {
    learnt: { recording: { phase: 'on', since: nowOf(carried) } },
    effects: [{ type: 'resumeRecording' }],
  };
}

function afterCallOf(carried: Carried, employeeId: string | null): CallEffect[] {
  const { afterCallSeconds = 0 } = carried.context.times;
  if (employeeId === null || afterCallSeconds === 0) return [];
  return [{ type: 'beginAfterCall', employeeId, until: nowOf(carried) + msOf(afterCallSeconds) }];
}

const claimSecondsOf = (times: CallTimes, phoneKind?: PhoneKind) =>
  phoneKind === 'browser' ? browserClaimSeconds : times.claimSeconds;

const msOf = (seconds: number) => seconds * 1000;

const nowOf = ({ context, event }: Carried) => ('now' in event ? event.now : context.arrivedAt);

/** A colleague who was asked for advice is in the room. */
const hasColleague = ({ consult }: CallContext) => consult !== null && consult.joinedAt !== null;

/** The employee's leg is gone although nobody ended the call or handed it over. */
const hasLostClaimant = ({ claim, goneLegs, isEnding }: CallContext) =>
  claim !== null && !isEnding && goneLegs.includes(claim.label);
