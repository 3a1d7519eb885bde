import { listCallScriptEvents, listPastRuns, type PastRun } from '@/db/call-scripts';
import { getCall } from '@/db/calls';
import { listNextReactionsOfReactions } from '@/db/next-reactions';
import type { Db } from '@/db/store';
import type { CallScript } from '@/lib/domain/call-scripts/call-script';
import {
  type Difference,
  differencesOf,
  type Outcome,
  recordOf,
  replay,
} from '@/lib/domain/call-scripts/replay';
import { formatPhone } from '@/lib/domain/phones/format-phone';
import type { Context } from '@/lib/operations/context';
import { readCodeLengths } from '@/lib/operations/settings/read-code-lengths';
import { listScriptReactions } from './read-written';

export type ReplayedCall = {
  callId: string;
  startedAt: number;
  machineVersion: number;
  differences: Difference[];
};

/** How many calls are held at a time. */
const batch = 100;

/**
 * Puts the answers of past conversations to a chart and tells of each call that would stop, end elsewhere or write other
 * records by it. Reads alone. `since`: epoch ms, when the conversation began. Conversations that were set aside are left
 * out. Returns how many were replayed.
 */
export async function replayCalls(
  { read: db }: Context,
  { script, since }: { script: CallScript; since: number },
  tell: (call: ReplayedCall) => void,
): Promise<number> {
  const codeLengthOf = await readCodeLengths(db);
  let count = 0;
  for (let last: PastRun | undefined; ; ) {
    const after = last && { at: last.startedAt, id: last.callId };
    const runs = await listPastRuns(db, { scriptId: script.id, since }, { after, limit: batch });
    for (const run of runs.filter(({ status }) => status !== 'quarantined')) {
      const call = await getCall(db, run.callId);
      if (!call) continue;
      const callerPhone = call.callerE164 && formatPhone({ e164: call.callerE164 }, { codeLengthOf });
      const log = await listCallScriptEvents(db, run.callId);
      const replayed = replay(script, { managerName: '', callerPhone }, log);
      const before = await outcomeOf(db, run, call.route);
      const differences = differencesOf(before, replayed);
      count += 1;
      const { callId, startedAt, machineVersion } = run;
      if (differences.length > 0) tell({ callId, startedAt, machineVersion, differences });
    }
    last = runs.at(-1);
    if (runs.length < batch) return count;
  }
}

/** What a conversation came to, as its rows say. */
async function outcomeOf(db: Db, run: PastRun, route: Outcome['route']): Promise<Outcome> {
  const reactions = await listScriptReactions(db, run.callId);
  const next = await listNextReactionsOfReactions(
    db,
    reactions.map(({ id }) => id),
  );
  return {
    step: run.step,
    isEnded: run.status === 'done',
    route,
    records: reactions.map(({ id, route, type }) =>
      recordOf(route, type, next.filter(({ reactionId }) => reactionId === id).length),
    ),
  };
}
