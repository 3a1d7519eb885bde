import { and, eq, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { hasRow } from '@/db/has-row';
import type { Db } from '@/db/store';

/** Which work a report is of, between two moments (epoch ms), the last left out. */
export type WorkScope = {
  from: number;
  until: number;
  departmentId?: string;
  employeeId?: string;
  /** The number of ours that was called, as the line tells it. */
  line?: string;
  projectId?: string;
  /** Of those alone that stand with no person. */
  isNobodys?: boolean;
};

/** The call was to that number of ours. */
export function hasCalled(db: Db, callId: SQLiteColumn, line: string): SQL {
  const { calls } = db.t;
  return hasRow(db, calls, and(eq(calls.id, callId), eq(calls.calledNumber, line)));
}

/** The appeal is about that project. */
export function isOfProject(db: Db, appealId: SQLiteColumn, projectId: string): SQL {
  const { appeals } = db.t;
  return hasRow(db, appeals, and(eq(appeals.id, appealId), eq(appeals.projectId, projectId)));
}
