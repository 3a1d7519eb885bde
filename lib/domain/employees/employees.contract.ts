import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { recordId, requiredText, text } from '@/lib/domain/text-field';
import { phoneKinds } from './phone-kind';
import { departmentKinds, roles } from './roles';
import { readWorkPhone } from './work-phone';

const rolesOf = z
  .array(z.enum(roles))
  .max(roles.length)
  .refine((given) => new Set(given).size === given.length, 'invalid');

/** Ids of roles that an administrator added. One role of either kind is needed. */
const addedRolesOf = z
  .array(recordId)
  .max(20)
  .refine((given) => new Set(given).size === given.length, 'invalid');

/** Empty: the person is not rung. */
const workPhone = z
  .string()
  .max(200, 'tooLong')
  .nullable()
  .transform((raw, issues) => {
    if (raw === null || raw.trim() === '') return null;
    const phone = readWorkPhone(raw);
    if (phone === null) issues.addIssue({ code: 'custom', message: 'employees.problems.phone' });
    return phone;
  });

export const employeeFields = z.object({
  surname: requiredText(100),
  givenName: requiredText(100),
  patronymic: text(100)
    .nullable()
    .transform((text) => text || null),
  /** «Как представляется»; the first name when empty (IN-1). */
  presentsAs: text(100).default(''),
  email: z
    .email('notAnEmail')
    .max(254, 'tooLong')
    .transform((text) => text.toLowerCase()),
  departmentId: recordId,
  roles: rolesOf,
  addedRoles: addedRolesOf.default([]),
  phone: workPhone,
  phoneKind: z.enum(phoneKinds).default('dialled'),
  substituteId: recordId.nullable(),
});

export const employeeView = z.object({
  id: z.string(),
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string().nullable(),
  presentsAs: z.string(),
  email: z.string(),
  departmentId: z.string(),
  departmentKind: z.enum(departmentKinds),
  departmentName: z.string(),
  roles: z.array(z.enum(roles)),
  addedRoles: z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string() })),
  phone: z.string().nullable(),
  phoneKind: z.enum(phoneKinds),
  substituteId: z.string().nullable(),
  substituteName: z.string().nullable(),
  /** How long before a next reaction is due they are told; null: not at all. */
  reminderMinutes: z.number().nullable(),
  version: z.number(),
  hasPassword: z.boolean(),
  createdAt: z.number(),
  disabledAt: z.number().nullable(),
});

export type EmployeeView = z.infer<typeof employeeView>;

/** Whether a person can get in, and by which address, is known to those who let people in, and to their head. */
const directoryEntry = employeeView.extend({
  email: z.string().nullable(),
  hasPassword: z.boolean().nullable(),
});
export type DirectoryEntry = z.infer<typeof directoryEntry>;

const params = z.object({ employeeId: recordId });

export const employeeContracts = {
  list: contract({
    method: 'get',
    path: '/employees',
    summary: 'The people of the company, by surname',
    query: pageQuery.extend({
      departmentId: recordId.optional(),
      withDisabled: z.enum(['0', '1']).default('0'),
    }),
    response: pageOf(directoryEntry),
  }),
  get: contract({
    method: 'get',
    path: '/employees/{employeeId}',
    summary: 'One person, with the open work that disabling them would hand over',
    params,
    response: employeeView.extend({
      openNextReactions: z.number(),
      unfinishedCalls: z.number(),
      apiTokens: z.number(),
    }),
  }),
  create: contract({
    method: 'post',
    path: '/employees',
    summary: 'Adds a person; they get in by a one-time link',
    body: employeeFields,
    response: z.object({ id: z.string() }),
  }),
  update: contract({
    method: 'patch',
    path: '/employees/{employeeId}',
    summary: 'Changes the given fields of a person; refused when they were changed since the given version',
    params,
    body: employeeFields
      .extend({ presentsAs: text(100), phoneKind: z.enum(phoneKinds), addedRoles: addedRolesOf })
      .partial()
      .extend({ version: z.int('invalid') }),
    response: z.object({ id: z.string(), version: z.number() }),
  }),
  disable: contract({
    method: 'post',
    path: '/employees/{employeeId}/disable',
    summary:
      'Ends a person’s sessions and tokens and hands their open next reactions and unfinished calls to a successor',
    params,
    body: z.object({
      successorId: recordId.nullable(),
      reason: requiredText(500),
    }),
    response: z.object({ handedOver: z.number(), handedOverCalls: z.number() }),
  }),
  enable: contract({
    method: 'post',
    path: '/employees/{employeeId}/enable',
    summary: 'Lets a disabled person work again; they get in by a new one-time link',
    params,
    response: z.object({ id: z.string() }),
  }),
  createOneTimeLink: contract({
    method: 'post',
    path: '/employees/{employeeId}/one-time-link',
    summary:
      'Makes a link by which the person sets a password, once, within 72 hours; earlier links are void',
    params,
    response: z.object({
      /** Null when the request is repeated: the link is told once and kept nowhere. */
      path: z.string().nullable(),
      expiresAt: z.number(),
    }),
  }),
  revokeTokens: contract({
    method: 'post',
    path: '/employees/{employeeId}/revoke-api-tokens',
    summary: 'Ends every API token of the person',
    params,
    response: z.object({ revoked: z.number() }),
  }),
};
