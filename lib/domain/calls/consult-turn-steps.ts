import type { CallEffect } from './call-effect';
import { afterCallOf, type Guards, hasColleague, nowOf, type Steps, takerOf, unheld } from './call-step';

export const consultTurnGuards = {
  hasColleague: ({ context }) => hasColleague(context),
  mayTurn: ({ context, event }) =>
    hasColleague(context) && event.type === 'consult.turned' && event.talksTo !== context.consult?.talksTo,
} satisfies Guards;

export const consultTurnSteps = {
  turnConsult: (carried) => {
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
  },
  takeTurnBack: ({ context: { consult, isHeld }, event }) => {
    if (event.type !== 'consult.notTurned') return {};
    const both = isHeld ? 'colleague' : 'everyone';
    return { learnt: { consult: { ...consult!, talksTo: event.order === 'unhold' ? 'caller' : both } } };
  },
  removeColleague: ({ context: { consult, conferenceSid } }) => ({
    effects: [{ type: 'removeLeg', conferenceSid: conferenceSid!, label: consult!.claim!.label }],
  }),
  passOn: (carried) => {
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
          transferredBy: takerOf(context),
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
  },
} satisfies Steps;
