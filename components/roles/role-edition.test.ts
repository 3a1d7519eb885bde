import { expect, test } from 'vitest';
import { beside, roleEditionOf, savedRole } from './role-edition';

const read = { version: 3, grants: { exportLists: true } };

test('what is decided between the saving and the refreshed page stays and stands on the version saved', () => {
  const decided = { ...roleEditionOf(read), form: { exportLists: true, import: true } };
  const saved = savedRole(decided, decided.form, 4);
  expect(saved).toEqual({ version: 4, base: decided.form, form: decided.form });
  const restored = { ...saved, form: {} };
  expect(beside(restored, read)).toEqual(restored);
  const refreshed = { version: 4, grants: { import: true, exportLists: true } };
  expect(beside(restored, refreshed)).toEqual(restored);
});

test('a role that was only renamed meanwhile keeps what is being decided', () => {
  const decided = { ...roleEditionOf(read), form: {} };
  expect(beside(decided, { ...read, version: 4 })).toEqual({ ...decided, version: 4 });
});

test('other rights decided meanwhile begin the edition anew', () => {
  const decided = { ...roleEditionOf(read), form: {} };
  const other = { version: 4, grants: { import: false } };
  expect(beside(decided, other)).toEqual(roleEditionOf(other));
});
