import type { Person } from '@/lib/domain/employees/employee';
import { allows } from '@/lib/domain/employees/permission';
import {
  has,
  mayRecordPurchases,
  reviewsEverything,
  seesEveryCard,
  standsInForHeadOf,
} from '@/lib/domain/employees/permissions';

type OfPeople = { handedOverBy: string; salesManagerId: string; takenBy: string | null };

/** ON-1: whoever sells and writes purchases down hands the client over. */
export const mayHandOverFolder = mayRecordPurchases;

/** ON-2: by default the client department. */
export const mayWorkOnFolders = (person: Person) => allows(person, 'workOnFolders');

/** CS-9: in whose folders the person works besides their own: of absent people who may work on folders themselves. */
export const absentTakersOf = (person: Person): string[] =>
  (person.standsInFor ?? []).filter((absent) => allows(absent, 'workOnFolders')).map(({ id }) => id);

/** CS-9: whether it is the work of an absent person whom they stand in for. */
const standsInForTaker = (person: Person, { takenBy }: Pick<OfPeople, 'takenBy'>) =>
  takenBy !== null && absentTakersOf(person).includes(takenBy);

/** CS-9: the absent person for whom this person works on a folder; null when it is nobody's or their own. */
export const worksOnFolderFor = (person: Person, folder: Pick<OfPeople, 'takenBy'>) =>
  standsInForTaker(person, folder) ? folder.takenBy : null;

/** ON-2: this folder, also as whoever stands in for the absent person who took it, wherever they work. */
export const mayWorkOnFolder = (person: Person, folder: Pick<OfPeople, 'takenBy'>) =>
  mayWorkOnFolders(person) || standsInForTaker(person, folder);

/**
 * What was signed is reopened by the head of those who sign or who stands in (CS-9), or by whoever reviews everything.
 */
export const mayReopenSteps = (person: Person) =>
  mayWorkOnFolders(person) &&
  (has(person, 'head') || reviewsEverything(person) || standsInForHeadOf(person, 'client'));

/**
 * ON-2: the head of those who sign gives the signatures that are missing on the papers, or who stands in, wherever they
 * work.
 */
export const mayGiveSignatures = (person: Person) =>
  mayReopenSteps(person) || standsInForHeadOf(person, 'client');

/** ON-2: the key is given out against the folder by support. */
export const mayConfirmKeys = (person: Person) => person.departmentKind === 'support';

/** ON-3, CS-9: the head of sales, or who stands in. */
const answersForSales = (person: Person) =>
  (person.departmentKind === 'sales' && has(person, 'head')) || standsInForHeadOf(person, 'sales');

/** Whether every folder is shown, not only those that one handed over oneself. */
export const seesEveryFolder = (person: Person) =>
  seesEveryCard(person) ||
  mayConfirmKeys(person) ||
  answersForSales(person) ||
  standsInForHeadOf(person, 'client');

/** Who works with folders at all: their own, an absent person's (CS-9), or everybody's. */
export const mayOpenFolders = (person: Person) =>
  seesEveryFolder(person) ||
  mayWorkOnFolders(person) ||
  mayHandOverFolder(person) ||
  absentTakersOf(person).length > 0;

/** Which folders wait for what the person does: those nobody took over, or those without their key (ON-2). */
export function countedFolders(person: Person): 'incoming' | 'key' | null {
  if (mayConfirmKeys(person)) return 'key';
  return person.departmentKind === 'client' && mayWorkOnFolders(person) ? 'incoming' : null;
}

const isOrStandsInFor = (person: Person, id: string) =>
  person.id === id || person.substitutesFor.includes(id);

export const maySeeFolder = (person: Person, folder: OfPeople) =>
  seesEveryFolder(person) ||
  isOrStandsInFor(person, folder.handedOverBy) ||
  isOrStandsInFor(person, folder.salesManagerId) ||
  standsInForTaker(person, folder);

/** ON-3: whoever it was reported to, and those who work on the folder; they put the title page right as well. */
export const maySettleDeviation = (person: Person, folder: OfPeople) =>
  mayWorkOnFolder(person, folder) ||
  isOrStandsInFor(person, folder.salesManagerId) ||
  answersForSales(person);
