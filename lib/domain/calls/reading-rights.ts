import type { Person } from '@/lib/domain/employees/employee';
import { mayOpenDraftOf } from '@/lib/domain/employees/permissions';
import type { OfferPurpose } from './call-effect';
import { readsWholeJournal } from './journal-rights';

type Standing = {
  owner: { id: string; departmentId: string } | null;
  /** The call goes on and is this person's: their phone rings, they talk or they supervise it. */
  isHolder: boolean;
  /** They talked to the caller after a hand-over. */
  tookHandOver: boolean;
  /** Why the call rings at them now; null when it does not. */
  offered: OfferPurpose | null;
};

/** `callerAlone`: who is calling and their cards, but not what another person is writing down. */
export type CallReading = 'whole' | 'callerAlone' | 'none';

/**
 * A conversation is its owner's, of those who stand in or answer for them, and of whoever reviews everything (IN-6).
 * A call without one is read by whoever reads the whole journal (CS-10). Others read it as long as it concerns them: who
 * holds the call, at whom a hand-over rings (IN-2), and for good who took one. A colleague at whom an inbound call rings
 * sees the caller (IN-7).
 */
export function readingOf(person: Person, { owner, isHolder, tookHandOver, offered }: Standing): CallReading {
  if (owner ? mayOpenDraftOf(person, owner.id, owner.departmentId) : readsWholeJournal(person))
    return 'whole';
  if (isHolder || tookHandOver || offered === 'handOver') return 'whole';
  return offered ? 'callerAlone' : 'none';
}
