import { z } from 'zod';
import { callOutcomes } from '@/lib/domain/calls/call';
import { journalRowSchema } from '@/lib/domain/calls/journal-view';
import { callRoutes } from '@/lib/domain/calls/route';
import { complaintRowSchema } from '@/lib/domain/complaints/complaint-views';
import { contract } from '@/lib/domain/contract';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import {
  appealViewSchema,
  departmentNameSchema,
  nextReactionViewSchema,
} from '@/lib/domain/reactions/reaction-views';
import { recordId, text } from '@/lib/domain/text-field';
import { callFigures } from './call-figure';
import { callsPartShape } from './calls-part-schema';
import { exportables } from './exportables';
import { narrowings } from './not-reckoned';
import { comparisons } from './period';
import { periodShape, withPeriodInOrder } from './period-schema';
import {
  appealFigures,
  causeLength,
  complaintFigures,
  dueFigures,
  leadFigures,
  missedFigures,
} from './reaction-figure';
import { reportSettingsSchema } from './report-settings';

const scopeShape = {
  ...periodShape,
  departmentId: recordId.optional(),
  employeeId: recordId.optional(),
  /** The number of ours that was called, as the line tells it. */
  line: text(40).optional(),
  projectId: recordId.optional(),
};

const reportQuery = withPeriodInOrder(
  z.object({ ...scopeShape, compare: z.enum(comparisons).default('none') }),
);
export type ReportQuery = { from: string; until: string } & Partial<
  Pick<z.output<typeof reportQuery>, 'departmentId' | 'employeeId' | 'line' | 'projectId' | 'compare'>
>;

export const figureKeys = [
  'serviceLevel',
  'averageAnswer',
  'abandonment',
  'averageHandling',
  'firstContact',
  'occupancy',
  'calledBack',
  'leadsInMinute',
  'overdue',
  'adherence',
] as const;
export type FigureKey = (typeof figureKeys)[number];

/** Lists of the rows that a figure was counted from. */
export const rowLists = ['calls', 'missed', 'appeals', 'reactions', 'leads', 'complaints'] as const;
export type RowList = (typeof rowLists)[number];

/** Which part of the narrowing leaves it without a meaning; null where it was reckoned. */
const notReckonedSchema = z.enum(narrowings).nullable();

/** One figure: a share from 0 to 1 or a length in ms; null where there was nothing to reckon it of, or it is not reckoned for what was asked. */
const figureSchema = z.object({
  key: z.enum(figureKeys),
  unit: z.enum(['share', 'ms']),
  value: z.number().nullable(),
  /** Of how many calls, appeals or ms. */
  of: z.number(),
  notReckonedFor: notReckonedSchema,
  /** The same in the period compared with. */
  before: z.number().nullable(),
  target: z.object({ value: z.number(), is: z.enum(['atLeast', 'atMost']) }).nullable(),
  /** Which rows stand behind it: a list of what was counted, or what each person of the report did. */
  rows: z.union([
    z.object({ list: z.enum(rowLists), figure: z.string() }),
    z.object({ list: z.literal('people') }),
  ]),
});
export type Figure = z.output<typeof figureSchema>;

/** Said with every part of a report. */
const head = {
  /** When the figures were read, epoch ms. */
  now: z.number(),
  /** Older calls are still being measured: figures of the past will grow. */
  isMeasuring: z.boolean(),
  timeZone: z.string(),
  period: z.object({ from: z.string(), until: z.string() }),
};

const hourSchema = z.object({
  day: z.string(),
  hour: z.number(),
  queued: z.number(),
  answered: z.number(),
  inTime: z.number(),
  lostLate: z.number(),
  lostShort: z.number(),
  answeredWaitMs: z.number(),
  closedHours: z.number(),
  blocked: z.number(),
  holdMs: z.number(),
});
export type HourRow = z.output<typeof hourSchema>;

const workRowSchema = z.object({
  employee: personNameSchema,
  department: departmentNameSchema,
  handled: z.number(),
  onLineMs: z.number(),
  /** Of a person's whole time: null in a report of one number or project, which no such time belongs to. */
  afterCallMs: z.number().nullable(),
  contactMs: z.number().nullable(),
  idleMs: z.number().nullable(),
  /** How often calls were offered, and how often the person let one ring out or declined it; null likewise. */
  offered: z.number().nullable(),
  notAnswered: z.number().nullable(),
});
export type WorkRow = z.output<typeof workRowSchema>;

const dayRowSchema = z.object({
  day: z.string(),
  contactMs: z.number(),
  afterCallMs: z.number(),
  idleMs: z.number(),
  offered: z.number(),
  notAnswered: z.number(),
});
export type DayRow = z.output<typeof dayRowSchema>;

const missedReportSchema = z.object({
  counts: z.record(z.enum(missedFigures), z.number()),
  notReckonedFor: notReckonedSchema,
  medianMinutes: z.number().nullable(),
  ninetiethMinutes: z.number().nullable(),
});
export type MissedReport = z.output<typeof missedReportSchema>;

const wayRowSchema = z.object({
  calledNumber: z.string(),
  line: z.string().nullable(),
  route: z.enum(callRoutes).nullable(),
  department: departmentNameSchema.nullable(),
  outcome: z.enum(callOutcomes),
  /** Whoever the caller was handed over to took the call. */
  isTaken: z.boolean(),
  calls: z.number(),
});
export type WayRow = z.output<typeof wayRowSchema>;

const dueRowSchema = z.object({
  department: departmentNameSchema,
  employee: personNameSchema.nullable(),
  due: z.number(),
  overdue: z.number(),
  inTime: z.number(),
  postponed: z.number(),
});
export type DueRow = z.output<typeof dueRowSchema>;

const leadRowSchema = z.object({
  department: departmentNameSchema,
  acceptedBy: personNameSchema.nullable(),
  routed: z.number(),
  inMinute: z.number(),
  late: z.number(),
  escalated: z.number(),
  waiting: z.number(),
});
export type LeadReportRow = z.output<typeof leadRowSchema>;

const complaintTally = {
  made: z.number(),
  received: z.number(),
  inWork: z.number(),
  answered: z.number(),
  closed: z.number(),
  overdue: z.number(),
  /** Of whom the client was answered, and how long that took together. */
  everAnswered: z.number(),
  answerMs: z.number(),
};
const complaintReportSchema = z.object({
  departments: z.array(z.object({ department: departmentNameSchema, ...complaintTally })),
  /** Of complaints the person may see, the most frequent first; one space is a cause not found yet. */
  causes: z.array(z.object({ cause: z.string(), ...complaintTally })),
});
export type ComplaintReport = z.output<typeof complaintReportSchema>;

const stepRowSchema = z.object({
  step: z.string(),
  stays: z.number(),
  /** In how many calls it was left again. */
  calls: z.number(),
  medianSeconds: z.number().nullable(),
  /** How many callers hung up there. */
  brokenOff: z.number(),
});
export type StepRow = z.output<typeof stepRowSchema>;

const scriptReportSchema = z.object({
  conversations: z.number(),
  itemsDue: z.number(),
  itemsDone: z.number(),
  itemsExcused: z.number(),
  backs: z.number(),
  unlistedAnswers: z.number(),
  refusedAnswers: z.number(),
  steps: z.array(stepRowSchema),
});
export type ScriptReport = z.output<typeof scriptReportSchema>;

const countedCallSchema = journalRowSchema.extend({
  /** How often it was offered, or offered in vain; null where a figure counts calls. */
  offers: z.number().nullable(),
});
export type CountedCall = z.output<typeof countedCallSchema>;

const offersSchema = z.object({ offers: z.number(), calls: z.number() });
/** Of a figure that counts offers, on its first page: how many in how many calls. */
export type OffersInCalls = z.output<typeof offersSchema>;

const rowsQuery = <Figure extends string>(figures: readonly [Figure, ...Figure[]]) =>
  withPeriodInOrder(rowsShape(figures));

const rowsShape = <Figure extends string>(figures: readonly [Figure, ...Figure[]]) =>
  pageQuery.extend({ ...scopeShape, figure: z.enum(figures) });

/** `nobodys`: of those alone that stand with no person. */
const personalRowsQuery = <Figure extends string>(figures: readonly [Figure, ...Figure[]]) =>
  withPeriodInOrder(rowsShape(figures).extend({ nobodys: z.stringbool().optional() }));

export const reportContracts = {
  figures: contract({
    method: 'get',
    path: '/reports/figures',
    summary: 'The figures of a period, and of the one it is compared with',
    query: reportQuery,
    response: z.object({ ...head, settings: reportSettingsSchema, figures: z.array(figureSchema) }),
  }),
  hours: contract({
    method: 'get',
    path: '/reports/hours',
    summary: 'Calls by hour of each day',
    query: reportQuery,
    response: z.object({ ...head, hours: z.array(hourSchema) }),
  }),
  people: contract({
    method: 'get',
    path: '/reports/people',
    summary: 'What people handled, and how their time was filled',
    query: reportQuery,
    response: z.object({ ...head, rows: z.array(workRowSchema) }),
  }),
  days: contract({
    method: 'get',
    path: '/reports/days',
    summary: 'How the time of a person, or of all of them together, was filled on each day',
    query: reportQuery,
    response: z.object({ ...head, rows: z.array(dayRowSchema), notReckonedFor: notReckonedSchema }),
  }),
  missed: contract({
    method: 'get',
    path: '/reports/missed',
    summary: 'Callers nobody answered, and how they were answered for (IN-11)',
    query: reportQuery,
    response: missedReportSchema.extend(head),
  }),
  ways: contract({
    method: 'get',
    path: '/reports/ways',
    summary: 'The ways of callers: line, route, first hand-over, end',
    query: reportQuery,
    response: z.object({ ...head, rows: z.array(wayRowSchema) }),
  }),
  reactions: contract({
    method: 'get',
    path: '/reports/reactions',
    summary: 'Next reactions that came due, and those that were late',
    query: reportQuery,
    response: z.object({
      ...head,
      rows: z.array(dueRowSchema),
      medianLateMinutes: z.number().nullable(),
      notReckonedFor: notReckonedSchema,
    }),
  }),
  leads: contract({
    method: 'get',
    path: '/reports/leads',
    summary: 'Leads, and how soon they were accepted (IN-11)',
    query: reportQuery,
    response: z.object({
      ...head,
      rows: z.array(leadRowSchema),
      medianSeconds: z.number().nullable(),
      ninetiethSeconds: z.number().nullable(),
    }),
  }),
  script: contract({
    method: 'get',
    path: '/reports/script',
    summary: 'How conversations kept to the call script',
    query: reportQuery,
    response: scriptReportSchema.extend(head),
  }),
  complaints: contract({
    method: 'get',
    path: '/reports/complaints',
    summary: 'Complaints of the period by department and cause, and how soon they were answered (SA-3)',
    query: reportQuery,
    response: complaintReportSchema.extend(head),
  }),
  complaintRows: contract({
    method: 'get',
    path: '/reports/made-complaints',
    summary: 'The complaints that a figure was counted from, of those the person may see, newest first',
    query: withPeriodInOrder(
      rowsShape(complaintFigures).extend({ cause: z.string().max(causeLength).optional() }),
    ),
    response: pageOf(complaintRowSchema).extend({ now: z.number() }),
  }),
  calls: contract({
    method: 'get',
    path: '/reports/calls',
    summary: 'The calls that a figure was counted from, newest first',
    query: withPeriodInOrder(rowsShape(callFigures).extend(callsPartShape)),
    response: pageOf(countedCallSchema).extend({ now: z.number(), offers: offersSchema.nullable() }),
  }),
  missedRows: contract({
    method: 'get',
    path: '/reports/missed-callers',
    summary: 'The missed callers that a figure was counted from, newest first',
    query: rowsQuery(missedFigures),
    response: pageOf(nextReactionViewSchema).extend({ now: z.number() }),
  }),
  dueRows: contract({
    method: 'get',
    path: '/reports/next-reactions',
    summary: 'The next reactions that a figure was counted from, the latest due first',
    query: personalRowsQuery(dueFigures),
    response: pageOf(nextReactionViewSchema).extend({ now: z.number() }),
  }),
  leadRows: contract({
    method: 'get',
    path: '/reports/routed-leads',
    summary: 'The next reactions of the leads that a figure was counted from, newest first',
    query: personalRowsQuery(leadFigures),
    response: pageOf(nextReactionViewSchema).extend({ now: z.number() }),
  }),
  appealRows: contract({
    method: 'get',
    path: '/reports/appeals',
    summary: 'The appeals that a figure was counted from, of cards the person may see, newest first',
    query: rowsQuery(appealFigures),
    response: pageOf(appealViewSchema).extend({ now: z.number() }),
  }),
  file: contract({
    method: 'get',
    path: '/reports/file',
    summary: 'A report as a file for spreadsheets; who took it is kept (CS-10)',
    query: withPeriodInOrder(
      z.object({
        ...scopeShape,
        compare: z.enum(comparisons).default('none'),
        what: z.enum(exportables),
        language: z.enum(['ru', 'en']).default('ru'),
      }),
    ),
    response: z.string(),
    mediaType: 'text/csv',
  }),
};
