import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '@/lib/domain/errors';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each hash takes 19 MiB and a thread; more at once would slow the calls of the same process. */
const hashesAtOnce = 2;

/** Who comes when so many wait already is sent away: they would wait longer than anybody stays. */
const mostWaiting = 40;
/** After so long they may come again. */
export const hashesBusyForMs = 2_000;

/** Of no password: what is verified for an account that is unknown, so that it takes as long as a known one. */
const hashOfNobody =
  '$argon2id$v=19$m=19456,t=2,p=1$c2FsdG9mbm9ib2R5ISEhIQ$PdZyjXTHJdrRkKvSQbUX5+SgSDMr0kXmtDkfZGUlGE0';

type Turns = { running: number; waiting: (() => void)[] };
const shared = globalThis as typeof globalThis & { callboardHashTurns?: Turns };

function turnsOfProcess(): Turns {
  shared.callboardHashTurns ??= { running: 0, waiting: [] };
  return shared.callboardHashTurns;
}

/** Whether no more passwords can be looked at for now. */
export const areHashesBusy = (): boolean => turnsOfProcess().waiting.length >= mostWaiting;

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (areHashesBusy()) {
    throw new Refusal('throttled', 'too many passwords at once', {}, { waitMs: hashesBusyForMs });
  }
  const turns = turnsOfProcess();
  if (turns.running < hashesAtOnce) turns.running++;
  else await new Promise<void>((resolve) => turns.waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = turns.waiting.shift();
    if (next) next();
    else turns.running--;
  }
}

/** Argon2id. Slow on purpose: never inside a transaction. @throws Refusal `throttled` when too many wait */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

/**
 * Takes the same time whether there is a password to compare with (`null`: there is none) or not.
 * @throws Refusal `throttled` when too many wait
 */
export async function isPasswordRight(password: string, passwordHash: string | null): Promise<boolean> {
  const isRight = await inTurn(() => verify(passwordHash ?? hashOfNobody, password));
  return isRight && passwordHash !== null;
}
