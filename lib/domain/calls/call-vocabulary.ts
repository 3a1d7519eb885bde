import { enqueueActions, setup } from 'xstate';
import type { CallContext, CallInput } from './call-context';
import type { CallEffect } from './call-effect';
import type { CallEvent } from './call-event';
import type { Carried, Step, Steps } from './call-step';
import { claimGuards, claimSteps } from './claim-steps';
import { consultGuards, consultSteps } from './consult-steps';
import { consultTurnGuards, consultTurnSteps } from './consult-turn-steps';
import { endingGuards, endingSteps } from './ending-steps';
import { handOverGuards, handOverSteps } from './hand-over-steps';
import { holdGuards, holdSteps } from './hold-steps';
import { offerGuards, offerSteps } from './offer-steps';
import { mayOverflow, overflow } from './overflow-steps';
import { placingGuards, placingSteps } from './placing-steps';
import { recordingGuards, recordingSteps } from './recording-steps';
import { roomGuards, roomSteps } from './room-steps';
import { supervisionGuards, supervisionSteps } from './supervision-steps';
import { isGiver, takeBack } from './take-back-steps';

type EffectAction = { type: 'effect'; params: CallEffect };

const does = (step: (carried: Carried) => Step) =>
  enqueueActions<CallContext, CallEvent, undefined, CallEvent, never, EffectAction, never, never, never>(
    ({ context, event, enqueue }) => {
      const { learnt, effects = [] } = step({ context, event });
      if (learnt) enqueue.assign(learnt);
      for (const params of effects) enqueue({ type: 'effect', params });
    },
  );

const actionsOf = <Own extends Steps>(steps: Own) =>
  Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, does(step)])) as {
    [Name in keyof Own]: ReturnType<typeof does>;
  };

/**
 * The words the call machine is written in. Effects come out of the pure transition as actions named `effect`; the
 * operation carries them out in its transaction. No action waits for a clock: every event brings the time.
 */
export const callVocabulary = setup({
  types: { context: {} as CallContext, events: {} as CallEvent, input: {} as CallInput },
  guards: {
    ...offerGuards,
    ...claimGuards,
    ...handOverGuards,
    ...placingGuards,
    ...holdGuards,
    ...recordingGuards,
    ...consultGuards,
    ...roomGuards,
    ...endingGuards,
    ...consultTurnGuards,
    ...supervisionGuards,
    isGiver,
    mayOverflow,
  },
  actions: {
    effect: (_, _effect: CallEffect) => {},
    ...actionsOf({
      ...offerSteps,
      ...claimSteps,
      ...handOverSteps,
      ...placingSteps,
      ...holdSteps,
      ...recordingSteps,
      ...consultSteps,
      ...roomSteps,
      ...endingSteps,
      ...consultTurnSteps,
      ...supervisionSteps,
      overflow,
      takeBack,
    }),
  },
});
