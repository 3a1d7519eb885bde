import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { text } from '@/lib/domain/text-field';
import { employeeFields, employeeView } from './employees.contract';
import { longestPassword } from './password-rules';
import { type Permission, permissions } from './permission';
import { phoneKinds } from './phone-kind';
import { presenceView } from './presence.contract';
import { reminderMinutesSchema } from './reminder';

const sessionView = z.object({
  id: z.string(),
  createdAt: z.number(),
  lastSeenAt: z.number(),
  expiresAt: z.number(),
  isThis: z.boolean(),
});

export type SessionView = z.infer<typeof sessionView>;

export const meContracts = {
  get: contract({
    method: 'get',
    path: '/me',
    summary: 'Who is signed in, with rights and presence',
    response: z.object({
      employee: employeeView,
      presence: presenceView,
      /** The absent people this person stands in for (CS-9). */
      substitutesFor: z.array(z.object({ id: z.string(), name: z.string() })),
      permissions: z.array(z.enum(permissions as [Permission, ...Permission[]])),
    }),
  }),
  update: contract({
    method: 'patch',
    path: '/me',
    summary: 'Changes how one is presented to callers, rung, stood in for and reminded',
    body: employeeFields
      .pick({ phone: true, substituteId: true })
      .extend({
        presentsAs: text(100),
        phoneKind: z.enum(phoneKinds),
        reminderMinutes: reminderMinutesSchema,
      })
      .partial(),
    response: z.object({ id: z.string() }),
  }),
  changePassword: contract({
    method: 'post',
    path: '/me/password',
    summary: 'Changes one’s own password; every other session ends',
    body: z.object({
      currentPassword: z.string().min(1, 'required').max(1024, 'tooLong'),
      newPassword: z.string().min(1, 'required').max(longestPassword, 'tooLong'),
    }),
    response: z.object({ endedSessions: z.number() }),
  }),
  listSessions: contract({
    method: 'get',
    path: '/me/sessions',
    summary: 'Where one is signed in',
    response: z.object({ rows: z.array(sessionView) }),
  }),
  endOtherSessions: contract({
    method: 'post',
    path: '/me/sessions/end-others',
    summary: 'Ends every session of one’s own but this one',
    response: z.object({ endedSessions: z.number() }),
  }),
};
