import type { CallPhase } from './call';
import type { CallContext } from './call-context';

/**
 * How an open call stands for who looks on. `ringing`: the caller waits for somebody to take it; `returning`: the line of
 * who talked broke off, or nobody took the hand-over; `joining`: somebody took it and their telephone is not there yet;
 * `dialling`: the number we call rings; `outside`: an outside number has the caller.
 */
export const liveStates = [
  'ringing',
  'returning',
  'joining',
  'dialling',
  'talking',
  'held',
  'consulting',
  'outside',
  'handingOver',
  'ended',
] as const;
export type LiveState = (typeof liveStates)[number];

export function liveStateOf(phase: CallPhase, context: Partial<CallContext>): LiveState {
  const { consult, isHeld, outside, offered } = context;
  switch (phase) {
    case 'ringing':
      return offered?.purpose === 'resume' ? 'returning' : 'ringing';
    case 'claimed':
    case 'connecting':
      return 'joining';
    case 'callingOff':
      return 'ended';
    case 'talking':
      if (outside) return 'outside';
      if (consult) return 'consulting';
      return isHeld ? 'held' : 'talking';
    default:
      return phase;
  }
}
