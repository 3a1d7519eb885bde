import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { recordId, requiredText } from '@/lib/domain/text-field';
import { tokenLifeDays, tokenScopes } from './token-life';

const apiTokenView = z.object({
  id: z.string(),
  label: z.string(),
  employeeId: z.string(),
  employeeName: z.string(),
  scope: z.enum(tokenScopes),
  createdAt: z.number(),
  /** Null: it does not expire. */
  expiresAt: z.number().nullable(),
  isExpired: z.boolean(),
  /** To within a minute; null: never. */
  lastUsedAt: z.number().nullable(),
});

export type ApiTokenView = z.infer<typeof apiTokenView>;

export const apiTokenContracts = {
  listOwn: contract({
    method: 'get',
    path: '/me/api-tokens',
    summary: 'One’s own tokens that are not revoked, the newest first',
    response: z.object({ rows: z.array(apiTokenView) }),
  }),
  create: contract({
    method: 'post',
    path: '/me/api-tokens',
    summary:
      'Makes a token that may do what its person may at the time of use, or only read; it does not outlive the token it is made with',
    body: z.object({
      label: requiredText(100),
      scope: z.enum(tokenScopes, 'notAChoice'),
      days: z.union(
        tokenLifeDays.map((days) => z.literal(days)),
        'notAChoice',
      ),
    }),
    response: z.object({
      id: z.string(),
      /** Null when the request is repeated: the token is told once and kept nowhere. */
      token: z.string().nullable(),
      expiresAt: z.number(),
    }),
  }),
  list: contract({
    method: 'get',
    path: '/api-tokens',
    summary: 'Everybody’s tokens that are not revoked, the newest first; for administrators',
    query: pageQuery,
    response: pageOf(apiTokenView),
  }),
  revoke: contract({
    method: 'post',
    path: '/api-tokens/{apiTokenId}/revoke',
    summary: 'Ends a token of one’s own, or as an administrator anybody’s, from its next request on',
    params: z.object({ apiTokenId: recordId }),
    response: z.object({ id: z.string() }),
  }),
};
