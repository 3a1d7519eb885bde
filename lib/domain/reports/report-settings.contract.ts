import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { settingVersion } from '@/lib/domain/settings/setting-version';
import { recordId, requiredText } from '@/lib/domain/text-field';
import { reportSettingsSchema } from './report-settings';

const settings = reportSettingsSchema.required();

const reportViewSchema = z.object({ id: z.string(), name: z.string(), query: z.string() });
export type ReportView = z.output<typeof reportViewSchema>;

/** Of one person. */
export const mostReportViews = 30;

export const reportSettingsContracts = {
  getSettings: contract({
    method: 'get',
    path: '/reports/settings',
    summary: 'By what the figures are reckoned, and their targets',
    response: z.object({ settings, version: settingVersion }),
  }),
  updateSettings: contract({
    method: 'put',
    path: '/reports/settings',
    summary: 'Changes them, for figures of the past as well',
    body: settings.extend({ version: settingVersion }),
    response: z.object({ settings, version: settingVersion }),
  }),
  views: contract({
    method: 'get',
    path: '/reports/views',
    summary: 'The reports a person saved under a name',
    response: z.object({ rows: z.array(reportViewSchema) }),
  }),
  createView: contract({
    method: 'post',
    path: '/reports/views',
    summary: 'Saves a report under a name; one of that name is replaced',
    body: z.object({ name: requiredText(60), query: z.string().max(1000, 'tooLong') }),
    response: reportViewSchema,
  }),
  deleteView: contract({
    method: 'delete',
    path: '/reports/views/{viewId}',
    summary: 'Forgets one of the own saved reports',
    params: z.object({ viewId: recordId }),
    response: z.object({ id: z.string() }),
  }),
};
