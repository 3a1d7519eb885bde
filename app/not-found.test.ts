import { existsSync, globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GET } from './api/[...missing]/route';

test('what is missing or fails inside the console is told inside it, so that the call bar stays', () => {
  for (const file of ['not-found.tsx', 'error.tsx', '[...missing]/page.tsx']) {
    expect(existsSync(`app/(console)/${file}`), file).toBe(true);
  }
  expect(globSync('app/*/[[]...missing]/page.tsx')).toEqual(['app/(console)/[...missing]/page.tsx']);
});

test('a program that asks for an unknown address gets a 404 it can read, signed in or not', async () => {
  const answer = GET();
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ error: { code: 'notFound' } });
});
