import { type FullName, fullName, shortName } from '@/lib/domain/employees/employee';

export type ManagerNames = FullName & { id: string; email: string };

/** Who a cell may mean: an address, a surname, or a surname with initials or names. */
export function findManagers(managers: readonly ManagerNames[], cell: string): string[] {
  const said = plain(cell);
  return managers
    .filter(({ email, ...name }) =>
      [email, name.surname, fullName(name), shortName(name), ...withoutPatronymic(name)]
        .map(plain)
        .includes(said),
    )
    .map(({ id }) => id);
}

const withoutPatronymic = (name: FullName) => {
  const known = { ...name, patronymic: null };
  return [fullName(known), shortName(known)];
};

const plain = (text: string) =>
  text.toLocaleLowerCase('ru').replaceAll('ё', 'е').replace(/\s+/g, ' ').replace(/\. /g, '.').trim();
