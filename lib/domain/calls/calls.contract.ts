import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { recordId, requiredText, text } from '@/lib/domain/text-field';
import { declineReasons } from './decline-reason';

const params = z.object({ callId: recordId });

const ownLeg = z.object({
  callId: z.string(),
  generation: z.number(),
  /** Epoch ms by which the phone must have answered. */
  claimExpiresAt: z.number().nullable(),
});

export const callContracts = {
  claim: contract({
    method: 'post',
    path: '/calls/{callId}/claim',
    summary: 'Take a ringing call; the phone of whoever takes it is rung into the caller’s room',
    params,
    response: ownLeg,
  }),
  place: contract({
    method: 'post',
    path: '/calls',
    summary: 'Call a number: the own telephone comes first, then the number is dialled',
    body: z.object({
      phone: requiredText(50),
      /** The card it is called about. */
      counterpartyId: recordId.nullable().default(null),
      /** The number of ours to call from; left out, the one this party was on last. */
      numberId: recordId.nullable().default(null),
      /** The call script to lead it by and what it is about; left out, the one of every call we place. */
      script: z
        .object({ id: requiredText(60), subjectId: recordId })
        .nullable()
        .default(null),
    }),
    response: ownLeg,
  }),
  decline: contract({
    method: 'post',
    path: '/calls/{callId}/decline',
    summary: 'Decline the offer of a call, with the reason',
    params,
    body: z
      .object({
        reason: z.enum(declineReasons),
        /** Of `other`. */
        words: text(200).default(''),
      })
      .refine(({ reason, words }) => reason !== 'other' || words !== '', {
        path: ['words'],
        error: 'required',
      }),
    response: z.object({ callId: z.string() }),
  }),
};
