import { isNotNull, isNull } from 'drizzle-orm';
import fc from 'fast-check';
import type { Worker } from '../company';
import type { WorkerAtDesk } from '../worker-at-desk';
import { type Model, pick, type World } from './model';

export const nth = fc.nat(40);

/** Somebody of those whom it is about; now and then somebody else, who is to be refused. */
export const somebody = fc.record({ which: nth, isAnybody: fc.nat(11).map((chance) => chance === 0) });
export type Somebody = { which: number; isAnybody: boolean };

export const isAnybodyThere = ({ consoles }: Readonly<Model>) => Object.values(consoles).includes('open');

/** Whom a call rings at, who is on the line, or who leads a conversation that is not finished. */
export type About = 'ringing' | 'onLine' | 'leading';

async function namesOf({ house }: World, about: About): Promise<Set<string | null>> {
  const { q, t } = house.store.read;
  if (about === 'ringing') {
    const offers = await q
      .select({ id: t.callOffers.employeeId })
      .from(t.callOffers)
      .where(isNull(t.callOffers.endedAt));
    return new Set(offers.map(({ id }) => id));
  }
  const calls = await q
    .select()
    .from(t.calls)
    .where(about === 'onLine' ? isNull(t.calls.endedAt) : isNotNull(t.calls.ownerId));
  return about === 'onLine'
    ? new Set(calls.flatMap(({ claimedBy, consultedId }) => [claimedBy, consultedId]))
    : new Set(calls.filter(({ finishedAt }) => finishedAt === null).map(({ ownerId }) => ownerId));
}

/** A person at a console whom it is about. */
export async function personOf(
  world: World,
  about: About,
  { which, isAnybody }: Somebody,
): Promise<WorkerAtDesk | undefined> {
  const { house } = world;
  const atConsole = Object.values(house.people).filter((one) => one.isAtConsole && !one.isFrozen);
  if (isAnybody) return pick(atConsole, which);
  const names = await namesOf(world, about);
  return pick(
    atConsole.filter(({ name }) => names.has(name)),
    which,
  );
}

/** They see their console. */
export const isAtConsole = ({ consoles }: Readonly<Model>, { who }: { who: Worker }) =>
  consoles[who] === 'open';
