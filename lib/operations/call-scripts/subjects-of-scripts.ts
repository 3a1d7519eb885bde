import type { CallRow } from '@/db/calls';
import { getComplaint } from '@/db/complaints';
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
import { nextReactionAsSubject } from '@/lib/operations/reactions/next-reaction-as-subject';
import { roundOfScript } from '@/lib/operations/rounds/round-of-script';
import type { HeardTalk, MissedTalk, SettledTalk, SubjectOfScript } from './subject-of-script';

type Scripted = { scriptId: string; subjectId: string };

/** What a call of this script is about; undefined for a script that is about nothing. */
async function subjectOf(tx: Tx, { scriptId, subjectId }: Scripted): Promise<SubjectOfScript | undefined> {
  if (scriptId === currentOutgoingCall.id) {
    return (await getComplaint(tx, subjectId)) ? complaintAsSubject : nextReactionAsSubject;
  }
  const others: Readonly<Record<string, SubjectOfScript>> = {
    [currentWelcomeCall.id]: folderAsSubject,
    [currentSatisfactionRound.id]: roundOfScript,
  };
  return others[scriptId];
}

const scripted = ({ scriptId, subjectId }: CallRow): Scripted | null =>
  scriptId === null || subjectId === null ? null : { scriptId, subjectId };

/** @throws Refusal `invalid` at `script` when no call is placed with this script, and as the subject itself refuses */
export async function cardOfSubject(
  tx: Tx,
  context: Context,
  { id, subjectId }: { id: string; subjectId: string },
): Promise<string> {
  const subject = await subjectOf(tx, { scriptId: id, subjectId });
  if (!subject) throw invalid({ script: 'notAChoice' });
  return subject.cardOf(tx, context, subjectId);
}

/** The satisfaction round that a call is about; null for a call about anything else. */
export const roundOfCall = ({ scriptId, subjectId }: CallRow): string | null =>
  scriptId === currentSatisfactionRound.id ? subjectId : null;

/** What the talk of a call begins with by its subject, and the appeal it is about; null for a call about nothing. */
export async function startOfSubject(tx: Tx, context: Context, call: CallRow) {
  const about = scripted(call);
  return (about && (await (await subjectOf(tx, about))?.startOf(tx, context, about.subjectId))) ?? null;
}

/** @throws Refusal as the subject itself refuses */
export async function refuseRecordsOfSubject(tx: Tx, call: CallRow, route: CallRoute): Promise<void> {
  const about = scripted(call);
  if (about) await (await subjectOf(tx, about))?.refuseRecords?.(tx, about.subjectId, route);
}

/** Does to the subject what the settled route of its talk means. */
export async function settleSubject(tx: Tx, context: Context, talk: SettledTalk): Promise<void> {
  const about = scripted(talk.call);
  if (about) await (await subjectOf(tx, about))?.settle(tx, context, about.subjectId, talk);
}

/** Tells the subject each answer of its talk as it is given. */
export async function hearOfSubject(tx: Tx, context: Context, talk: HeardTalk): Promise<void> {
  const about = scripted(talk.call);
  if (about) await (await subjectOf(tx, about))?.hear?.(tx, context, about.subjectId, talk);
}

/** Tells the subject that its talk came to nothing. */
export async function missSubject(tx: Tx, context: Context, talk: MissedTalk): Promise<void> {
  const about = scripted(talk.call);
  if (about) await (await subjectOf(tx, about))?.missed?.(tx, context, about.subjectId, talk);
}
