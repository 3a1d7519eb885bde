import type { Context } from '@/lib/operations/context';
import { controlCall } from './control-call';

/** The caller hears music until the person on the line comes back to them (S2). @throws Refusal as `controlCall` */
export const holdCaller = (context: Context, { callId }: { callId: string }) =>
  controlCall(
    context,
    callId,
    { type: 'employee.heldCaller' },
    ({ isHeld, consult }) => !!isHeld && !consult,
  );
