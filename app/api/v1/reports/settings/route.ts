import { door } from '@/app/api/v1/door';
import { reportSettingsContracts } from '@/lib/domain/reports/report-settings.contract';
import { getReportSettings } from '@/lib/operations/reports/get-report-settings';
import { updateReportSettings } from '@/lib/operations/reports/update-report-settings';

export const GET = door(reportSettingsContracts.getSettings, getReportSettings);
export const PUT = door(reportSettingsContracts.updateSettings, updateReportSettings);
