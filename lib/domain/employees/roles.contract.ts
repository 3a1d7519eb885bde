import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { recordId, requiredText } from '@/lib/domain/text-field';
import { type Permission, permissions } from './permission';

const permission = z.enum(permissions as [Permission, ...Permission[]], 'notAChoice');

/** What is absent stays as it is by default. */
const grants = z.partialRecord(permission, z.boolean());

const roleView = z.object({
  /** One of the roles everybody knows, or the id of an added one. */
  id: z.string(),
  isAdded: z.boolean(),
  /** Null: its name is a word of the screens. */
  name: z.string().nullable(),
  nameEn: z.string().nullable(),
  grants,
  version: z.number(),
  /** How many people who work have it. */
  employees: z.number(),
  disabledAt: z.number().nullable(),
});

export type RoleView = z.infer<typeof roleView>;

const touched = z.array(z.object({ id: z.string(), name: z.string() }));

const rolePreview = z.object({
  /** The rights that somebody gets or loses, in the order of the screen. */
  changes: z.array(z.object({ permission, gained: touched, lost: touched })),
  /** People who get some right, and people who lose some. */
  gainedCount: z.number(),
  lostCount: z.number(),
  /** The person who asks would no longer administer. */
  losesOwn: z.boolean(),
  /** Nobody would be left who may administer: such a change is refused. */
  leavesNobody: z.boolean(),
});

export type RolePreview = z.infer<typeof rolePreview>;

const params = z.object({ roleId: recordId });

export const roleContracts = {
  list: contract({
    method: 'get',
    path: '/roles',
    summary: 'The roles with what differs from their rights by default; the added ones last',
    response: z.object({ rows: z.array(roleView) }),
  }),
  create: contract({
    method: 'post',
    path: '/roles',
    summary: 'Adds a role with the given rights and no others',
    body: z.object({ name: requiredText(60), nameEn: requiredText(60), grants }),
    response: z.object({ id: z.string() }),
  }),
  update: contract({
    method: 'patch',
    path: '/roles/{roleId}',
    summary:
      'Decides what differs from a role’s rights by default, from the next request of its people on; an added role is also renamed, disabled while nobody has it, and taken back',
    params,
    body: z.object({
      version: z.number().int(),
      grants: grants.optional(),
      name: requiredText(60).optional(),
      nameEn: requiredText(60).optional(),
      isDisabled: z.boolean().optional(),
    }),
    response: z.object({ id: z.string(), version: z.number() }),
  }),
  preview: contract({
    method: 'post',
    path: '/roles/{roleId}/preview',
    summary: 'Who would get and who would lose which right; changes nothing',
    params,
    body: z.object({ grants }),
    response: rolePreview,
  }),
};
