import { door } from '@/app/api/v1/door';
import { reportSettingsContracts } from '@/lib/domain/reports/report-settings.contract';
import { createReportView } from '@/lib/operations/reports/create-report-view';
import { listReportViews } from '@/lib/operations/reports/list-report-views';

export const GET = door(reportSettingsContracts.views, listReportViews);
export const POST = door(reportSettingsContracts.createView, createReportView);
