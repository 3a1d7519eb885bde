import type { Narrowing } from '@/lib/domain/reports/not-reckoned';
import type {
  ComplaintReport,
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
  'complaints',
] as const;
export type ReportTab = (typeof reportTabs)[number];

/** What the open tab shows; `before`: the same of the period compared with. */
export type ReportPart =
  | { tab: 'calls' | 'heatMap'; hours: HourRow[] }
  | { tab: 'people'; rows: WorkRow[]; before: WorkRow[] | null }
  | { tab: 'missed'; report: MissedReport; before: MissedReport | null }
  | { tab: 'ways'; rows: WayRow[] }
  | {
      tab: 'reactions';
      rows: DueRow[];
      before: DueRow[] | null;
      medianLateMinutes: number | null;
      notReckonedFor: Narrowing | null;
    }
  | {
      tab: 'leads';
      rows: LeadReportRow[];
      before: LeadReportRow[] | null;
      medianSeconds: number | null;
      ninetiethSeconds: number | null;
    }
  | { tab: 'script'; report: ScriptReport }
  | { tab: 'complaints'; report: ComplaintReport; before: ComplaintReport | null };

/** How a tab shows its numbers: drawn, written, or both. */
export const displays = ['both', 'chart', 'table'] as const;
export type Display = (typeof displays)[number];
