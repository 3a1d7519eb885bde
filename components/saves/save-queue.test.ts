import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/components/api-error';
import type { Save } from './save';
import { type NewSave, type SaveOutcome, SaveQueue } from './save-queue';
import { SavesInMemory } from './testing';
import { typedTexts } from './typed-texts';

beforeEach(() => vi.useFakeTimers({ now: 1_000 }));
afterEach(() => vi.useRealTimers());

/** A page of a person's console beside a server that answers as told, once each, and then takes everything. */
function pageOf(personId: string, store: SavesInMemory, answers: (ApiError | 'ok')[] = []) {
  const pageId = store.newPage();
  const sent: Save[] = [];
  const outcomes: SaveOutcome[] = [];
  const queue = new SaveQueue({
    store,
    personId,
    pageId,
    send: async (save) => {
      sent.push(save);
      const answer = answers.shift() ?? 'ok';
      if (answer instanceof ApiError) throw answer;
      return answer;
    },
  });
  queue.onOutcome((outcome) => outcomes.push(outcome));
  const about = () => sent.map((save) => save.about);
  const close = () => {
    queue.stop();
    store.pageIsGone(pageId);
  };
  return { queue, sent, about, outcomes, close };
}

const save = (about: string, more: Partial<NewSave> = {}): NewSave => ({
  request: { method: 'POST', path: '/reactions', body: { topic: about }, key: `key of ${about}` },
  lane: about,
  about,
  ...more,
});
const noAnswer = () => new ApiError('network', 0);

describe('what was pressed without a connection', () => {
  it('is sent in the order of the presses, under the key of the press, and then forgotten', async () => {
    const store = new SavesInMemory();
    const { queue, sent, about, outcomes } = pageOf('anna', store, [noAnswer()]);
    await queue.add(save('первая'));
    await queue.add(save('вторая'));
    expect(queue.state()).toMatchObject({ isStuck: true, saves: [{ about: 'первая' }, { about: 'вторая' }] });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(about()).toEqual(['первая', 'первая', 'вторая']);
    expect(sent.map(({ request }) => request.key)).toEqual([
      'key of первая',
      'key of первая',
      'key of вторая',
    ]);
    expect(outcomes.map(({ sent: isSent }) => isSent)).toEqual([true, true]);
    expect(queue.state()).toMatchObject({ isStuck: false, saves: [] });
    expect(store.rows.size).toBe(0);
  });

  it('outlives its page and is sent by the next one of the same person, not by one while its own page lives', async () => {
    const store = new SavesInMemory();
    const first = pageOf('anna', store);
    await first.queue.add(save('заметка'));
    const beside = pageOf('anna', store);
    await beside.queue.wake();
    expect(beside.about()).toEqual([]);
    first.close();
    const next = pageOf('anna', store);
    await next.queue.wake();
    expect(next.about()).toEqual(['заметка']);
    expect(next.sent[0]!.request.key).toBe('key of заметка');
    expect(first.about()).toEqual([]);
  });

  it('is neither shown to nor sent by another person at the same browser', async () => {
    const store = new SavesInMemory();
    const anna = pageOf('anna', store);
    await anna.queue.add(save('заметка'));
    anna.close();
    const boris = pageOf('boris', store);
    await boris.queue.wake();
    expect(boris.queue.state().saves).toEqual([]);
    expect(boris.about()).toEqual([]);
    const back = pageOf('anna', store);
    await back.queue.wake();
    expect(back.about()).toEqual(['заметка']);
  });

  it('waits while nobody is signed in or the server is restarted', async () => {
    const answers = [new ApiError('unauthorized', 401), new ApiError('unavailable', 503)];
    const { queue, about } = pageOf('anna', new SavesInMemory(), answers);
    await queue.add(save('заметка'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(about()).toEqual(['заметка', 'заметка', 'заметка']);
    expect(queue.state().saves).toEqual([]);
  });

  it('stays with its words when it is refused, lets the others pass, and may be sent anew', async () => {
    const store = new SavesInMemory();
    const { queue, about, sent, outcomes } = pageOf('anna', store, [new ApiError('conflict', 409)]);
    await queue.add(save('первая'));
    await queue.add(save('вторая'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(about()).toEqual(['первая', 'вторая']);
    expect(outcomes.map(({ sent: isSent, save: { about: words } }) => [words, isSent])).toEqual([
      ['первая', false],
      ['вторая', true],
    ]);
    const [refused] = queue.state().saves;
    expect(refused).toMatchObject({ about: 'первая', refusal: { code: 'conflict', status: 409 } });
    expect([...store.rows.values()]).toMatchObject([{ refusal: { code: 'conflict' } }]);
    queue.retry(refused!.id);
    await vi.advanceTimersByTimeAsync(0);
    expect(about()).toEqual(['первая', 'вторая', 'первая']);
    expect(sent[2]!.request.key).not.toBe('key of первая');
    expect(queue.state().saves).toEqual([]);
  });

  it('does not stand before the others for ever when the server fails at it', async () => {
    const broken = Array.from({ length: 5 }, () => new ApiError('internal', 500));
    const { queue, about } = pageOf('anna', new SavesInMemory(), broken);
    await queue.add(save('первая'));
    await queue.add(save('вторая'));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(about().filter((words) => words === 'первая')).toHaveLength(5);
    expect(about().at(-1)).toBe('вторая');
    expect(queue.state().saves).toMatchObject([{ about: 'первая', refusal: { code: 'internal' } }]);
  });

  it('is not sent by itself when nobody means it any more; a later choice takes the place of an earlier one', async () => {
    const none = Array.from({ length: 1_000 }, noAnswer);
    const { queue } = pageOf('anna', new SavesInMemory(), none);
    await queue.add(save('обед', { lane: 'presence', replaces: true, goodForMs: 60_000 }));
    await queue.add(save('перерыв', { lane: 'presence', replaces: true, goodForMs: 60_000 }));
    expect(queue.state().saves.map(({ about }) => about)).toEqual(['перерыв']);
    await vi.advanceTimersByTimeAsync(70_000);
    expect(queue.state().saves).toMatchObject([{ about: 'перерыв', refusal: { code: 'tooOld' } }]);
  });

  it('is put away when the person says so, and comes back when they take that back', async () => {
    const store = new SavesInMemory();
    const { queue, about } = pageOf('anna', store, [noAnswer(), noAnswer()]);
    await queue.add(save('заметка'));
    const [waiting] = queue.state().saves;
    queue.discard(waiting!.id);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(about()).toEqual([]);
    expect(store.rows.size).toBe(0);
    queue.putBack(waiting!);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(about().at(-1)).toBe('заметка');
    expect(queue.state().saves).toEqual([]);
  });

  it('is not taken over by a browser that keeps nothing: the form keeps it', async () => {
    const store = new SavesInMemory();
    store.isFull = true;
    const { queue } = pageOf('anna', store);
    expect(await queue.add(save('заметка'))).toBe(false);
    expect(queue.state().saves).toEqual([]);
  });
});

it('what was typed is read from a save without ids, versions and codes', () => {
  const body = {
    version: 3,
    status: 'client',
    name: 'ООО «Липа»',
    phones: [{ raw: '8 800' }],
    cityId: '01J',
  };
  expect(typedTexts(body)).toEqual(['ООО «Липа»', '8 800']);
  const patch = { card: { name: 'ООО' }, note: 'спешит' };
  expect(typedTexts({ step: '', event: { type: 'manager.filledIn', patch } })).toEqual(['ООО', 'спешит']);
});
