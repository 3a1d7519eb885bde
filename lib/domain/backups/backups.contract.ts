import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { settingVersion } from '@/lib/domain/settings/setting-version';
import { backupFailureCodes, backupNamePattern, backupOrigins, backupProblemKinds } from './backup';
import { backupScheduleSchema } from './schedule';
import { backupStates } from './state';

const problemView = z.object({ kind: z.enum(backupProblemKinds), what: z.string() });

const backupView = z.object({
  name: z.string(),
  madeAt: z.number(),
  /** Null when its manifest cannot be read. */
  summary: z
    .object({
      origin: z.enum(backupOrigins),
      byteLength: z.number(),
      rowCount: z.number(),
      fileCount: z.number(),
      missingCount: z.number(),
    })
    .nullable(),
  check: z.object({ checkedAt: z.number(), problems: z.array(problemView) }).nullable(),
});
export type BackupView = z.infer<typeof backupView>;

const backupWorkView = z.object({
  kind: z.enum(['making', 'checking', 'rewriting']),
  name: z.string(),
  startedAt: z.number(),
  stage: z.enum(['copying', 'comparing', 'files', 'reading']),
  done: z.number(),
  total: z.number().nullable(),
});

const backupsView = z.object({
  backups: z.array(backupView),
  work: backupWorkView.nullable(),
  failure: z.object({ at: z.number(), code: z.enum(backupFailureCodes), detail: z.string() }).nullable(),
  state: z.enum(backupStates),
  schedule: backupScheduleSchema,
  scheduleVersion: settingVersion,
  folder: z.string(),
  freeBytes: z.number().nullable(),
});
export type BackupsView = z.infer<typeof backupsView>;

const backupParams = z.object({ backupName: z.string().regex(backupNamePattern, 'invalid') });
const begun = z.object({ begun: z.literal(true) });

export const backupContracts = {
  list: contract({
    method: 'get',
    path: '/backups',
    summary: 'The backups, what is done to them at this moment, and the schedule',
    response: backupsView,
  }),
  make: contract({
    method: 'post',
    path: '/backups',
    summary: 'Begins to make a backup; the list tells how far it is',
    response: begun,
  }),
  check: contract({
    method: 'post',
    path: '/backups/{backupName}/check',
    summary: 'Begins to read a backup as a whole and to compare it with what it should be',
    params: backupParams,
    response: begun,
  }),
  delete: contract({
    method: 'delete',
    path: '/backups/{backupName}',
    summary: 'Deletes a backup for good',
    params: backupParams,
    response: z.object({ name: z.string() }),
  }),
  updateSchedule: contract({
    method: 'put',
    path: '/backups/schedule',
    summary: 'When backups are made by themselves, and how many of those are kept',
    body: backupScheduleSchema.extend({ version: settingVersion }),
    response: z.object({ schedule: backupScheduleSchema, version: settingVersion }),
  }),
};
