import type { Context } from '@/lib/operations/context';
import { controlCall } from './control-call';

/**
 * The colleague keeps the caller and whoever asked leaves (S4). A conversation by the call script that was not finished
 * is unfinished from now on (IN-6). @throws Refusal as `controlCall`
 */
export const completeConsult = (context: Context, { callId }: { callId: string }) =>
  controlCall(context, callId, { type: 'consult.completed' });
