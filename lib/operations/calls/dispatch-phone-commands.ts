import { getCallForUpdate } from '@/db/calls';
import {
  listOpenPhoneCommands,
  type PhoneCommandRow,
  updatePhoneCommand,
  updatePhoneCommandStarted,
} from '@/db/phone-commands';
import {
  isOfRecording,
  type PhoneAnswer,
  type PhoneCommand,
  ringsTelephone,
  type Telephony,
} from '@/lib/domain/telephony';
import type { Context, Tx } from '@/lib/operations/context';
import { followUpCommand, isStillWanted } from './follow-up-command';
import { lookUpCommand } from './look-up-command';

/** Longer than any request to the provider lasts; a command started longer ago has lost the process that started it. */
const startedForMs = 20_000;
const lookUpAfterMs = 3000;
const longestDelayMs = 15_000;
const mostAttempts = 40;
const mostJoins = 2;

/** What people would hear or pay for each time. */
const isSeldomRepeated = (type: PhoneCommand['type']) => ringsTelephone(type) || isOfRecording(type);

/**
 * Carries out the waiting commands of every call, the calls side by side, the commands of one call in order and one at a
 * time. A command is marked before the network is touched, so that after a crash it is looked up at the provider before
 * anything is sent again (I3).
 */
export async function dispatchPhoneCommands(
  newContext: () => Context,
  telephony: Telephony,
  busy: Set<string>,
): Promise<void> {
  const open = await listOpenPhoneCommands(newContext().read);
  const callIds = new Set(open.map(({ callId }) => callId));
  await Promise.all(
    [...callIds]
      .filter((callId) => !busy.has(callId))
      .map(async (callId) => {
        busy.add(callId);
        try {
          while (await carryOutNext(newContext(), telephony, callId));
        } finally {
          busy.delete(callId);
        }
      }),
  );
}

/** Commands a dead process left behind are looked up at once rather than when their time is over; for a database of one process. */
export async function releaseStartedCommands(context: Context): Promise<void> {
  await context.tx(async (tx) => {
    for (const row of await listOpenPhoneCommands(tx)) {
      if (row.state === 'started') await updatePhoneCommand(tx, row, { nextAttemptAt: context.now() });
    }
  });
}

/** True when the call's next command was dealt with and the one behind it can be tried. */
async function carryOutNext(context: Context, telephony: Telephony, callId: string): Promise<boolean> {
  const [next] = await listOpenPhoneCommands(context.read, callId);
  if (!next || next.nextAttemptAt > context.now()) return false;
  if (next.state === 'started') {
    const found = await lookUpCommand(context, telephony, next);
    return settle(context, next, found);
  }
  const startedAt = context.now();
  const start = await context.tx((tx) => begin(tx, next, startedAt));
  if (start !== 'begun') return start === 'needless';
  const answer = await telephony.carryOut(next.command, callId);
  return settle(context, { ...next, attempts: next.attempts + 1 }, answer);
}

/** Marks a command as under way. No telephone rings for somebody who does not wait for it any more. */
async function begin(
  tx: Tx,
  row: PhoneCommandRow,
  startedAt: number,
): Promise<'begun' | 'needless' | 'othersHaveIt'> {
  if (ringsTelephone(row.command.type)) {
    const call = await getCallForUpdate(tx, row.callId);
    if (call && !(await isStillWanted(tx, call, row.command))) {
      const isMine = await updatePhoneCommand(tx, row, { state: 'void', endedAt: startedAt });
      return isMine ? 'needless' : 'othersHaveIt';
    }
  }
  const nextAttemptAt = startedAt + startedForMs;
  const isMine = await updatePhoneCommandStarted(tx, row, { startedAt, nextAttemptAt });
  return isMine ? 'begun' : 'othersHaveIt';
}

/** Keeps how a started command came out; `again`: it never reached the provider and may be sent. */
async function settle(
  context: Context,
  row: PhoneCommandRow,
  answer: PhoneAnswer | { result: 'again'; problem: string },
): Promise<boolean> {
  const now = context.now();
  const delayMs = Math.min(longestDelayMs, 1000 * 2 ** Math.min(row.attempts, 10));
  const end = (state: 'done' | 'failed' | 'void' | 'needsPerson', problem: string | null = null) =>
    ({ state, endedAt: now, problem }) as const;
  const change = (() => {
    switch (answer.result) {
      case 'done':
        return end('done');
      case 'gone':
        return end('void', answer.problem);
      case 'refused':
        return end('failed', answer.problem);
      case 'again':
        if (isSeldomRepeated(row.command.type) && row.attempts >= mostJoins)
          return end('needsPerson', answer.problem);
        return { state: 'pending', nextAttemptAt: now, problem: answer.problem } as const;
      case 'retry':
        if (row.attempts >= mostAttempts) return end('needsPerson', answer.problem);
        return {
          state: 'pending',
          nextAttemptAt: now + Math.max(answer.afterMs, delayMs),
          problem: answer.problem,
        } as const;
      case 'unknown':
        if (row.attempts >= mostAttempts) return end('needsPerson', answer.problem);
        return {
          attempts: row.attempts + (row.state === 'started' ? 1 : 0),
          nextAttemptAt: now + Math.max(lookUpAfterMs, delayMs),
          problem: answer.problem,
        };
    }
  })();
  await context.tx(async (tx) => {
    const call = await getCallForUpdate(tx, row.callId);
    if (!call) return;
    const { id, attempts, command } = row;
    const isTooLate = change.state === 'pending' && !(await isStillWanted(tx, call, command));
    const kept = isTooLate ? end('void', change.problem) : change;
    if (!(await updatePhoneCommand(tx, { id, attempts, state: 'started' }, kept))) return;
    const isGivenUp = kept.state === 'failed' || kept.state === 'needsPerson';
    await followUpCommand(tx, context, call, command, { answer, isGivenUp });
  });
  return 'endedAt' in change || answer.result === 'again';
}
