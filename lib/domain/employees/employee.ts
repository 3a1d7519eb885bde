import type { AdjustedRole } from './permission';
import type { DepartmentKind, Role } from './roles';

/** The signed-in person, as every operation sees them. */
export type Person = {
  id: string;
  name: string;
  presentsAs: string;
  departmentId: string;
  departmentKind: DepartmentKind;
  roles: readonly Role[];
  /** Of this person's roles those whose rights an administrator chose; absent: every role is as it is by default. */
  adjustedRoles?: readonly AdjustedRole[];
  /** People whose work this person does while they are absent (CS-9). */
  substitutesFor: readonly string[];
  /** What these absent people are, whose next reactions come with the rights for them (CS-9); absent: nothing more is known. */
  standsInFor?: readonly Standing[];
};

export type Standing = Pick<Person, 'id' | 'departmentId' | 'departmentKind' | 'roles' | 'adjustedRoles'>;

export type FullName = { surname: string; givenName: string; patronymic: string | null };

/** «Сидорова Анна Ивановна». */
export const fullName = (name: FullName) =>
  [name.surname, name.givenName, name.patronymic].filter(Boolean).join(' ');

/** «Сидорова А. И.» with no-break spaces: initials stay on the surname's line. */
export const shortName = (name: FullName) =>
  [
    name.surname,
    ...[name.givenName, name.patronymic].filter((part) => part).map((part) => `${part![0]}.`),
  ].join('\u00A0');
