import type { CallEffect } from './call-effect';
import { afterCallOf, type Guards, nowOf, type Steps } from './call-step';
import { endConsult } from './consult-steps';

export const endingGuards = {
  isBlocked: ({ context }) => context.admission === 'blocked',
  isOutsideHours: ({ context }) => context.admission === 'closedHours',
  isUnheard: ({ context }) => context.admission === 'unheard',
} satisfies Guards;

export const endingSteps = {
  turnAway: ({ context }) => ({ learnt: { endedAt: context.arrivedAt, endedBy: 'system' } }),
  apologise: ({ event }) => ({
    learnt: { endedAt: event.now, endedBy: 'system' },
    effects: [{ type: 'apologise' }],
  }),
  endCall: () => ({ learnt: { isEnding: true }, effects: [{ type: 'endCall' }] }),
  noteNotEnded: () => ({ learnt: { isEnding: false } }),
  noteEnd: ({ context, event }) => ({
    learnt: { endedAt: event.at, endedBy: context.isEnding ? 'employee' : 'caller' },
  }),
  close: (carried) => {
    const { claim, joinedAt, ownerId, consult } = carried.context;
    const consulted = consult?.joinedAt === null ? endConsult(consult, carried.event) : [];
    const close: CallEffect = { type: 'close', now: nowOf(carried), hadConversation: ownerId !== null };
    if (!claim) return { effects: [...consulted, close] };
    if (joinedAt !== null) {
      return { effects: [...consulted, ...afterCallOf(carried, claim.employeeId), close] };
    }
    const { generation } = claim;
    return { effects: [{ type: 'dropLeg', generation }, close] };
  },
} satisfies Steps;
