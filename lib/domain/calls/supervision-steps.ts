import type { CallContext } from './call-context';
import type { CallEffect } from './call-effect';
import type { CallEvent } from './call-event';
import type { Carried, Guards, Step, Steps } from './call-step';
import { hasLostClaimant } from './claim-steps';
import { supervisorLabel } from './leg';
import type { Supervision, SupervisionEnd, SupervisionMode } from './supervision';
import { claimSecondsOf, ringSecondsOf } from './times';

const hasSupervisor = ({ supervision }: CallContext) => supervision !== null && supervision.joinedAt !== null;

/** The telephone of whoever supervises is rung into the room, or their browser dials in. */
function beginSupervision({ context, event }: Carried): Step {
  if (event.type !== 'supervisor.began') return {};
  const { employeeId, generation, mode, phoneKind } = event;
  const { times } = context;
  const label = supervisorLabel(employeeId, generation);
  const seconds = claimSecondsOf(times, phoneKind);
  const expiresAt = event.now + seconds * 1000;
  const supervision: Supervision = {
    employeeId,
    generation,
    label,
    phoneKind,
    mode,
    expiresAt,
    joinedAt: null,
    takesOver: false,
    refused: null,
  };
  const effects: CallEffect[] = [
    { type: 'setDeadline', kind: 'supervision', generation, dueAt: expiresAt },
    { type: 'recordSupervision', generation, employeeId, label, mode, phoneKind, at: event.at, expiresAt },
  ];
  if (phoneKind === 'browser') return { learnt: { supervision }, effects };
  const timeoutSeconds = ringSecondsOf(times);
  const conferenceSid = context.conferenceSid!;
  return {
    learnt: { supervision },
    effects: [
      ...effects,
      { type: 'joinSupervisor', employeeId, generation, label, mode, conferenceSid, timeoutSeconds },
    ],
  };
}

/** Whoever asked for help has it. */
function noteSupervisorJoin({ context, event }: Carried): Step {
  const supervision = { ...context.supervision!, joinedAt: event.at };
  const legCallSid = event.type === 'employee.joined' ? event.legCallSid : null;
  const { generation } = supervision;
  return {
    learnt: { supervision, help: null },
    effects: [endLease, { type: 'recordSupervisorJoin', generation, at: event.at, legCallSid }],
  };
}

function changeSupervisionMode({ context, event }: Carried): Step {
  if (event.type !== 'supervisor.changedMode') return {};
  return orderMode(context, event, event.mode, false);
}

/** First everybody hears them: the employee leaves when the line has obeyed, so that the caller never hears a gap. */
function prepareTakeOver({ context, event }: Carried): Step {
  return orderMode(context, event, 'barge', true);
}

function orderMode(context: CallContext, event: CallEvent, mode: SupervisionMode, takesOver: boolean): Step {
  const supervision = context.supervision!;
  const { label, generation, mode: before } = supervision;
  const changed: CallEffect[] =
    mode === before ? [] : [{ type: 'recordSupervisionMode', generation, mode, at: event.at }];
  return {
    learnt: { supervision: { ...supervision, mode, takesOver, refused: null } },
    effects: [{ type: 'supervise', conferenceSid: context.conferenceSid!, label, mode, before }, ...changed],
  };
}

/** What was ordered is not so. */
function takeModeBack({ context, event }: Carried): Step {
  if (event.type !== 'supervision.notChanged') return {};
  const supervision = context.supervision!;
  const { generation, mode } = supervision;
  const back: CallEffect[] =
    event.before === mode
      ? []
      : [{ type: 'recordSupervisionMode', generation, mode: event.before, at: event.at }];
  return {
    learnt: { supervision: { ...supervision, mode: event.before, takesOver: false, refused: mode } },
    effects: back,
  };
}

/** The supervisor's leg becomes that of the person on the line; the one who was leaves the room. */
function takeCallOver({ context, event }: Carried): Step {
  const { claim, conferenceSid, isHeld, isHandedOver, supervision } = context;
  if (!claim || !supervision || !conferenceSid) return {};
  const { employeeId, generation, label, phoneKind } = supervision;
  const isGone = context.goneLegs.includes(claim.label);
  const effects: CallEffect[] = [];
  if (isHeld) effects.push({ type: 'unhold', conferenceSid });
  effects.push(
    { type: 'recordRelease', generation: claim.generation, at: event.at, reason: 'supervisor.tookOver' },
    ...(isGone ? [] : [{ type: 'removeLeg' as const, conferenceSid, label: claim.label }]),
    { type: 'recordSupervisionEnd', generation, at: event.at, reason: 'tookOver' },
    { type: 'takeClaimOver', generation, employeeId, label, phoneKind, isHandedOver },
  );
  if (!isHandedOver) effects.push({ type: 'converse', employeeId, after: null });
  return {
    learnt: {
      claim: { employeeId, generation, label, phoneKind, expiresAt: supervision.expiresAt },
      joinedAt: event.at,
      isHeld: false,
      heldSince: null,
      isMuted: false,
      supervision: null,
      help: null,
      ...(isHandedOver ? {} : { ownerId: employeeId }),
    },
    effects,
  };
}

/** Nobody is in the conversation besides any more, for the reason that the event gives. */
function endSupervision({ context, event }: Carried): Step {
  const { supervision, conferenceSid } = context;
  if (!supervision) return {};
  const { generation, label, joinedAt } = supervision;
  const reason = endOf(context, event);
  const effects: CallEffect[] = [
    endLease,
    { type: 'recordSupervisionEnd', generation, at: event.at, reason },
  ];
  const isGone = context.goneLegs.includes(label);
  if (joinedAt === null && !isGone) effects.push({ type: 'dropSupervisor', generation });
  else if (!isGone && reason !== 'callEnded' && conferenceSid) {
    effects.push({ type: 'removeLeg', conferenceSid, label });
  }
  return { learnt: { supervision: null }, effects };
}

function endOf({ supervision, consult, goneLegs }: CallContext, event: CallEvent): SupervisionEnd {
  switch (event.type) {
    case 'supervisor.left':
      return 'left';
    case 'supervision.lapsed':
      return 'notReached';
    case 'employee.left':
    case 'employee.notReached':
      if (goneLegs.includes(supervision!.label))
        return supervision!.joinedAt === null ? 'notReached' : 'lineLost';
      return consult?.joinedAt == null ? 'employeeLost' : 'handedOver';
    case 'employee.joined':
    case 'employee.handedOver':
    case 'employee.transferred':
    case 'consult.completed':
      return 'handedOver';
    default:
      return 'callEnded';
  }
}

function askForHelp({ event }: Carried): Step {
  if (event.type !== 'employee.askedForHelp') return {};
  return { learnt: { help: { askedAt: event.now, words: event.words } } };
}

const endHelp = (): Step => ({ learnt: { help: null } });

const endLease: CallEffect = { type: 'withdrawDeadlines', kinds: ['supervision'] };

export const supervisionGuards = {
  mayAskForHelp: ({ context }) => context.claim !== null && !context.isEnding && !hasSupervisor(context),
  hasAskedForHelp: ({ context }) => context.help !== null,
  maySupervise: ({ context: { claim, supervision, isEnding, conferenceSid } }) =>
    claim !== null && supervision === null && !isEnding && conferenceSid !== null,
  isSupervised: ({ context }) => context.supervision !== null,
  isSupervisor: ({ context, event }) =>
    'label' in event && event.label === context.supervision?.label && !context.goneLegs.includes(event.label),
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
  claimantLeftSupervisor: ({ context }) =>
    hasLostClaimant(context) && hasSupervisor(context) && context.supervision!.mode === 'barge',
} satisfies Guards;

export const supervisionSteps = {
  askForHelp,
  endHelp,
  beginSupervision,
  noteSupervisorJoin,
  changeSupervisionMode,
  prepareTakeOver,
  takeModeBack,
  takeCallOver,
  endSupervision,
} satisfies Steps;
