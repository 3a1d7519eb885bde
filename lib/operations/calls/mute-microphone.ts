import type { Context } from '@/lib/operations/context';
import { controlCall } from './control-call';

/**
 * Nobody in the room hears the person on the line, whose telephone was rung; a browser switches its own microphone off (S2).
 * @throws Refusal as `controlCall`
 */
export const muteMicrophone = (context: Context, { callId }: { callId: string }) =>
  controlCall(context, callId, { type: 'employee.muted' }, ({ isMuted }) => isMuted === true);
