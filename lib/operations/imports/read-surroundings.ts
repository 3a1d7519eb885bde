import { getDepartmentByKind } from '@/db/departments';
import type { Db } from '@/db/store';
import { normaliseName } from '@/lib/domain/counterparties/name';
import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { projectNames } from '@/lib/operations/appeals/project-names';
import { readCityDirectory } from '@/lib/operations/counterparties/city-directory';
import { hoursOf } from '@/lib/operations/reactions/find-responsible';
import type { Surroundings } from './import-work';

export async function readSurroundings(db: Db, now: number): Promise<Surroundings> {
  const department = await getDepartmentByKind(db, 'client');
  const timeZone = (department && hoursOf(department)?.timeZone) ?? 'Europe/Moscow';
  const names = await projectNames(db);
  return {
    cities: await readCityDirectory(db),
    projects: new Map([...names].map(([id, name]) => [normaliseName(name), id])),
    today: wallTimeAt(now, timeZone).date,
    timeZone,
    firstOfInn: new Map(),
  };
}
