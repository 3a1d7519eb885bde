import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertRole } from '@/db/roles';
import { neededFor, type Permission, permissions } from '@/lib/domain/employees/permission';
import { roles } from '@/lib/domain/employees/roles';
import type { TestName } from '@/lib/operations/employees/testing';
import { askRoute, cases, ownPage, signOf } from './ask-route';
import { columns } from './rights-matrix';
import { closeRightsScene, openRightsScene, type RightsScene } from './rights-scene';
import { routesOfRights } from './routes-of-rights';

let scene: RightsScene;
beforeAll(async () => {
  scene = await openRightsScene();
}, 120_000);
afterAll(() => closeRightsScene(scene));

/** Every role is decided alike, so that nobody has the right, or everybody. */
async function decide(permission: Permission, isGiven: boolean): Promise<void> {
  const needed = neededFor[permission];
  const grants = { [permission]: isGiven, ...(isGiven && needed && { [needed]: true }) };
  const kept = { name: null, nameEn: null, grants, version: 1, createdAt: 0, disabledAt: null };
  await scene.line.store.tx(async (db) => {
    await db.q.delete(db.t.roles);
    for (const id of roles) await insertRole(db, { id, ...kept });
  });
}

type Case = (typeof cases)[number];

async function signFor(name: TestName, { key, row: { who: _, ...question } }: Case): Promise<string> {
  return signOf(await askRoute(scene, key, question, ownPage(scene.sessions[name])));
}

/** Which questions of the matrix this person is now answered otherwise than by default, by how they are answered. */
async function changedFor(name: TestName): Promise<Record<string, string[]>> {
  const changed: Record<string, string[]> = {};
  for (const one of cases) {
    const byDefault = one.row.who.replaceAll(' ', '')[columns.indexOf(name)]!;
    const sign = await signFor(name, one);
    if (sign !== byDefault) changed[sign] = [...(changed[sign] ?? []), one.title];
  }
  return changed;
}

async function forbiddenTo(name: TestName, titles: readonly string[]): Promise<string[]> {
  const forbidden: string[] = [];
  for (const one of cases.filter(({ title }) => titles.includes(title)))
    if ((await signFor(name, one)) === '-') forbidden.push(one.title);
  return forbidden;
}

const sorted = (titles: Partial<Record<string, string[]>>) =>
  Object.fromEntries(Object.entries(titles).map(([sign, ofSign]) => [sign, ofSign?.toSorted()]));

describe('a right', () => {
  test.each(permissions)(
    '%s that is withdrawn closes exactly its routes, and given opens them',
    async (right) => {
      const { had, closes, givenTo, staysClosed = [] } = routesOfRights[right];
      await decide(right, false);
      expect(sorted(await changedFor(had))).toEqual(sorted(closes));
      expect((await forbiddenTo(givenTo, closes['-'] ?? [])).length).toBeGreaterThan(staysClosed.length);
      await decide(right, true);
      expect((await forbiddenTo(givenTo, closes['-'] ?? [])).sort()).toEqual(staysClosed.toSorted());
    },
  );
});
