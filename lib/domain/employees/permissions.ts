import type { Person, Standing } from './employee';
import { allows } from './permission';
import type { DepartmentKind, Role } from './roles';

/** Any of these roles. */
export const has = (person: Pick<Person, 'roles'>, ...wanted: Role[]) =>
  wanted.some((role) => person.roles.includes(role));

/** Sees and answers for the work of every department: by default management and the general director. */
export const reviewsEverything = (person: Person) => allows(person, 'reviewEverything');

/** The head in person: who stands in for one who is absent has no such role (CS-9). */
export const isHeadOf = (person: Standing, departmentId: string) =>
  has(person, 'head') && person.departmentId === departmentId;

/** CS-9: the departments for whose absent head they stand in, by which the head's next reactions are theirs. */
export const headlessDepartmentsOf = (person: Person): readonly Standing[] =>
  (person.standsInFor ?? []).filter((absent) => has(absent, 'head'));

/** CS-9: whether the head of a department of that kind is absent and they stand in. */
export const standsInForHeadOf = (person: Person, kind: DepartmentKind) =>
  headlessDepartmentsOf(person).some(({ departmentKind }) => departmentKind === kind);

/** CS-9 */
export const standsInForDirector = (person: Person) =>
  (person.standsInFor ?? []).some((absent) => has(absent, 'generalDirector'));

/** IN-1: by default members of management and the general director publish wording. */
export const mayPublishWording = (person: Person) => allows(person, 'publishWording');

/** What callers said is read by those who talk to them and by those who write the words. */
export const mayReadUnlistedAnswers = (person: Person) => allows(person, 'readUnlistedAnswers');

/** The installation, its people and departments: by default administrators alone. */
export const mayAdminister = (person: Person) => allows(person, 'administer');

/**
 * By default the client department, heads, management and the general director; `readsWholeJournal` says of which
 * calls.
 */
export const mayReadJournal = (person: Person) => allows(person, 'readJournal');

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
  maySeeLiveCalls(person) && (person.departmentId === departmentId || reviewsEverything(person));

/**
 * S5: by default heads, management and the general director; whose conversations they may enter, `maySupervise` says.
 */
export const maySeeLiveCalls = (person: Person) => allows(person, 'supervise');

/** By default heads, management and the general director. */
export const mayReviewReactions = (person: Person) => allows(person, 'reviewReactions');

/**
 * Access by need (CS-10): by default the client department and management see every card, others those of their own
 * work.
 */
export const seesEveryCard = (person: Person) => allows(person, 'seeEveryCard');

/** Two cards are judged to be one, and one to be two again, only by somebody who may see both. */
export const mayMergeCards = (person: Person) => allows(person, 'mergeCards');

/** By default sales, who sell, and the client department, which gets the folder (ON-1). */
export const mayRecordPurchases = (person: Person) => allows(person, 'recordPurchases');

/** By default the head of the client department, management, the general director and administrators. */
export const mayImport = (person: Person) => allows(person, 'import');

/** A list as a file leaves the house (CS-10). */
export const mayExport = (person: Person) => allows(person, 'exportLists');

/** Projects and cities. */
export const mayEditDirectories = (person: Person) => allows(person, 'editDirectories');

/** A head decides when the department works and how its calls ring; everything else about it is the administrator's. */
export const mayRunDepartment = (person: Person, departmentId: string) =>
  mayAdminister(person) || isHeadOf(person, departmentId);

/** Who changed what in the settings and in the people's rights. */
export const mayReadHistory = (person: Person) => allows(person, 'readHistory');

/** CS-10: who opened what. */
export const mayReadAccessLog = (person: Person) => allows(person, 'readAccessLog');

/** AD-1: the audit log and its check. */
export const mayReadAuditLog = (person: Person) => allows(person, 'readAuditLog');

/** Of somebody of that department: by default their head and the general director. */
export const mayChangePresenceOf = (person: Person, departmentId: string) =>
  isHeadOf(person, departmentId) || allows(person, 'changePresence');

/** CO-1: everybody's pay, its rates and corrections: by default the general director's alone. Each sees their own. */
export const mayManagePay = (person: Person) => allows(person, 'managePay');

/** A copy of a recording leaves the house: by default for those who answer for people and work (CS-10). */
export const mayDownloadRecordings = (person: Person) => allows(person, 'downloadRecordings');

/** IN-9 c: who answers calls may block a number; taking it back is for those who answer for the department. */
export const mayBlockNumbers = (person: Person) => allows(person, 'blockNumbers');

/** By default administrators, the head of the client department, management and the general director. */
export const mayUnblockNumbers = (person: Person) => allows(person, 'unblockNumbers');

/**
 * A person's request to be told of or erased (152-FZ): by default for those who answer for the installation and the
 * company.
 */
export const mayHandlePersonalData = (person: Person) => allows(person, 'handlePersonalData');
