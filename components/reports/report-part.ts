import type { Narrowing } from '@/lib/domain/reports/not-reckoned';
import type {
  DueRow,
  HourRow,
  LeadReportRow,
  MissedReport,
  ScriptReport,
  WayRow,
  WorkRow,
} from '@/lib/domain/reports/reports.contract';

export const reportTabs = [
  'calls',
  'people',
  'missed',
  'heatMap',
  'ways',
  'reactions',
  'leads',
  'script',
] as const;
export type ReportTab = (typeof reportTabs)[number];

/** What the open tab shows. */
export type ReportPart =
  | { tab: 'calls' | 'heatMap'; hours: HourRow[] }
  | { tab: 'people'; rows: WorkRow[] }
  | { tab: 'missed'; report: MissedReport }
  | { tab: 'ways'; rows: WayRow[] }
  | { tab: 'reactions'; rows: DueRow[]; medianLateMinutes: number | null; notReckonedFor: Narrowing | null }
  | { tab: 'leads'; rows: LeadReportRow[]; medianSeconds: number | null; ninetiethSeconds: number | null }
  | { tab: 'script'; report: ScriptReport };

/** How a tab shows its numbers: drawn, written, or both. */
export const displays = ['both', 'chart', 'table'] as const;
export type Display = (typeof displays)[number];
