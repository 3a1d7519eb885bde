import type { Person } from './employee';
import type { DepartmentKind, Role } from './roles';

export const has = (person: Person, ...wanted: Role[]) => wanted.some((role) => person.roles.includes(role));

/** Management and the general director review everything. */
export const reviewsEverything = (person: Person) => has(person, 'management', 'generalDirector');

export const isHeadOf = (person: Person, departmentId: string) =>
  has(person, 'head') && person.departmentId === departmentId;

const isOf = (person: Person, ...kinds: DepartmentKind[]) => kinds.includes(person.departmentKind);

/** IN-1: members of management and the general director publish wording. */
export const mayPublishWording = (person: Person) => has(person, 'management', 'generalDirector');

/** What callers said is read by those who talk to them and by those who write the words. */
export const mayReadUnlistedAnswers = (person: Person) => isOf(person, 'client') || reviewsEverything(person);

export const mayAdminister = (person: Person) => has(person, 'administrator');

export const mayReadJournal = (person: Person) =>
  isOf(person, 'client') || reviewsEverything(person) || has(person, 'head');

/**
 * IN-6: a draft is its owner's; the head of the client department and the owner's substitute may open and take it over.
 */
export const mayOpenDraftOf = (person: Person, ownerId: string, ownerDepartmentId: string) =>
  person.id === ownerId ||
  person.substitutesFor.includes(ownerId) ||
  isHeadOf(person, ownerDepartmentId) ||
  reviewsEverything(person);

/** Nobody is left to ask a disabled owner, whose department may have no head. */
export const mayWorkOnDraftOf = (
  person: Person,
  owner: { id: string; departmentId: string; disabledAt: number | null },
) =>
  person.id === owner.id ||
  person.substitutesFor.includes(owner.id) ||
  isHeadOf(person, owner.departmentId) ||
  (owner.disabledAt !== null && reviewsEverything(person));

/** S5: heads come into the conversations of their own department, whoever reviews everything into any. */
export const maySupervise = (person: Person, departmentId: string) =>
  isHeadOf(person, departmentId) || reviewsEverything(person);

export const maySeeLiveCalls = (person: Person) => has(person, 'head') || reviewsEverything(person);

export const mayReviewReactions = (person: Person) => reviewsEverything(person) || has(person, 'head');

/** Access by need (CS-10): the client department and management see every card, others those of their own work. */
export const seesEveryCard = (person: Person) => isOf(person, 'client') || reviewsEverything(person);

/** Sales, who sell, and the client department, which gets the folder (ON-1). */
export const mayRecordPurchases = (person: Person) =>
  isOf(person, 'client', 'sales') || reviewsEverything(person);

export const mayImport = (person: Person) =>
  has(person, 'administrator', 'management', 'generalDirector') ||
  (has(person, 'head') && isOf(person, 'client'));

/** Projects and cities. */
export const mayEditDirectories = (person: Person) =>
  has(person, 'administrator', 'management', 'generalDirector');

/** A head decides when the department works and how its calls ring; everything else about it is the administrator's. */
export const mayRunDepartment = (person: Person, departmentId: string) =>
  mayAdminister(person) || isHeadOf(person, departmentId);

/** Who changed what in the settings and in the people's rights. */
export const mayReadHistory = (person: Person) =>
  has(person, 'administrator', 'management', 'generalDirector', 'head');

/** CS-10: who opened what. */
export const mayReadAccessLog = (person: Person) =>
  has(person, 'administrator', 'management', 'generalDirector');

export const mayChangePresenceOf = (person: Person, departmentId: string) =>
  isHeadOf(person, departmentId) || has(person, 'generalDirector');

/** A copy of a recording leaves the house: for those who answer for people and work (CS-10). */
export const mayDownloadRecordings = (person: Person) => reviewsEverything(person) || has(person, 'head');

/** IN-9 c: who answers calls may block a number; taking it back is for those who answer for the department. */
export const mayBlockNumbers = (person: Person) =>
  isOf(person, 'client') || has(person, 'administrator') || reviewsEverything(person);

export const mayUnblockNumbers = (person: Person) =>
  has(person, 'administrator') ||
  reviewsEverything(person) ||
  (isOf(person, 'client') && has(person, 'head'));
