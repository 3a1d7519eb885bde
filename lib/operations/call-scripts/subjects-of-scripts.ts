import type { CallRow } from '@/db/calls';
import {
  currentOutgoingCall,
  currentSatisfactionRound,
  currentWelcomeCall,
} from '@/lib/domain/call-scripts/catalog';
import type { CallRoute } from '@/lib/domain/calls/route';
import { invalid } from '@/lib/domain/errors';
import { complaintAsSubject } from '@/lib/operations/complaints/complaint-as-subject';
import type { Context, Tx } from '@/lib/operations/context';
import { folderAsSubject } from '@/lib/operations/folders/folder-as-subject';
import { roundOfScript } from '@/lib/operations/rounds/round-of-script';
import type { HeardTalk, MissedTalk, SettledTalk, SubjectOfScript } from './subject-of-script';

/** By the id of the call script. */
const subjectsOfScripts: Readonly<Record<string, SubjectOfScript>> = {
  [currentWelcomeCall.id]: folderAsSubject,
  [currentSatisfactionRound.id]: roundOfScript,
  [currentOutgoingCall.id]: complaintAsSubject,
};

/** @throws Refusal `invalid` at `script` when no call is placed with this script, and as the subject itself refuses */
export async function cardOfSubject(
  tx: Tx,
  context: Context,
  { id, subjectId }: { id: string; subjectId: string },
): Promise<string> {
  const subject = subjectsOfScripts[id];
  if (!subject) throw invalid({ script: 'notAChoice' });
  return subject.cardOf(tx, context, subjectId);
}

export async function startOfSubject(tx: Tx, context: Context, call: CallRow) {
  if (call.scriptId === null || call.subjectId === null) return null;
  return (await subjectsOfScripts[call.scriptId]?.startOf(tx, context, call.subjectId)) ?? null;
}

/** @throws Refusal as the subject itself refuses */
export async function refuseRecordsOfSubject(tx: Tx, call: CallRow, route: CallRoute): Promise<void> {
  const { scriptId, subjectId } = call;
  if (scriptId === null || subjectId === null) return;
  await subjectsOfScripts[scriptId]?.refuseRecords?.(tx, subjectId, route);
}

export async function settleSubject(tx: Tx, context: Context, talk: SettledTalk): Promise<void> {
  const { scriptId, subjectId } = talk.call;
  if (scriptId === null || subjectId === null) return;
  await subjectsOfScripts[scriptId]?.settle(tx, context, subjectId, talk);
}

export async function hearOfSubject(tx: Tx, context: Context, talk: HeardTalk): Promise<void> {
  const { scriptId, subjectId } = talk.call;
  if (scriptId === null || subjectId === null) return;
  await subjectsOfScripts[scriptId]?.hear?.(tx, context, subjectId, talk);
}

export async function missSubject(tx: Tx, context: Context, talk: MissedTalk): Promise<void> {
  const { scriptId, subjectId } = talk.call;
  if (scriptId === null || subjectId === null) return;
  await subjectsOfScripts[scriptId]?.missed?.(tx, context, subjectId, talk);
}
