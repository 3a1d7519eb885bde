import type { RequestEntry } from '../history';
import { type Check, isOk, type Violation } from './evidence';

const isClaim = (entry: { kind: string; path?: string }): entry is RequestEntry =>
  entry.kind === 'request' && /\/claim$/.test(entry.path ?? '');

/** I5: a claim generation belongs to the one person who was told so; who lost was told the winner's name. */
export const hasOneOwner: Check = ({ history, claims }) => {
  const violations: Violation[] = [];
  const violated = (what: string) => violations.push({ invariant: 'I5', what });
  const owners = new Map<string, string>();
  for (const entry of history.filter(isClaim)) {
    const callId = entry.path.split('/')[2]!;
    if (isOk(entry.status)) {
      const { generation } = entry.answer as { generation: number };
      const claim = `${callId} ${generation}`;
      const owner = owners.get(claim) ?? entry.person;
      owners.set(claim, owner);
      if (owner !== entry.person) violated(`${claim} is of ${owner} and of ${entry.person}`);
      const row = claims.find((each) => each.callId === callId && each.generation === generation);
      if (row?.employeeId !== entry.person)
        violated(`${claim}: kept for ${row?.employeeId}, told ${entry.person}`);
      continue;
    }
    const { error } = (entry.answer ?? {}) as { error?: { code?: string; winner?: string } };
    if (error?.code === 'alreadyClaimed' && !error.winner) violated(`${callId}: the loser hears no name`);
  }
  const joined = claims.filter(({ joinedAt, releasedAt }) => joinedAt !== null && releasedAt !== null);
  for (const { callId, generation } of joined.filter((one) => one.joinedAt! > one.releasedAt!)) {
    violated(`${callId} ${generation} joined after it was released`);
  }
  return violations;
};
