import type { Context } from '@/lib/operations/context';
import { controlCall } from './control-call';

/** Nobody in the room hears the person on the line, whatever telephone they speak on (S2). @throws Refusal as `controlCall` */
export const muteMicrophone = (context: Context, { callId }: { callId: string }) =>
  controlCall(context, callId, { type: 'employee.muted' }, ({ isMuted }) => isMuted === true);
