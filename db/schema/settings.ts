import type { SeenKind, SeenVia } from '@/lib/domain/access-log/seen';
import { defaultAnnouncement, defaultRetentionDays } from '@/lib/domain/recordings/line-recording';
import type { Kit } from './kit';

export function defineSettings(k: Kit) {
  const settings = k.table('settings', {
    key: k.text('key').primaryKey(),
    value: k.json<unknown>('value').notNull(),
    updatedAt: k.time('updated_at').notNull(),
    updatedBy: k.text('updated_by'),
  });

  const projects = k.table('projects', {
    id: k.text('id').primaryKey(),
    name: k.text('name').notNull(),
    sortKey: k.sortable('sort_key').notNull(),
    /** ON-2: the product comes with a book. */
    hasBook: k.flag('has_book').notNull().default(false),
    version: k.integer('version').notNull().default(1),
    createdAt: k.time('created_at').notNull(),
    disabledAt: k.time('disabled_at'),
  });

  const cities = k.table(
    'cities',
    {
      id: k.text('id').primaryKey(),
      name: k.text('name').notNull(),
      nameEn: k.text('name_en').notNull(),
      nameNorm: k.sortable('name_norm').notNull(),
      region: k.text('region').notNull(),
      timeZone: k.text('time_zone').notNull(),
      diallingCodes: k.json<string[]>('dialling_codes').notNull(),
      sortKey: k.sortable('sort_key').notNull(),
      version: k.integer('version').notNull().default(1),
      createdAt: k.time('created_at').notNull(),
      disabledAt: k.time('disabled_at'),
    },
    (t) => [k.index('cities_name_norm').on(t.nameNorm), k.index('cities_name').on(t.sortKey, t.id)],
  );

  const companyNumbers = k.table(
    'company_numbers',
    {
      id: k.text('id').primaryKey(),
      e164: k.text('e164').notNull(),
      name: k.text('name').notNull(),
      createdAt: k.time('created_at').notNull(),
      disabledAt: k.time('disabled_at'),
      recordsConversations: k.flag('records_conversations').notNull().default(false),
      retentionDays: k.integer('retention_days').notNull().default(defaultRetentionDays),
      announcement: k.text('announcement').notNull().default(defaultAnnouncement),
      /** Null: callers are let in when the client department is open. */
      hours: k.json<unknown>('hours'),
      /** Empty: what the company says. */
      closedGreeting: k.text('closed_greeting').notNull().default(''),
      version: k.integer('version').notNull().default(1),
    },
    (t) => [k.uniqueIndex('company_numbers_e164').on(t.e164)],
  );

  const blockedNumbers = k.table(
    'blocked_numbers',
    {
      e164: k.text('e164').primaryKey(),
      reason: k.text('reason').notNull(),
      callId: k.text('call_id'),
      blockedBy: k.text('blocked_by').notNull(),
      blockedAt: k.time('blocked_at').notNull(),
    },
    (t) => [k.index('blocked_numbers_newest').on(t.blockedAt, t.e164)],
  );

  const changes = k.table(
    'changes',
    {
      id: k.text('id').primaryKey(),
      noun: k.text('noun').notNull(),
      nounId: k.text('noun_id').notNull(),
      at: k.time('at').notNull(),
      employeeId: k.text('employee_id'),
      fields: k.json<Record<string, { from: unknown; to: unknown }>>('fields').notNull(),
      reason: k.text('reason'),
      /** The API token it was done with; null: from our own pages, by the phone provider or by our own clock. */
      apiTokenId: k.text('api_token_id'),
    },
    (t) => [
      k.index('changes_noun').on(t.noun, t.nounId, t.at, t.id),
      k.index('changes_newest').on(t.noun, t.at, t.id),
    ],
  );

  const accessLog = k.table(
    'access_log',
    {
      id: k.text('id').primaryKey(),
      at: k.time('at').notNull(),
      employeeId: k.text('employee_id').notNull(),
      via: k.text('via').$type<SeenVia>().notNull(),
      kind: k.text('kind').$type<SeenKind>().notNull(),
      /** Empty for a list of everything: a unique key takes no two nulls for the same. */
      subjectId: k.text('subject_id').notNull(),
      counterpartyId: k.text('counterparty_id'),
      rowCount: k.integer('row_count'),
      /** Names joined by commas. */
      filters: k.text('filters').notNull(),
      /** Empty where the page begins its list. */
      afterId: k.text('after_id').notNull(),
      /** Which of the spans, counted from the epoch, within which the same is written once. */
      span: k.integer('span').notNull(),
    },
    (t) => [
      k
        .uniqueIndex('access_log_once')
        .on(t.employeeId, t.span, t.kind, t.subjectId, t.filters, t.afterId, t.via),
      k.index('access_log_newest').on(t.at, t.id),
      k.index('access_log_employee').on(t.employeeId, t.at, t.id),
      k.index('access_log_counterparty').on(t.counterpartyId, t.at, t.id),
    ],
  );

  const counters = k.table('counters', {
    name: k.text('name').primaryKey(),
    value: k.integer('value').notNull(),
  });

  const requests = k.table(
    'requests',
    {
      employeeId: k.text('employee_id').notNull(),
      key: k.text('key').notNull(),
      bodyHash: k.text('body_hash').notNull(),
      result: k.json<unknown>('result'),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.employeeId, t.key] }), k.index('requests_created').on(t.createdAt)],
  );

  const feed = k.table(
    'feed',
    {
      id: k.serial('id'),
      at: k.time('at').notNull(),
      noun: k.text('noun').notNull(),
      nounId: k.text('noun_id').notNull(),
      departmentId: k.text('department_id'),
      employeeId: k.text('employee_id'),
    },
    (t) => [k.index('feed_at').on(t.at)],
  );

  return {
    settings,
    projects,
    cities,
    companyNumbers,
    blockedNumbers,
    changes,
    accessLog,
    counters,
    requests,
    feed,
  };
}
