import type { RingOrder } from '@/lib/domain/employees/call-handling';
import type { Grants } from '@/lib/domain/employees/permission';
import type { PhoneKind } from '@/lib/domain/employees/phone-kind';
import type { BrowserPhone, ChosenPresence } from '@/lib/domain/employees/presence';
import type { DepartmentKind, Role } from '@/lib/domain/employees/roles';
import type { TokenScope } from '@/lib/domain/employees/token-life';
import type { Kit } from './kit';

export function defineEmployees(k: Kit) {
  const departments = k.table('departments', {
    id: k.text('id').primaryKey(),
    kind: k.text('kind').$type<DepartmentKind>().notNull(),
    name: k.text('name').notNull(),
    nameEn: k.text('name_en').notNull(),
    headId: k.text('head_id'),
    hours: k.json<unknown>('hours').notNull(),
    ringOrder: k.text('ring_order').$type<RingOrder>().notNull().default('allAtOnce'),
    ringSeconds: k.integer('ring_seconds').notNull().default(15),
    tellsPosition: k.flag('tells_position').notNull().default(true),
    takesMessages: k.flag('takes_messages').notNull().default(false),
    /** The department that a waiting call rings at too, once it has rung here for so long; null for none. */
    overflowDepartmentId: k.text('overflow_department_id'),
    overflowSeconds: k.integer('overflow_seconds').notNull().default(30),
    /** Who is shown what has come overdue, and after how many working minutes. */
    escalation: k.json<unknown>('escalation').notNull().default([]),
    version: k.integer('version').notNull().default(1),
    createdAt: k.time('created_at').notNull(),
    disabledAt: k.time('disabled_at'),
  });

  const employees = k.table(
    'employees',
    {
      id: k.text('id').primaryKey(),
      surname: k.text('surname').notNull(),
      givenName: k.text('given_name').notNull(),
      patronymic: k.text('patronymic'),
      presentsAs: k.text('presents_as').notNull(),
      email: k.text('email').notNull(),
      departmentId: k.text('department_id').notNull(),
      roles: k.json<Role[]>('roles').notNull(),
      /** Ids of roles that an administrator added. */
      addedRoles: k.json<string[]>('added_roles').notNull().default([]),
      phone: k.text('phone'),
      phoneKind: k.text('phone_kind').$type<PhoneKind>().notNull().default('dialled'),
      substituteId: k.text('substitute_id'),
      /** How long before a next reaction is due its person is told; null: not at all. */
      reminderMinutes: k.integer('reminder_minutes').default(10),
      passwordHash: k.text('password_hash'),
      sortKey: k.sortable('sort_key').notNull(),
      version: k.integer('version').notNull().default(1),
      createdAt: k.time('created_at').notNull(),
      disabledAt: k.time('disabled_at'),
    },
    (t) => [
      k.uniqueIndex('employees_email').on(t.email),
      k.index('employees_department').on(t.departmentId, t.sortKey, t.id),
      k.index('employees_name').on(t.sortKey, t.id),
    ],
  );

  const roles = k.table('roles', {
    /** The name of one of the roles everybody knows, or the id of an added one. */
    id: k.text('id').primaryKey(),
    /** Of an added role alone. */
    name: k.text('name'),
    nameEn: k.text('name_en'),
    /** What differs from the rights by default. */
    grants: k.json<Grants>('grants').notNull(),
    version: k.integer('version').notNull(),
    createdAt: k.time('created_at').notNull(),
    disabledAt: k.time('disabled_at'),
  });

  const presences = k.table('presences', {
    employeeId: k.text('employee_id').primaryKey(),
    chosen: k.text('chosen').$type<ChosenPresence>().notNull(),
    since: k.time('since').notNull(),
    absentUntil: k.time('absent_until'),
    afterCallUntil: k.time('after_call_until'),
    /** Between these nothing was heard of the console of an available person; without an end: still nothing. */
    silentFrom: k.time('silent_from'),
    silentUntil: k.time('silent_until'),
    /** Since when no call can ring at the person; null while one can. */
    unreachableFrom: k.time('unreachable_from'),
  });

  const liveConnections = k.table(
    'live_connections',
    {
      id: k.text('id').primaryKey(),
      employeeId: k.text('employee_id').notNull(),
      sessionId: k.text('session_id').notNull(),
      openedAt: k.time('opened_at').notNull(),
      lastSeenAt: k.time('last_seen_at').notNull(),
      browserPhone: k.text('browser_phone').$type<BrowserPhone>().notNull().default('off'),
    },
    (t) => [k.index('live_connections_employee').on(t.employeeId, t.lastSeenAt)],
  );

  const sessions = k.table(
    'sessions',
    {
      id: k.text('id').primaryKey(),
      employeeId: k.text('employee_id').notNull(),
      createdAt: k.time('created_at').notNull(),
      lastSeenAt: k.time('last_seen_at').notNull(),
      expiresAt: k.time('expires_at').notNull(),
      endedAt: k.time('ended_at'),
      endReason: k.text('end_reason'),
    },
    (t) => [k.index('sessions_employee').on(t.employeeId, t.endedAt)],
  );

  const oneTimeLinks = k.table('one_time_links', {
    tokenHash: k.text('token_hash').primaryKey(),
    employeeId: k.text('employee_id').notNull(),
    createdBy: k.text('created_by'),
    createdAt: k.time('created_at').notNull(),
    expiresAt: k.time('expires_at').notNull(),
    usedAt: k.time('used_at'),
  });

  const apiTokens = k.table(
    'api_tokens',
    {
      id: k.text('id').primaryKey(),
      tokenHash: k.text('token_hash').notNull(),
      employeeId: k.text('employee_id').notNull(),
      label: k.text('label').notNull(),
      /** What a program may do with it, within the rights of its employee. */
      scope: k.text('scope').$type<TokenScope>().notNull().default('change'),
      createdAt: k.time('created_at').notNull(),
      /** Null: of a token made before tokens expired. */
      expiresAt: k.time('expires_at'),
      lastUsedAt: k.time('last_used_at'),
      revokedAt: k.time('revoked_at'),
    },
    (t) => [
      k.uniqueIndex('api_tokens_hash').on(t.tokenHash),
      k.index('api_tokens_employee').on(t.employeeId, t.createdAt, t.id),
      k.index('api_tokens_newest').on(t.createdAt, t.id),
    ],
  );

  const signInThrottles = k.table('sign_in_throttles', {
    key: k.text('key').primaryKey(),
    failures: k.integer('failures').notNull(),
    lastFailureAt: k.time('last_failure_at').notNull(),
    blockedUntil: k.time('blocked_until').notNull(),
  });

  return {
    departments,
    employees,
    roles,
    presences,
    liveConnections,
    sessions,
    oneTimeLinks,
    apiTokens,
    signInThrottles,
  };
}
