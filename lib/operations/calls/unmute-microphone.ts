import type { Context } from '@/lib/operations/context';
import { controlCall } from './control-call';

/** The person on the line is heard again (S2). @throws Refusal as `controlCall` */
export const unmuteMicrophone = (context: Context, { callId }: { callId: string }) =>
  controlCall(context, callId, { type: 'employee.unmuted' }, ({ isMuted }) => !isMuted);
