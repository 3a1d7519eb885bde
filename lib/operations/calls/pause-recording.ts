import type { Context } from '@/lib/operations/context';
import { controlCall } from './control-call';

/**
 * What is said from now on is kept as silence, until the person on the line goes on recording or somebody else comes on the
 * line. @throws Refusal as `controlCall`
 */
export const pauseRecording = (context: Context, { callId }: { callId: string }) =>
  controlCall(
    context,
    callId,
    { type: 'employee.pausedRecording' },
    ({ recording }) => recording?.phase === 'paused',
  );
