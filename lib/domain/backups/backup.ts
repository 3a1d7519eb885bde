import { z } from 'zod';

/** Who asked for it: the schedule, a person in the settings, the shell, or a restore that kept what it was to replace. */
export const backupOrigins = ['schedule', 'person', 'command', 'beforeRestore'] as const;
export type BackupOrigin = (typeof backupOrigins)[number];

const tableContents = z.object({ rows: z.int(), hash: z.string() });

/** Kept in the backup's folder and written last: a folder without it is no backup. */
export const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.number(),
  origin: z.enum(backupOrigins),
  /** Of the product that made it. */
  version: z.string(),
  dialect: z.enum(['sqlite', 'postgres']),
  /** The name of the last migration, and how many there are. */
  schema: z.string(),
  migrations: z.int(),
  /** The file with every table. */
  database: z.object({ file: z.string(), length: z.number(), sha256: z.string() }),
  /** What each table holds; the same for the same contents in either database. */
  tables: z.record(z.string(), tableContents),
  /** Recordings and attachments, by their path in the backup. */
  files: z.array(z.object({ path: z.string(), length: z.number(), sha256: z.string() })),
  /** What the database speaks of and was not there when the backup was made. */
  missing: z.array(z.string()),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

/** What is wrong with a backup; `what` names the table or the file. */
export const backupProblemKinds = [
  'manifest',
  'databaseFile',
  'integrity',
  'table',
  'fileMissing',
  'fileDamaged',
] as const;
export type BackupProblem = { kind: (typeof backupProblemKinds)[number]; what: string };

/** The last time a backup was read as a whole, byte by byte. */
export type BackupCheck = { checkedAt: number; problems: BackupProblem[] };

export type Backup = {
  /** The moment in UTC, and the name of its folder. */
  name: string;
  madeAt: number;
  /** Null when its manifest cannot be read. */
  summary: BackupSummary | null;
  check: BackupCheck | null;
};

export type BackupSummary = {
  origin: BackupOrigin;
  byteLength: number;
  rowCount: number;
  fileCount: number;
  /** Files that the database speaks of and that were not there. */
  missingCount: number;
};

/** What is done to backups at this moment, by whichever process. `total` is null where nobody knows it beforehand. */
export type BackupWork = {
  kind: 'making' | 'checking' | 'rewriting';
  name: string;
  startedAt: number;
  stage: 'copying' | 'comparing' | 'files' | 'reading';
  done: number;
  total: number | null;
};

export const backupFailureCodes = ['noSpace', 'notWritable', 'other'] as const;
/** The last attempt that came to nothing; forgotten when one succeeds. */
export type BackupFailure = { at: number; code: (typeof backupFailureCodes)[number]; detail: string };

/** By whose clock the console makes backups, since when it runs, and whether it is the demo. */
export type BackupOffice = { timeZone: string; startedAt: number; isDemo: boolean };

/** Where backups are kept and who makes them. */
export interface BackupKeeper {
  /** Those that are whole, newest first. */
  list(): Promise<Backup[]>;
  work(): Promise<BackupWork | null>;
  failure(): Promise<BackupFailure | null>;
  /** Where they are, and how many bytes are left there; null when that cannot be told. */
  place(): Promise<{ folder: string; freeBytes: number | null }>;
  /** Begins to make one beside the console. False when something is under way already. */
  make(origin: BackupOrigin): Promise<boolean>;
  /** Begins to read one as a whole. False when something is under way already. */
  check(name: string): Promise<boolean>;
  /** False when there is none of this name. */
  remove(name: string): Promise<boolean>;
}

export const backupNamePattern = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z(-\d{1,3})?$/;

/** 2026-11-30T05-02-54Z: no colon, which some file systems do not take. */
export const backupNameAt = (at: number) =>
  `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

/** When a backup of this name was made, to the second (epoch ms). */
export const madeAtOf = (name: string) =>
  Date.parse(name.slice(0, 20).replace(/T(\d\d)-(\d\d)-(\d\d)Z$/, 'T$1:$2:$3Z'));

/** The database and its files together, in bytes. */
export const bytesOf = ({ database, files }: BackupManifest) =>
  files.reduce((sum, { length }) => sum + length, database.length);

/** What a list shows of a backup without opening more than its manifest. */
export function summaryOf(manifest: BackupManifest): BackupSummary {
  return {
    origin: manifest.origin,
    byteLength: bytesOf(manifest),
    rowCount: Object.values(manifest.tables).reduce((sum, { rows }) => sum + rows, 0),
    fileCount: manifest.files.length,
    missingCount: manifest.missing.length,
  };
}
