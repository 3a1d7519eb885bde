import type { Db } from '@/db/store';
import { initialCities } from '@/lib/domain/cities/initial-cities';
import { normaliseName, sortKey } from '@/lib/domain/counterparties/name';
import { roundTheClock } from '@/lib/domain/deadlines/business-hours';
import type { EscalationChain } from '@/lib/domain/deadlines/escalation';
import { dayMs } from '@/lib/domain/duration';
import { fullName } from '@/lib/domain/employees/employee';
import type { DepartmentKind, Role } from '@/lib/domain/employees/roles';
import { bookProducts } from '@/lib/domain/folders/step';
import { insertAll } from './insert-all';
import type { Random } from './random';

export type DemoDepartment = { id: string; kind: DepartmentKind; headId: string };
export type DemoEmployee = {
  id: string;
  departmentId: string;
  departmentKind: DepartmentKind;
  presentsAs: string;
  fullName: string;
  roles: Role[];
};
export type DemoCity = { id: string; name: string; diallingCodes: string[] };
export type DemoProject = { id: string; name: string };

export type DemoCompany = {
  departments: Record<DepartmentKind, DemoDepartment>;
  employees: DemoEmployee[];
  cities: DemoCity[];
  projects: DemoProject[];
  number: string;
};

const companyNumber = '+74951234567';

const departments: { kind: DepartmentKind; name: string; nameEn: string }[] = [
  { kind: 'client', name: 'Клиентский отдел', nameEn: 'Client department' },
  { kind: 'sales', name: 'Отдел продаж', nameEn: 'Sales department' },
  { kind: 'support', name: 'Отдел технической поддержки', nameEn: 'Support department' },
  { kind: 'management', name: 'Менеджмент', nameEn: 'Management' },
];

const staff: [
  surname: string,
  givenName: string,
  patronymic: string,
  DepartmentKind,
  Role[],
  login: string,
][] = [
  ['Сидорова', 'Анна', 'Ивановна', 'client', ['clientManager', 'head'], 'sidorova'],
  ['Котов', 'Денис', 'Олегович', 'client', ['clientManager'], 'kotov'],
  ['Орлова', 'Марина', 'Сергеевна', 'client', ['clientManager'], 'orlova'],
  ['Белкина', 'Юлия', 'Андреевна', 'client', ['clientManager'], 'belkina'],
  ['Громов', 'Игорь', 'Викторович', 'sales', ['salesManager', 'head'], 'gromov'],
  ['Лазарева', 'Екатерина', 'Павловна', 'sales', ['salesManager'], 'lazareva'],
  ['Фомин', 'Артём', 'Дмитриевич', 'sales', ['salesManager'], 'fomin'],
  ['Лисицын', 'Павел', 'Николаевич', 'support', ['supportSpecialist', 'head'], 'lisitsyn'],
  ['Ершова', 'Ольга', 'Михайловна', 'support', ['supportSpecialist'], 'ershova'],
  ['Воронцов', 'Андрей', 'Борисович', 'management', ['management', 'head'], 'vorontsov'],
  ['Мельников', 'Сергей', 'Александрович', 'management', ['generalDirector'], 'melnikov'],
  ['Жданов', 'Кирилл', 'Юрьевич', 'management', ['administrator'], 'zhdanov'],
];

/** When the head is shown what is overdue, in minutes after it was due. */
export const minutesToHead = 60;

/** Whom a department's overdue work is shown to: its head after an hour, management after four, the director after a day. */
const demoEscalation = [
  { afterMinutes: minutesToHead, to: 'head' },
  { afterMinutes: 240, to: 'management' },
  { afterMinutes: 1440, to: 'generalDirector' },
] satisfies EscalationChain;

const projects = ['ArchiCredit', 'ArchiMed+', 'ArchiSport', 'ArchiCRM'];

const cityKey = (city: { name: string; region: string }) => `${city.name}, ${city.region}`;

/** The departments and cities that every installation is prepared with go, so that the company's own take their place under the same ids. */
async function takePreparedRows({ q, t }: Db) {
  const departmentRows = await q.delete(t.departments).returning();
  const cityRows = await q.delete(t.cities).returning();
  return {
    departments: new Map(departmentRows.map(({ id, kind }) => [kind, id])),
    cities: new Map(cityRows.map((row) => [cityKey(row), row.id])),
  };
}

/** MLS IT Systems: four departments that never close, twelve people with a desk phone each, what it sells and where. */
export async function insertCompany(db: Db, random: Random, now: number): Promise<DemoCompany> {
  const createdAt = now - 400 * dayMs;
  const prepared = await takePreparedRows(db);
  const departmentIds = new Map(
    departments.map(({ kind }) => [kind, prepared.departments.get(kind) ?? random.idAt(createdAt)]),
  );
  const employees = staff.map(([surname, givenName, patronymic, kind, roles, login], index) => ({
    row: {
      id: random.idAt(createdAt),
      surname,
      givenName,
      patronymic,
      presentsAs: givenName,
      email: `${login}@mls-it.example`,
      departmentId: departmentIds.get(kind)!,
      roles,
      phone: `+749512345${String(index + 1).padStart(2, '0')}`,
      phoneKind: 'dialled' as const,
      substituteId: null,
      passwordHash: null,
      sortKey: sortKey(`${surname} ${givenName} ${patronymic}`),
      createdAt,
      disabledAt: null,
    },
    kind,
  }));
  const headOf = (kind: DepartmentKind) =>
    employees.find((employee) => employee.kind === kind && employee.row.roles.includes('head'))!.row.id;
  const cities = initialCities.map((city) => ({
    id: prepared.cities.get(cityKey(city)) ?? random.idAt(createdAt),
    ...city,
    nameNorm: normaliseName(city.name),
    sortKey: sortKey(city.name),
    createdAt,
    disabledAt: null,
  }));
  const projectRows = projects.map((name) => ({
    id: random.idAt(createdAt),
    name,
    sortKey: sortKey(name),
    hasBook: bookProducts.includes(name),
    createdAt,
    disabledAt: null,
  }));

  await insertAll(
    db,
    db.t.departments,
    departments.map(({ kind, name, nameEn }) => ({
      id: departmentIds.get(kind)!,
      kind,
      name,
      nameEn,
      headId: headOf(kind),
      hours: roundTheClock('Europe/Moscow'),
      escalation: kind === 'management' ? [] : demoEscalation,
      createdAt,
      disabledAt: null,
    })),
  );
  await insertAll(
    db,
    db.t.employees,
    employees.map(({ row }) => row),
  );
  await insertAll(
    db,
    db.t.presences,
    employees.map(({ row }) => ({
      employeeId: row.id,
      chosen: 'available' as const,
      since: now,
      absentUntil: null,
      afterCallUntil: null,
    })),
  );
  await insertAll(db, db.t.cities, cities);
  await insertAll(db, db.t.projects, projectRows);
  await insertAll(db, db.t.companyNumbers, [
    { id: random.idAt(createdAt), e164: companyNumber, name: 'Основной номер', createdAt, disabledAt: null },
  ]);

  return {
    departments: Object.fromEntries(
      departments.map(({ kind }) => [kind, { id: departmentIds.get(kind)!, kind, headId: headOf(kind) }]),
    ) as Record<DepartmentKind, DemoDepartment>,
    employees: employees.map(({ row, kind }) => ({
      id: row.id,
      departmentId: row.departmentId,
      departmentKind: kind,
      presentsAs: row.presentsAs,
      fullName: fullName(row),
      roles: row.roles,
    })),
    cities: cities.map(({ id, name, diallingCodes }) => ({ id, name, diallingCodes })),
    projects: projectRows.map(({ id, name }) => ({ id, name })),
    number: companyNumber,
  };
}
