import type { MyCall } from '@/lib/domain/calls/call-view';
import type { BrowserPhoneState } from './browser-phone';

/** Whether the browser is still to be on the line it is on: the call has it as the person's own, by the same claim. */
export const isLegWanted = (
  calls: readonly Pick<MyCall, 'id' | 'browserLeg'>[],
  { callId, generation }: Pick<BrowserPhoneState, 'callId' | 'generation'>,
): boolean => calls.some((call) => call.id === callId && call.browserLeg?.generation === generation);
