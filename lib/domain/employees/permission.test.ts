import { describe, expect, test } from 'vitest';
import { type AdjustedRole, allows, type Permission, permissions, type RightsHolder } from './permission';
import { type DepartmentKind, departmentKinds, type Role, roles } from './roles';

const changed = (id: Role, grants: AdjustedRole['grants']): AdjustedRole => ({
  ...{ id, grants, name: null, nameEn: null },
});
const added = (grants: AdjustedRole['grants']): AdjustedRole => ({
  ...{ id: 'added', name: 'контролёр', nameEn: 'controller', grants },
});
const person = (
  departmentKind: DepartmentKind,
  held: Role[],
  adjustedRoles: AdjustedRole[] = [],
): RightsHolder => ({ departmentKind, roles: held, adjustedRoles });
const rightsOf = (holder: RightsHolder) => permissions.filter((permission) => allows(holder, permission));

describe('a right', () => {
  test('is given by default as it was before roles could be changed', () => {
    const manager: Permission[] = [
      ...['seeEveryCard', 'mergeCards', 'recordPurchases', 'workOnFolders', 'exportLists'],
      ...['readJournal', 'blockNumbers', 'readUnlistedAnswers'],
    ] as Permission[];
    expect(rightsOf(person('client', ['clientManager']))).toEqual(manager);
    expect(rightsOf(person('sales', ['salesManager']))).toEqual(['recordPurchases', 'exportLists']);
    expect(rightsOf(person('support', ['supportSpecialist']))).toEqual(['exportLists']);
    expect(rightsOf(person('management', ['administrator']))).toEqual(
      permissions.filter((permission) =>
        [
          ...['import', 'exportLists', 'blockNumbers', 'unblockNumbers', 'administer', 'editDirectories'],
          ...['manageReports', 'readHistory', 'readAccessLog', 'readAuditLog', 'handlePersonalData'],
        ].includes(permission),
      ),
    );
  });

  test('belongs to the department where it belonged to the department, whatever the role', () => {
    const where = (held: Role, permission: Permission) =>
      departmentKinds.filter((kind) => allows(person(kind, [held]), permission));
    for (const role of ['supportSpecialist', 'administrator', 'head'] as const)
      expect(where(role, 'seeEveryCard')).toEqual(['client']);
    expect(where('head', 'import')).toEqual(['client']);
    expect(where('management', 'import')).toEqual(departmentKinds);
  });

  test.each(permissions.flatMap((permission) => roles.map((role) => [permission, role] as const)))(
    '%s of %s is taken and given by an administrator',
    (permission, role) => {
      for (const kind of departmentKinds) {
        const all = Object.fromEntries(permissions.map((each) => [each, true]));
        expect(
          allows(person(kind, [role], [changed(role, { ...all, [permission]: false })]), permission),
        ).toBe(false);
        expect(allows(person(kind, [role], [changed(role, all)]), permission)).toBe(true);
      }
    },
  );

  test('of one role is not taken by another, and a change of a role nobody of them has does nothing', () => {
    const kept = person('sales', ['salesManager', 'head'], [changed('head', { recordPurchases: false })]);
    expect(allows(kept, 'recordPurchases')).toBe(true);
    expect(allows(person('sales', ['salesManager']), 'administer')).toBe(false);
  });

  test('of an added role is what was chosen and nothing else', () => {
    const only = person('client', [], [added({ readJournal: true, exportLists: false })]);
    expect(rightsOf(only)).toEqual(['readJournal']);
  });

  test('is worth nothing without the one it needs', () => {
    expect(rightsOf(person('sales', [], [added({ mergeCards: true, unblockNumbers: true })]))).toEqual([]);
    expect(rightsOf(person('sales', [], [added({ mergeCards: true, seeEveryCard: true })]))).toEqual([
      'seeEveryCard',
      'mergeCards',
    ]);
  });
});
