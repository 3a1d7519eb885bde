export type Plan = {
  calls: number;
  perMinute: number;
  hangUpAfterSeconds: number | null;
  from: string | null;
};

export type PlacedCall = {
  sid: string;
  status: string;
  hasEnded: boolean;
  createdAt: number;
  talkedAt: number | null;
  endedAt: number | null;
  /** The line remembers no more than its latest calls: this one is over, and how it went is not known. */
  isForgotten?: boolean;
};

const WATCH_EVERY_MS = 5_000;

export function readPlan(options: Record<string, unknown>): { plan: Plan | null; problem: string | null } {
  const number = (name: string, fallback: number | null) => {
    const given = options[name];
    if (given === undefined) return fallback;
    return /^\d+(\.\d+)?$/.test(String(given)) && Number(given) > 0 ? Number(given) : Number.NaN;
  };
  const calls = number('calls', 1);
  const perMinute = number('per-minute', 20);
  const hangUpAfterSeconds = number('hang-up-after', null);
  if (!Number.isInteger(calls)) return { plan: null, problem: '--calls is a whole number from 1' };
  if (Number.isNaN(perMinute)) return { plan: null, problem: '--per-minute is a number above 0' };
  if (Number.isNaN(hangUpAfterSeconds))
    return { plan: null, problem: '--hang-up-after is a number of seconds above 0' };
  const from = typeof options.from === 'string' ? options.from : null;
  return { plan: { calls: calls!, perMinute: perMinute!, hangUpAfterSeconds, from }, problem: null };
}

/** Callers in turn: one known to the console, one unknown, one known, one who withholds the number. */
export function callerNumber(index: number, known: { number: string }[]): string {
  if (index % 4 === 3) return 'withheld';
  const next = known[Math.floor(index / 2) % Math.max(1, known.length)];
  if (index % 2 === 0 && next) return next.number;
  return `+7999${String(1_000_000 + index).padStart(7, '0')}`;
}

/** Places the calls at an even pace, then watches them until the last has ended or `isStopped` says so. */
export async function placeCalls(
  address: string,
  plan: Plan,
  placed: PlacedCall[],
  say: (text: string) => void,
  isStopped: () => boolean,
): Promise<void> {
  const { knownCallers } = await ask<{ knownCallers: { number: string }[] }>(`${address}/control/state`);
  const startedAt = performance.now();
  let watchedAt = startedAt;
  for (let index = 0; index < plan.calls && !isStopped(); index++) {
    const dueMs = startedAt + (index * 60_000) / plan.perMinute - performance.now();
    if (dueMs > 0) await new Promise((resolve) => setTimeout(resolve, dueMs));
    const from = plan.from ?? callerNumber(index, knownCallers);
    const call = await ask<PlacedCall>(`${address}/control/calls`, {
      from,
      ...(plan.hangUpAfterSeconds === null ? {} : { hangUpAfterSeconds: plan.hangUpAfterSeconds }),
    });
    placed.push(call);
    say(`${index + 1}/${plan.calls}  ${from}  ${call.sid}`);
    if (performance.now() - watchedAt < WATCH_EVERY_MS) continue;
    watchedAt = performance.now();
    await refresh(address, placed);
  }
  for (;;) {
    await refresh(address, placed);
    const open = placed.filter(({ hasEnded }) => !hasEnded).length;
    if (open === 0 || isStopped()) return;
    say(`${open} of ${placed.length} still on the line`);
    await new Promise((resolve) => setTimeout(resolve, WATCH_EVERY_MS));
  }
}

async function refresh(address: string, placed: PlacedCall[]): Promise<void> {
  const now = new Map((await ask<PlacedCall[]>(`${address}/control/calls`)).map((call) => [call.sid, call]));
  for (const call of placed) {
    if (!call.hasEnded) Object.assign(call, now.get(call.sid) ?? { hasEnded: true, isForgotten: true });
  }
}

async function ask<T>(url: string, input?: unknown): Promise<T> {
  const answer = await fetch(url, {
    method: input === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    body: input === undefined ? undefined : JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json() as Promise<T>;
}

/** How many calls reached an employee, and how long they waited for that. */
export function summarize(placed: PlacedCall[]): string[] {
  const forgotten = placed.filter(({ isForgotten, talkedAt }) => isForgotten && talkedAt === null).length;
  const ended = placed.filter(({ talkedAt, hasEnded }) => talkedAt === null && hasEnded).length;
  const talked = placed.filter(({ talkedAt }) => talkedAt !== null);
  const waits = talked.map(({ talkedAt, createdAt }) => (talkedAt! - createdAt) / 1000).sort((a, b) => a - b);
  const seconds = (value: number | undefined) => (value === undefined ? '—' : `${value.toFixed(1)} s`);
  return [
    `placed             ${placed.length}`,
    `reached somebody   ${talked.length}`,
    `ended unanswered   ${ended - forgotten}`,
    ...(forgotten > 0 ? [`ended, not seen    ${forgotten}`] : []),
    `still on the line  ${placed.filter(({ hasEnded }) => !hasEnded).length}`,
    `wait, median       ${seconds(waits[Math.floor((waits.length - 1) / 2)])}`,
    `wait, longest      ${seconds(waits.at(-1))}`,
  ];
}
