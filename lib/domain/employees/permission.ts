import { type DepartmentKind, departmentKinds, type Role, roles } from './roles';

/** Every right that is granted apart, in the order of the screen. */
export const permissionGroups = {
  cards: ['seeEveryCard', 'mergeCards', 'recordPurchases', 'workOnFolders', 'import', 'exportLists'],
  calls: [
    'readJournal',
    'supervise',
    'downloadRecordings',
    'blockNumbers',
    'unblockNumbers',
    'readUnlistedAnswers',
    'publishWording',
    'publishTemplates',
  ],
  oversight: [
    'reviewEverything',
    'reviewReactions',
    'changeMany',
    'changePresence',
    'seeWallboard',
    'managePay',
  ],
  settings: [
    'administer',
    'editDirectories',
    'manageReports',
    'readHistory',
    'readAccessLog',
    'readAuditLog',
    'handlePersonalData',
  ],
} as const;

export type PermissionGroup = keyof typeof permissionGroups;
export type Permission = (typeof permissionGroups)[PermissionGroup][number];

export const permissions: readonly Permission[] = Object.values(permissionGroups).flat();

/** What an administrator decided about the rights of a role; what is absent stays as it is by default. */
export type Grants = Partial<Record<Permission, boolean>>;

/** A role whose rights an administrator chose: one of the roles that were changed, or one that was added. */
export type AdjustedRole = {
  id: string;
  /** Null: one of `roles`, whose name is a word of the screens. */
  name: string | null;
  nameEn: string | null;
  grants: Grants;
};

/** A right that is worth nothing without another one. */
export const neededFor: Partial<Record<Permission, Permission>> = {
  mergeCards: 'seeEveryCard',
  unblockNumbers: 'blockNumbers',
};

/** Where whoever has a role has a right. */
type Departments = readonly DepartmentKind[];

const everywhere: Departments = departmentKinds;

/** Everybody of these departments, whatever their role. */
const anybodyOf = (...kinds: DepartmentKind[]) =>
  Object.fromEntries<Departments>(roles.map((role) => [role, kinds])) as Partial<Record<Role, Departments>>;

const reviewers = { management: everywhere, generalDirector: everywhere };
const heads = { head: everywhere };
const administrators = { administrator: everywhere };
const headOfClient = { head: ['client'] } as const;

const defaults: Record<Permission, Partial<Record<Role, Departments>>> = {
  seeEveryCard: { ...anybodyOf('client'), ...reviewers },
  mergeCards: { ...anybodyOf('client'), ...reviewers },
  recordPurchases: { ...anybodyOf('client', 'sales'), ...reviewers },
  workOnFolders: { ...anybodyOf('client'), ...reviewers },
  import: { ...reviewers, ...administrators, ...headOfClient },
  exportLists: anybodyOf(...departmentKinds),
  readJournal: { ...anybodyOf('client'), ...reviewers, ...heads },
  supervise: { ...reviewers, ...heads },
  downloadRecordings: { ...reviewers, ...heads },
  blockNumbers: { ...anybodyOf('client'), ...reviewers, ...administrators },
  unblockNumbers: { ...reviewers, ...administrators, ...headOfClient },
  readUnlistedAnswers: { ...anybodyOf('client'), ...reviewers },
  publishWording: reviewers,
  publishTemplates: reviewers,
  reviewEverything: reviewers,
  reviewReactions: { ...reviewers, ...heads },
  changeMany: { ...reviewers, ...heads },
  changePresence: { generalDirector: everywhere },
  seeWallboard: { ...reviewers, ...heads },
  managePay: { generalDirector: everywhere },
  administer: administrators,
  editDirectories: { ...reviewers, ...administrators },
  manageReports: { ...reviewers, ...administrators },
  readHistory: { ...reviewers, ...heads, ...administrators },
  readAccessLog: { ...reviewers, ...administrators },
  readAuditLog: { ...reviewers, ...administrators },
  handlePersonalData: { generalDirector: everywhere, ...administrators },
};

/** In which departments a role has a right unless an administrator decided otherwise. An added role has none. */
export const grantedByDefault = (role: Role, permission: Permission): Departments =>
  defaults[permission][role] ?? [];

/** Whose rights are asked about: an employee as every operation sees them. */
export type RightsHolder = {
  roles: readonly Role[];
  departmentKind: DepartmentKind;
  adjustedRoles?: readonly AdjustedRole[];
};

/** Whether any of a person's roles gives them a right in their department, and the right that it needs. */
export function allows(holder: RightsHolder, permission: Permission): boolean {
  const needed = neededFor[permission];
  if (needed && !allows(holder, needed)) return false;
  const adjusted = holder.adjustedRoles ?? [];
  return (
    adjusted.some(({ name, grants }) => name !== null && grants[permission] === true) ||
    holder.roles.some(
      (role) =>
        adjusted.find(({ id }) => id === role)?.grants[permission] ??
        grantedByDefault(role, permission).includes(holder.departmentKind),
    )
  );
}
