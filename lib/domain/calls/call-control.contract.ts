import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { recordId, requiredText } from '@/lib/domain/text-field';
import { talksTos } from './call-context';

const params = z.object({ callId: recordId });
const response = z.object({ callId: z.string() });

const body = z.object({
  to: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('department'), departmentId: recordId }),
    z.object({ kind: z.literal('employee'), employeeId: recordId }),
  ]),
});

/** What the person on the line does with the line. */
export const callControlContracts = {
  hold: contract({
    method: 'post',
    path: '/calls/{callId}/hold',
    summary: 'Put the caller on hold: they hear music',
    params,
    response,
  }),
  resume: contract({
    method: 'post',
    path: '/calls/{callId}/resume',
    summary: 'Come back to the caller on hold',
    params,
    response,
  }),
  mute: contract({
    method: 'post',
    path: '/calls/{callId}/mute',
    summary: 'Mute the person on the line, whatever telephone they speak on',
    params,
    response,
  }),
  unmute: contract({
    method: 'post',
    path: '/calls/{callId}/unmute',
    summary: 'Unmute the person on the line',
    params,
    response,
  }),
  leave: contract({
    method: 'post',
    path: '/calls/{callId}/leave',
    summary:
      'Take one’s own browser out of a call when its sound is lost: the caller hears music and comes back to the same person',
    params,
    response,
  }),
  pauseRecording: contract({
    method: 'post',
    path: '/calls/{callId}/recording/pause',
    summary: 'Pause the recording of the conversation: silence is kept instead',
    params,
    response,
  }),
  resumeRecording: contract({
    method: 'post',
    path: '/calls/{callId}/recording/resume',
    summary: 'Go on recording the conversation',
    params,
    response,
  }),
  consult: contract({
    method: 'post',
    path: '/calls/{callId}/consult',
    summary:
      'Ask a colleague or a department for advice while the caller hears music; or stay on the line only until they answer, which leaves them the caller',
    params,
    body: body.extend({ completesOnAnswer: z.boolean().default(false) }),
    response,
  }),
  takeBack: contract({
    method: 'post',
    path: '/calls/{callId}/take-back',
    summary: 'Take a caller back whom one gave away, before anybody answers',
    params,
    response: z.object({
      callId: z.string(),
      generation: z.number(),
      claimExpiresAt: z.number().nullable(),
    }),
  }),
  transfer: contract({
    method: 'post',
    path: '/calls/{callId}/transfer',
    summary: 'Pass on a caller whose hand-over one took; a call nobody takes comes back',
    params,
    body,
    response,
  }),
  consultOutside: contract({
    method: 'post',
    path: '/calls/{callId}/consult/outside',
    summary: 'Ring an outside number into the call while the caller hears music',
    params,
    body: z.object({ phone: requiredText(40) }),
    response,
  }),
  turnConsult: contract({
    method: 'post',
    path: '/calls/{callId}/consult/turn',
    summary: 'Talk to the colleague, to the caller, or to both; whoever is left out hears music',
    params,
    body: z.object({ talksTo: z.enum(talksTos) }),
    response,
  }),
  completeConsult: contract({
    method: 'post',
    path: '/calls/{callId}/consult/complete',
    summary: 'Leave the caller to the colleague; an unfinished conversation stands among the unfinished ones',
    params,
    response,
  }),
  cancelConsult: contract({
    method: 'post',
    path: '/calls/{callId}/consult/cancel',
    summary: 'Let the colleague go and come back to the caller',
    params,
    response,
  }),
  leaveConsult: contract({
    method: 'post',
    path: '/calls/{callId}/consult/leave',
    summary: 'Leave the caller to the colleague who asked for advice',
    params,
    response,
  }),
};
