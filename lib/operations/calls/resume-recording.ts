import type { Context } from '@/lib/operations/context';
import { controlCall } from './control-call';

/** What is said is recorded again. @throws Refusal as `controlCall` */
export const resumeRecording = (context: Context, { callId }: { callId: string }) =>
  controlCall(
    context,
    callId,
    { type: 'employee.resumedRecording' },
    ({ recording }) => recording?.phase === 'on',
  );
