import { afterAll, beforeAll, expect, test } from 'vitest';
import { listRecordingListens } from '@/db/recordings';
import { closeRightsScene, openRightsScene, origin, type RightsScene } from '@/tests/rights-scene';
import { GET } from './route';

const sound = 'RIFF the sound';
let scene: RightsScene;
beforeAll(async () => {
  scene = await openRightsScene();
}, 120_000);
afterAll(() => closeRightsScene(scene));

function ask(range?: string, recordingId = String(scene.ids.recordingId)) {
  const headers = new Headers({ authorization: `Bearer ${scene.tokens.anna}` });
  if (range) headers.set('range', range);
  const request = new Request(`${origin}/api/v1/recordings/${recordingId}/audio`, { headers });
  return GET(request, { params: Promise.resolve({ recordingId }) });
}

test('the whole recording is given with its length, its mark, and to no cache', async () => {
  const answer = await ask();
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe(sound);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    'content-length': '14',
    'content-type': 'audio/wav',
    etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
  });
});

test.each([
  ['bytes=0-3', 'RIFF', 'bytes 0-3/14'],
  ['bytes=9-', 'sound', 'bytes 9-13/14'],
  ['bytes=-5', 'sound', 'bytes 9-13/14'],
])('a part of it, %s, is a 206', async (range, text, contentRange) => {
  const answer = await ask(range);
  expect(answer.status).toBe(206);
  expect(await answer.text()).toBe(text);
  expect(answer.headers.get('content-range')).toBe(contentRange);
  expect(answer.headers.get('content-length')).toBe(String(text.length));
});

test('a part behind the end is a 416 that tells the length', async () => {
  const answer = await ask('bytes=14-');
  expect(answer.status).toBe(416);
  expect(answer.headers.get('content-range')).toBe('bytes */14');
});

test('an unknown recording is a 404 in words', async () => {
  const answer = await ask(undefined, 'unknown');
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ error: { code: 'notFound' } });
  expect(await listRecordingListens(scene.line.store.read, ['unknown'])).toEqual([]);
});
