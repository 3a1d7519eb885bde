import { insertDepartment } from '@/db/departments';
import { insertEmployee } from '@/db/employees';
import type { Db, Store } from '@/db/store';
import { roundTheClock } from '@/lib/domain/deadlines/business-hours';
import type { Person, Standing } from '@/lib/domain/employees/employee';
import { type DepartmentKind, departmentKinds, type Role } from '@/lib/domain/employees/roles';

type Member = { surname: string; givenName: string; kind: DepartmentKind; roles: Role[] };

const members = {
  anna: { surname: 'Сидорова', givenName: 'Анна', kind: 'client', roles: ['clientManager'] },
  boris: { surname: 'Белов', givenName: 'Борис', kind: 'client', roles: ['clientManager'] },
  clara: { surname: 'Котова', givenName: 'Клара', kind: 'client', roles: ['clientManager', 'head'] },
  pavel: { surname: 'Панин', givenName: 'Павел', kind: 'sales', roles: ['salesManager'] },
  polina: { surname: 'Попова', givenName: 'Полина', kind: 'sales', roles: ['salesManager', 'head'] },
  stepan: { surname: 'Серов', givenName: 'Степан', kind: 'support', roles: ['supportSpecialist'] },
  sofia: { surname: 'Соколова', givenName: 'София', kind: 'support', roles: ['supportSpecialist', 'head'] },
  marina: { surname: 'Макарова', givenName: 'Марина', kind: 'management', roles: ['management'] },
  gleb: { surname: 'Громов', givenName: 'Глеб', kind: 'management', roles: ['generalDirector'] },
  alla: { surname: 'Алексеева', givenName: 'Алла', kind: 'management', roles: ['administrator'] },
} as const satisfies Record<string, Member>;

export type TestName = keyof typeof members;

/** One person of each role, under ids that are their names; departments have their kind as id. */
export async function insertTestCompany(store: Store, createdAt: number): Promise<void> {
  await store.tx(async (db) => {
    for (const kind of departmentKinds) await insertTestDepartment(db, kind, createdAt);
    for (const [id, member] of Object.entries(members)) {
      await insertEmployee(db, {
        id,
        surname: member.surname,
        givenName: member.givenName,
        patronymic: null,
        presentsAs: member.givenName,
        email: `${id}@mlsit.example`,
        departmentId: member.kind,
        roles: [...member.roles],
        phone: null,
        phoneKind: 'dialled',
        substituteId: null,
        passwordHash: null,
        sortKey: member.surname.toLowerCase(),
        createdAt,
        disabledAt: null,
      });
    }
  });
}

async function insertTestDepartment(db: Db, kind: DepartmentKind, createdAt: number): Promise<void> {
  await insertDepartment(db, {
    id: kind,
    kind,
    name: kind,
    nameEn: kind,
    headId: null,
    hours: roundTheClock('Europe/Moscow'),
    createdAt,
    disabledAt: null,
  });
}

function standingOf(name: TestName): Standing {
  const { kind, roles }: Member = members[name];
  return { id: name, departmentId: kind, departmentKind: kind, roles };
}

/** The person as an operation sees them, standing in for nobody unless said. */
export function testPerson(name: TestName, substitutesFor: readonly TestName[] = []): Person {
  const member: Member = members[name];
  return {
    ...standingOf(name),
    name: `${member.surname} ${member.givenName}`,
    presentsAs: member.givenName,
    substitutesFor,
    standsInFor: substitutesFor.map(standingOf),
  };
}

/** Everybody at once, standing in for nobody. */
export const testPeople = () =>
  Object.fromEntries(Object.keys(members).map((name) => [name, testPerson(name as TestName)])) as Record<
    TestName,
    Person
  >;
