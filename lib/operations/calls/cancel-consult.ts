import type { Context } from '@/lib/operations/context';
import { controlCall } from './control-call';

/** The colleague is let go, or rings no more, and the caller comes back (S4). @throws Refusal as `controlCall` */
export const cancelConsult = (context: Context, { callId }: { callId: string }) =>
  controlCall(context, callId, { type: 'consult.cancelled' });
