import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { chosenPresences, derivedPresences, unreachableReasons } from '@/lib/domain/employees/presence';
import { departmentNameSchema } from '@/lib/domain/reactions/reaction-views';
import { recordId, requiredText } from '@/lib/domain/text-field';
import { reportSettingsSchema } from './report-settings';

const wallboardPersonSchema = z.object({
  id: z.string(),
  name: z.string(),
  chosen: z.enum(chosenPresences),
  derived: z.enum(derivedPresences),
  unreachable: z.enum(unreachableReasons).nullable(),
  since: z.number(),
  afterCallUntil: z.number().nullable(),
  /** Where the conversation they lead stands. */
  step: z.string().nullable(),
  /** What whoever looks may do about them; nothing on a television. */
  may: z.object({ listen: z.boolean(), changePresence: z.boolean() }),
});
export type WallboardPerson = z.output<typeof wallboardPersonSchema>;

/** What can be acted on now. No client stands in it; times are epoch ms. */
const wallboardSchema = z.object({
  now: z.number(),
  timeZone: z.string(),
  today: z.string(),
  department: departmentNameSchema,
  settings: reportSettingsSchema,
  serviceLevel: z.object({ value: z.number().nullable(), of: z.number() }),
  waiting: z.object({ count: z.number(), longestSince: z.number().nullable() }),
  /** Of today; `notCalledBack` has those of earlier days too. */
  lost: z.object({ today: z.number(), notCalledBack: z.number() }),
  free: z.object({ count: z.number(), of: z.number() }),
  lateLeads: z.number(),
  openComplaints: z.number(),
  people: z.array(wallboardPersonSchema),
});
export type Wallboard = z.output<typeof wallboardSchema>;

const tokenSchema = z.object({
  id: z.string(),
  label: z.string(),
  createdAt: z.number(),
  createdBy: z.string().nullable(),
  lastUsedAt: z.number().nullable(),
});
export type WallboardToken = z.output<typeof tokenSchema>;

/** Of the installation. */
export const mostWallboardTokens = 50;

export const wallboardContracts = {
  get: contract({
    method: 'get',
    path: '/wallboard',
    summary: 'What can be acted on now: for heads and management, and for a television by its own token',
    query: z.object({ departmentId: recordId.optional() }),
    response: wallboardSchema,
    takesScreens: true,
  }),
  tokens: contract({
    method: 'get',
    path: '/wallboard/tokens',
    summary: 'The televisions that are let in',
    response: z.object({ rows: z.array(tokenSchema) }),
  }),
  createToken: contract({
    method: 'post',
    path: '/wallboard/tokens',
    summary: 'Lets a television in; the token is told this once and kept as a hash',
    body: z.object({ label: requiredText(60) }),
    response: z.object({ id: z.string(), token: z.string().nullable() }),
  }),
  revokeToken: contract({
    method: 'post',
    path: '/wallboard/tokens/{tokenId}/revoke',
    summary: 'Lets that television in no more',
    params: z.object({ tokenId: recordId }),
    response: z.object({ id: z.string() }),
  }),
};
