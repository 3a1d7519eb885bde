import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { updateApiTokensRevoked } from '@/db/api-tokens';
import { updateEmployee } from '@/db/employees';
import { updateSessionsEnded } from '@/db/sessions';
import { insertWallboardToken, updateWallboardTokenRevoked } from '@/db/wallboard-tokens';
import { hashSecret } from '@/lib/auth/secrets';
import { askRoute, cases, handlers, ownPage, signOf } from './ask-route';
import {
  columns,
  matrix,
  openToAnyone,
  type Question,
  signedByTheLine,
  withoutSecrets,
} from './rights-matrix';
import { closeRightsScene, openRightsScene, type RightsScene } from './rights-scene';

let scene: RightsScene;
beforeAll(async () => {
  scene = await openRightsScene();
}, 120_000);
afterAll(() => closeRightsScene(scene));

const ask = (key: string, question: Question, headers: Headers) => askRoute(scene, key, question, headers);

test('every route and method stands in the matrix, and nothing else does', () => {
  const listed = [...Object.keys(matrix), ...openToAnyone, ...signedByTheLine];
  expect([...handlers.keys()].sort()).toEqual(listed.sort());
});

describe.each(cases)('$title', ({ key, row }) => {
  const { who, ...question } = row;
  const expected = who.replaceAll(' ', '');

  test('is answered to each person as the matrix says, by session and by token', async () => {
    const bySession: string[] = [];
    const byToken: string[] = [];
    for (const name of columns) {
      bySession.push(await signOf(await ask(key, question, ownPage(scene.sessions[name]))));
      const bearer = new Headers({ authorization: `Bearer ${scene.tokens[name]}` });
      byToken.push(await signOf(await ask(key, question, bearer)));
    }
    expect(bySession.join('')).toBe(expected);
    expect(byToken.join('')).toBe(expected);
  });

  test('is refused to nobody in particular, and to another site', async () => {
    expect((await ask(key, question, new Headers())).status).toBe(401);
    const madeUp = new Headers({
      authorization: 'Bearer cb_made-up',
      cookie: scene.sessions.alla.get('cookie')!,
    });
    expect((await ask(key, question, madeUp)).status).toBe(401);
    if (key.startsWith('GET')) return;
    const foreign = new Headers(scene.sessions.alla);
    foreign.set('sec-fetch-site', 'cross-site');
    expect((await ask(key, question, foreign)).status).toBe(403);
    const withoutWord = new Headers(scene.sessions.alla);
    expect((await ask(key, question, withoutWord)).status).toBe(403);
  });
});

test('whoever is shown what clients told is on record, and so is nothing else (CS-10)', async () => {
  const readings = Object.keys(matrix).filter((key) => key.startsWith('GET '));
  const unrecorded: string[] = [];
  for (const key of readings) {
    const { who, ...question } = matrix[key]!;
    const reader = columns[who.replaceAll(' ', '').indexOf('+')]!;
    scene.seen.length = 0;
    await signOf(await ask(key, question, ownPage(scene.sessions[reader])));
    if (scene.seen.length === 0) unrecorded.push(key.slice('GET '.length));
    expect(scene.seen.every((row) => row.employeeId === reader && row.via === 'session')).toBe(true);
  }
  expect(unrecorded.sort()).toEqual(withoutSecrets.toSorted());
});

test('a television is let in to the wallboard by its own token, to nothing else, and no more once it is revoked', async () => {
  const { store } = scene.line;
  const token = 'wb_of-a-television';
  const row = {
    id: 'screen',
    tokenHash: hashSecret(token),
    label: 'у окна',
    createdBy: 'alla',
    createdAt: 1,
  };
  await store.tx((db) => insertWallboardToken(db, row));
  const bearer = new Headers({ authorization: `Bearer ${token}` });
  const letIn: string[] = [];
  for (const { title, key, row: asked } of cases) {
    const { who: _, ...question } = asked;
    if ((await ask(key, question, bearer)).status !== 401) letIn.push(title);
  }
  expect(letIn).toEqual(['GET /wallboard']);
  const board = await ask('GET /wallboard', {}, bearer);
  expect(await board.json()).toMatchObject({ department: { kind: 'client' } });
  await store.tx((db) => updateWallboardTokenRevoked(db, 'screen', Date.now()));
  expect((await ask('GET /wallboard', {}, bearer)).status).toBe(401);
});

describe('a person whose time is over', () => {
  const questions = cases.map(({ key, row }) => [key, row] as const);
  const statuses = async (headers: Headers) => {
    const answers = new Set<number>();
    for (const [key, { who: _, ...question }] of questions)
      answers.add((await ask(key, question, headers)).status);
    return [...answers];
  };

  test('whose session was ended gets nothing from any route', async () => {
    await scene.line.store.tx((db) => updateSessionsEnded(db, 'marina', Date.now(), 'endedByPerson'));
    expect(await statuses(ownPage(scene.sessions.marina))).toEqual([401]);
  });

  test('whose tokens were revoked gets nothing from any route', async () => {
    await scene.line.store.tx((db) => updateApiTokensRevoked(db, 'marina', Date.now()));
    expect(await statuses(new Headers({ authorization: `Bearer ${scene.tokens.marina}` }))).toEqual([401]);
  });

  test('who was disabled gets nothing from any route, by session or token', async () => {
    await scene.line.store.tx((db) => updateEmployee(db, 'gleb', { disabledAt: Date.now() }));
    expect(await statuses(ownPage(scene.sessions.gleb))).toEqual([401]);
    expect(await statuses(new Headers({ authorization: `Bearer ${scene.tokens.gleb}` }))).toEqual([401]);
  });
});
