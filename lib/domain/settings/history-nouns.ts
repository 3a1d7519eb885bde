/** What has a history that is shown in the settings. */
export const historyNouns = [
  'employee',
  'role',
  'department',
  'presence',
  'times',
  'promises',
  'callWords',
  'project',
  'cardField',
  'city',
  'companyNumber',
  'blockedNumber',
  'connection',
  'reports',
  'wallboard',
  'webhooks',
  'backups',
  'retention',
] as const;
export type HistoryNoun = (typeof historyNouns)[number];
