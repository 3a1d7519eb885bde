import type { CallRoute } from '@/lib/domain/calls/route';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import type { Responsible } from '@/lib/domain/reactions/records';
import { agreedDues, type Target } from './conversation';
import type { DueSetting } from './records-plan';

type RouteContract = {
  cards: 'none' | 'newOrExisting' | 'existing';
  appeals: 'none' | 'newOrOpen';
  reaction: 'none' | 'incomingCall' | 'outgoingCall' | 'complaint';
  /** Who must act next and by when. */
  nextReactions: readonly string[];
  handOver: readonly ('none' | 'employee' | 'sales' | 'support' | 'anyDepartment')[];
};

const ofIn2 = { cards: 'newOrExisting', appeals: 'newOrOpen', reaction: 'incomingCall' } as const;
const noRecords = { cards: 'none', appeals: 'none', reaction: 'none', nextReactions: [] } as const;

/** What each finished route must have written, no more and no less (IN-2 … IN-5, IN-9, IN-10, OUT-3, ON-4, SA-1). */
export const routeContracts: Record<CallRoute, RouteContract> = {
  commercial: { ...ofIn2, nextReactions: ['sales minute'], handOver: ['sales'] },
  salesManager: { ...noRecords, handOver: ['employee', 'sales'] },
  employee: { ...noRecords, handOver: ['employee', 'sales'] },
  support: {
    ...ofIn2,
    cards: 'existing',
    nextReactions: ['support minute'],
    handOver: ['employee', 'support'],
  },
  supportNeither: { ...ofIn2, nextReactions: ['sales minute'], handOver: ['sales'] },
  cooperation: { ...ofIn2, nextReactions: ['management minute'], handOver: ['none'] },
  unclear: { ...ofIn2, nextReactions: ['management minute'], handOver: ['none'] },
  complaint: {
    ...ofIn2,
    reaction: 'complaint',
    nextReactions: ['headOfConcerned atOnce', 'generalDirector atOnce'],
    handOver: ['none', 'anyDepartment'],
  },
  noBusiness: { ...noRecords, handOver: ['none'] },
  callBack: { ...ofIn2, nextReactions: ['anyDepartment minute'], handOver: ['none'] },
  agreed: {
    ...ofIn2,
    reaction: 'outgoingCall',
    nextReactions: ['manager agreed'],
    handOver: ['none'],
  },
  nothingAgreed: { ...noRecords, handOver: ['none'] },
  welcomed: {
    ...ofIn2,
    cards: 'existing',
    reaction: 'outgoingCall',
    nextReactions: ['manager onDay'],
    handOver: ['none'],
  },
  welcomedWithoutParcel: {
    ...ofIn2,
    cards: 'existing',
    reaction: 'outgoingCall',
    nextReactions: ['manager agreed'],
    handOver: ['none'],
  },
  satisfied: { ...noRecords, handOver: ['none'] },
  roundRefused: { ...noRecords, handOver: ['none'] },
  roundPostponed: { ...noRecords, handOver: ['none'] },
};

export type WrittenNextReaction = {
  responsible: Responsible | { kind: 'manager' };
  dueSetting: DueSetting | 'atAnotherTime';
};

/** What the goodbye of a route really wrote and ordered. */
export type Written = {
  cards: readonly ('new' | 'existing')[];
  appeals: readonly ('new' | 'existing')[];
  reactions: readonly string[];
  /** Each with every way it may be read: the head of a department may be the general director. */
  nextReactions: readonly (readonly WrittenNextReaction[])[];
  handOver: Target | null;
  /** Who led the conversation, as it stands in the rows. */
  managerId?: string;
  /** IN-9 (b): the department whose work the caller complained of; null when none was named. */
  concerned: DepartmentKind | null;
  /** IN-6: nobody is there to hand over. */
  callerLeft: boolean;
};

export class RouteContractBroken extends Error {
  constructor(
    readonly route: CallRoute,
    readonly differences: readonly string[],
  ) {
    super(`route ${route} broke its contract: ${differences.join('; ')}`);
    this.name = 'RouteContractBroken';
  }
}

/**
 * Compares what a route wrote with what its rule demands. Ask it inside the transaction, so that a difference rolls it back.
 * @throws RouteContractBroken on any difference
 */
export function checkRouteContract(route: CallRoute, written: Written): void {
  const contract = routeContracts[route];
  const differences = [
    ...differencesOfCards(contract, written.cards),
    ...differencesOfAppeals(contract, written.appeals),
    ...difference('reactions', contract.reaction === 'none' ? [] : [contract.reaction], written.reactions),
    ...differencesOfNextReactions(contract, written),
    ...differencesOfHandOver(contract, written),
  ];
  if (differences.length > 0) throw new RouteContractBroken(route, differences);
}

function differencesOfCards({ cards }: RouteContract, used: Written['cards']): string[] {
  if (used.length !== (cards === 'none' ? 0 : 1)) return [`${used.length} cards used`];
  return cards === 'existing' && used[0] === 'new' ? ['a new card where an existing one is due'] : [];
}

function differencesOfAppeals({ appeals }: RouteContract, used: Written['appeals']): string[] {
  return used.length === (appeals === 'none' ? 0 : 1) ? [] : [`${used.length} appeals used`];
}

function differencesOfNextReactions(
  contract: RouteContract,
  { nextReactions, concerned, managerId }: Written,
): string[] {
  const found = nextReactions.map((readings) =>
    readings.map(
      ({ responsible, dueSetting }) =>
        `${isManager(responsible, managerId) ? 'manager' : nameOf(responsible, contract, concerned)} ${nameOfDue(dueSetting)}`,
    ),
  );
  if (isEachOnce(contract.nextReactions, found)) return [];
  const named = found.map((readings) => readings.join(' or ') || 'nobody of the contract');
  return [`next reactions: [${named.join(', ')}] instead of [${contract.nextReactions.join(', ')}]`];
}

const isManager = (responsible: WrittenNextReaction['responsible'], managerId: string | undefined) =>
  responsible.kind === 'employee' && responsible.employeeId === managerId;

const isAgreed = (due: string) => (agreedDues as readonly string[]).includes(due);
const nameOfDue = (due: WrittenNextReaction['dueSetting']) => (isAgreed(due) ? 'agreed' : due);

/** A responsible in the words of the contract. */
function nameOf(
  responsible: WrittenNextReaction['responsible'],
  contract: RouteContract,
  concerned: DepartmentKind | null,
): string {
  switch (responsible.kind) {
    case 'department': {
      const isAnyDepartment = contract.nextReactions[0]?.startsWith('anyDepartment');
      return isAnyDepartment ? 'anyDepartment' : responsible.departmentKind;
    }
    case 'headOf':
      return responsible.departmentKind === concerned
        ? 'headOfConcerned'
        : `headOf ${responsible.departmentKind}`;
    default:
      return responsible.kind;
  }
}

/** Whether everything due is found exactly once, in any order, and nothing is left over. */
function isEachOnce(due: readonly string[], found: readonly (readonly string[])[]): boolean {
  const [first, ...others] = due;
  if (first === undefined) return found.length === 0;
  return found.some((readings, at) => readings.includes(first) && isEachOnce(others, found.toSpliced(at, 1)));
}

function differencesOfHandOver({ handOver }: RouteContract, { handOver: to, callerLeft }: Written): string[] {
  if (callerLeft) return to ? ['a hand-over of a caller who left'] : [];
  const found =
    to === null ? ['none'] : to.kind === 'employee' ? ['employee'] : [to.departmentKind, 'anyDepartment'];
  return handOver.some((allowed) => found.includes(allowed))
    ? []
    : [`hand-over: ${found[0]} instead of ${handOver.join(' or ')}`];
}

function difference(what: string, due: readonly string[], found: readonly string[]): string[] {
  const isSame = due.length === found.length && due.every((entry, at) => entry === found[at]);
  return isSame ? [] : [`${what}: [${found.join(', ')}] instead of [${due.join(', ')}]`];
}
