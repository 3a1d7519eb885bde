import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { recordId, requiredText } from '@/lib/domain/text-field';

const params = z.object({ callId: recordId });

export const callContracts = {
  claim: contract({
    method: 'post',
    path: '/calls/{callId}/claim',
    summary: 'Take a ringing call; the phone of whoever takes it is rung into the caller’s room',
    params,
    response: z.object({
      callId: z.string(),
      generation: z.number(),
      /** Epoch ms by which the phone must have answered. */
      claimExpiresAt: z.number().nullable(),
    }),
  }),
  decline: contract({
    method: 'post',
    path: '/calls/{callId}/decline',
    summary: 'Decline the offer of a call, with the reason',
    params,
    body: z.object({ reason: requiredText(200) }),
    response: z.object({ callId: z.string() }),
  }),
};
