import { door } from '@/app/api/v1/door';
import { reportSettingsContracts } from '@/lib/domain/reports/report-settings.contract';
import { deleteReportView } from '@/lib/operations/reports/delete-report-view';

export const DELETE = door(reportSettingsContracts.deleteView, deleteReportView);
