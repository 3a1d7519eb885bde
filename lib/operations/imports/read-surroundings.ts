import { listCardFields } from '@/db/card-fields';
import { getDepartmentByKind } from '@/db/departments';
import type { Db } from '@/db/store';
import { normaliseName } from '@/lib/domain/counterparties/name';
import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { findManagers } from '@/lib/domain/imports/find-manager';
import { projectNames } from '@/lib/operations/appeals/project-names';
import { listClientManagers } from '@/lib/operations/assignments/hand-over-clients';
import { readCityLookup } from '@/lib/operations/counterparties/city-lookup';
import { hoursOf } from '@/lib/operations/reactions/find-responsible';
import type { Surroundings } from './import-work';

export async function readSurroundings(db: Db, now: number): Promise<Surroundings> {
  const department = await getDepartmentByKind(db, 'client');
  const timeZone = (department && hoursOf(department)?.timeZone) ?? 'Europe/Moscow';
  const names = await projectNames(db);
  const managers = await listClientManagers(db);
  const managersOfCell = new Map<string, string[]>();
  return {
    cities: await readCityLookup(db),
    projects: new Map([...names].map(([id, name]) => [normaliseName(name), id])),
    projectNames: names,
    managersOf(cell) {
      const found = managersOfCell.get(cell) ?? findManagers(managers, cell);
      managersOfCell.set(cell, found);
      return found;
    },
    ownFields: (await listCardFields(db)).filter(({ disabledAt }) => disabledAt === null),
    today: wallTimeAt(now, timeZone).date,
    timeZone,
    firstOfInn: new Map(),
  };
}
