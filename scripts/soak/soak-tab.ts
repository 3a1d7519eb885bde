import type { MyCall } from '@/lib/domain/calls/call-view';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';
import { hangUp, ringFrom } from '@/scripts/bench/line-control';
import { sleep } from '@/scripts/processes.mjs';
import { Person } from '@/tests/journeys/person';
import { Records } from '@/tests/journeys/records';
import { startConsole } from '@/tests/journeys/start-console';
import { BackgroundTab } from './background-tab';

const behind = 'Котов Денис Олегович';
const beside = 'sidorova';
const minuteMs = 60_000;
/** Longer than a dead tab is taken for alive, and than one round of ringing. */
const patienceMs = 55_000;
/** How long a call rings before the tab is brought to the front, as somebody does who was reading something else. */
const noticesAfterMs = 5000;

type Outcome = 'reached' | 'passedOver' | 'lost';

/**
 * A console whose tab lies behind another one, with a call each minute: it reaches the person, or the person is shown as
 * unreachable and it reaches somebody else. Returns whether no call was lost.
 */
export async function soakTab({
  minutes,
  isFrozen,
}: {
  minutes: number;
  isFrozen: boolean;
}): Promise<boolean> {
  console.log(
    `── a tab ${isFrozen ? 'asleep' : 'in the background'} for ${minutes} minutes, a call each minute`,
  );
  const callboard = await startConsole();
  const records = new Records(callboard.dataDir);
  const tab = await BackgroundTab.open(callboard.url, behind);
  const watch = watchHeartbeats(records, records.employee('kotov').id);
  try {
    await tab.beginsShift();
    const other = await Person.signIn(callboard.url, records, beside);
    await other.isAvailable();
    const count: Record<Outcome, number> = { reached: 0, passedOver: 0, lost: 0 };
    const states = new Set<string>();
    const startedAt = Date.now();
    for (let minute = 0; minute < minutes; minute += 1) {
      if (isFrozen) await tab.comesToFront();
      states.add(await tab.goesBehind());
      if (isFrozen) await tab.freezes();
      await sleep(Math.max(0, startedAt + minute * minuteMs + 3000 - Date.now()));
      const outcome = await callOnce({
        tab,
        other,
        isFrozen,
        lineUrl: callboard.lineUrl,
        from: `+7999100${1000 + minute}`,
      });
      count[outcome] += 1;
      console.log(
        `   minute ${minute + 1}: ${outcome}, longest silence so far ${seconds(watch.longestGapMs())} s`,
      );
    }
    console.log(
      `   ${minutes} calls: ${count.reached} reached the person, ${count.passedOver} were passed over, ${count.lost} lost; ` +
        `the tab was ${[...states].join(', ')}; longest silence of its heartbeat ${seconds(watch.longestGapMs())} s`,
    );
    return count.lost === 0;
  } finally {
    watch.stop();
    await tab.close();
    records.close();
    await callboard.stop();
  }
}

async function callOnce({
  tab,
  other,
  isFrozen,
  lineUrl,
  from,
}: {
  tab: BackgroundTab;
  other: Person;
  /** Nobody comes to it before somebody else has the call. */
  isFrozen: boolean;
  lineUrl: string;
  from: string;
}): Promise<Outcome> {
  const sid = await ringFrom(lineUrl, from);
  const giveUpAt = Date.now() + patienceMs;
  try {
    while (Date.now() < giveUpAt) {
      await sleep(1000);
      if (!isFrozen && (await isOffered(tab, from))) {
        await sleep(noticesAfterMs);
        if (!(await isOffered(tab, from))) continue;
        await tab.comesToFront();
        await tab.takesCall();
        return 'reached';
      }
      if (!(await isShownUnreachable(other))) continue;
      const { id } = await other.offeredFrom(from);
      await other.answers(id);
      return 'passedOver';
    }
    return 'lost';
  } catch (error) {
    console.log(`   ${error instanceof Error ? error.message : error}`);
    return 'lost';
  } finally {
    await hangUp(lineUrl, sid).catch(() => undefined);
  }
}

async function isOffered(tab: BackgroundTab, from: string): Promise<boolean> {
  const { calls } = await tab.read<{ calls: MyCall[] }>('/calls/mine');
  return calls.some(({ caller, offer }) => caller.e164 === from && offer !== null);
}

async function isShownUnreachable(reader: Person): Promise<boolean> {
  const { rows } = await reader.read<{ rows: PresenceView[] }>('/presence');
  return rows.some(({ name, derived }) => name === behind && derived === 'unreachable');
}

/** How long nothing was heard of a person's console at a time, looked at each second. */
function watchHeartbeats(records: Records, employeeId: string) {
  let longest = 0;
  let lastSeenAt = 0;
  const look = () => {
    const [row] = records.all<{ at: number | null }>(
      'select max(last_seen_at) at from live_connections where employee_id = ?',
      employeeId,
    );
    lastSeenAt = Math.max(lastSeenAt, row?.at ?? 0);
    if (lastSeenAt > 0) longest = Math.max(longest, Date.now() - lastSeenAt);
  };
  const timer = setInterval(look, 1000);
  return { longestGapMs: () => longest, stop: () => clearInterval(timer) };
}

const seconds = (ms: number) => (ms / 1000).toFixed(1);
