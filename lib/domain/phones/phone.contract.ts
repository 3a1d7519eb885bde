import { z } from 'zod';
import { contract } from '@/lib/domain/contract';

/** What a browser needs to be a telephone. */
const phoneTokenSchema = z.object({
  /** Null when the request is repeated: the token is told once and kept nowhere. */
  token: z.string().nullable(),
  identity: z.string(),
  /** Epoch ms. */
  expiresAt: z.number(),
  /** Host and port of the phone provider's stand-in on this machine; null for the provider itself. */
  standIn: z.string().nullable(),
});
export type PhoneToken = z.output<typeof phoneTokenSchema>;

export const phoneContracts = {
  createToken: contract({
    method: 'post',
    path: '/phone/token',
    summary: 'A short-lived token by which one’s own browser is one’s telephone',
    response: phoneTokenSchema,
  }),
};
