import { listCardFields } from '@/db/card-fields';
import type { Db } from '@/db/store';
import { normaliseName } from '@/lib/domain/counterparties/name';
import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { findManagers } from '@/lib/domain/imports/find-manager';
import { projectNames } from '@/lib/operations/appeals/project-names';
import { listClientManagers } from '@/lib/operations/assignments/hand-over-clients';
import { readCityLookup } from '@/lib/operations/counterparties/city-lookup';
import { clientTimeZone } from '@/lib/operations/departments/client-department';
import type { Surroundings } from './import-work';

/** What the rows of a file are held against, read once for a part of it. `now`: epoch ms. */
export async function readSurroundings(db: Db, now: number): Promise<Surroundings> {
  const timeZone = await clientTimeZone(db);
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
