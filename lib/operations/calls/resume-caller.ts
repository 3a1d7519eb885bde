import type { Context } from '@/lib/operations/context';
import { controlCall } from './control-call';

/** Back to the held caller (S2). @throws Refusal as `controlCall` */
export const resumeCaller = (context: Context, { callId }: { callId: string }) =>
  controlCall(context, callId, { type: 'employee.resumedCaller' }, ({ isHeld }) => isHeld === false);
