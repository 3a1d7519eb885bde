import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/components/api-error';
import { SaveQueue } from '@/components/saves/save-queue';
import { SavesInMemory } from '@/components/saves/testing';
import type { DraftPatch } from '@/lib/domain/call-scripts/draft';
import { DraftKeeper, saveAfterMs } from './draft-keeper';

type Answer = { runVersion: number } | ApiError;

/** A keeper beside a server that answers as told, once each, then with rising versions. */
function keeperBeside(answers: Answer[] = [], store = new SavesInMemory()) {
  const sent: { patch: DraftPatch; key: string }[] = [];
  const pageId = store.newPage();
  const queue = new SaveQueue({
    store,
    personId: 'anna',
    pageId,
    send: async ({ request }) => {
      const { patch } = (request.body as { event: { patch: DraftPatch } }).event;
      sent.push({ patch, key: request.key });
      const answer = answers.shift() ?? { runVersion: sent.length };
      if (answer instanceof ApiError) throw answer;
      return answer;
    },
  });
  const keeper = new DraftKeeper({ queue, callId: 'call', about: 'Введённое в разговоре' });
  keeper.start();
  return {
    keeper,
    queue,
    sent,
    store,
    die: () => {
      queue.stop();
      store.pageIsGone(pageId);
    },
  };
}

const name = (text: string): DraftPatch => ({ card: { name: text } });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('what is typed in a call', () => {
  it('is sent together, at most 400 ms after the first keystroke, however long one types', async () => {
    const { keeper, sent } = keeperBeside();
    keeper.type(name('О'));
    await vi.advanceTimersByTimeAsync(300);
    keeper.type(name('ООО'));
    keeper.type({ card: { city: 'Кемерово' }, note: 'спешит' });
    await vi.advanceTimersByTimeAsync(saveAfterMs - 300);
    expect(sent.map(({ patch }) => patch)).toEqual([
      { card: { name: 'ООО', city: 'Кемерово' }, note: 'спешит' },
    ]);
    expect(keeper.state()).toMatchObject({ status: 'saved', savedAt: Date.now() });
  });

  it('stays over the server’s draft until a draft of its version is read', async () => {
    const { keeper } = keeperBeside([{ runVersion: 7 }]);
    keeper.type(name('ООО'));
    await keeper.flush();
    expect(keeper.state().patches).toEqual([name('ООО')]);
    keeper.seen(6);
    expect(keeper.state().patches).toEqual([name('ООО')]);
    keeper.seen(7);
    expect(keeper.state().patches).toEqual([]);
  });

  it('waits for the connection and is sent again with the same key (IN-6)', async () => {
    const { keeper, sent } = keeperBeside([new ApiError('network', 0)]);
    keeper.type(name('ООО'));
    await vi.advanceTimersByTimeAsync(saveAfterMs);
    expect(keeper.state().status).toBe('waiting');
    keeper.type(name('ООО «Ромашка»'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(keeper.state().status).toBe('saved');
    expect(sent.map(({ patch }) => patch)).toEqual([name('ООО'), name('ООО'), name('ООО «Ромашка»')]);
    expect(sent[0]!.key).toBe(sent[1]!.key);
    expect(sent[1]!.key).not.toBe(sent[2]!.key);
  });

  it('survives a reload within the same second (IN-6)', async () => {
    const { keeper, store, die } = keeperBeside();
    keeper.type(name('ООО'));
    die();

    const reloaded = keeperBeside([], store);
    await reloaded.queue.wake();
    expect(reloaded.sent.map(({ patch }) => patch)).toEqual([name('ООО')]);
    expect(reloaded.keeper.state().patches).toEqual([name('ООО')]);
    expect(store.rows.size).toBe(0);

    const opensLate = new DraftKeeper({ queue: reloaded.queue, callId: 'call', about: '' });
    opensLate.start();
    expect(opensLate.state()).toMatchObject({ patches: [name('ООО')], savedAt: expect.any(Number) });
    opensLate.seen(1);
    expect(opensLate.state().patches).toEqual([]);
  });

  it('is taken back and said when the server refuses it', async () => {
    const { keeper } = keeperBeside([new ApiError('notPossibleNow', 409)]);
    keeper.type(name('ООО'));
    await expect(keeper.flush()).rejects.toThrow('notPossibleNow');
    expect(keeper.state()).toMatchObject({ status: 'refused', patches: [] });
  });

  it('is kept to be read when it is refused, over a reload and later words, until it is put away (IN-6)', async () => {
    const { keeper, store, die } = keeperBeside([new ApiError('forbidden', 403)]);
    keeper.type({ note: 'просил перезвонить в пять' });
    await expect(keeper.flush()).rejects.toThrow('forbidden');
    expect(keeper.state().refused).toEqual({ note: 'просил перезвонить в пять' });
    die();

    const next = keeperBeside([{ runVersion: 3 }, new ApiError('forbidden', 403)], store);
    await next.queue.wake();
    const reloaded = next.keeper;
    reloaded.type(name('ООО'));
    await reloaded.flush();
    expect(reloaded.state().refused).toEqual({ note: 'просил перезвонить в пять' });
    reloaded.type({ card: { city: 'Кемерово' } });
    await expect(reloaded.flush()).rejects.toThrow('forbidden');
    expect(reloaded.state().refused).toEqual({
      note: 'просил перезвонить в пять',
      card: { city: 'Кемерово' },
    });
    reloaded.putAway();
    await reloaded.flush();
    expect(reloaded.state()).toMatchObject({ status: 'saved', refused: null });
    expect(store.rows.size).toBe(0);
  });

  it('is kept in this browser while nobody is signed in', async () => {
    const { keeper, store, queue } = keeperBeside([new ApiError('unauthorized', 401)]);
    keeper.type(name('ООО'));
    await expect(keeper.flush()).rejects.toThrow('unauthorized');
    expect([...store.rows.values()]).toMatchObject([
      { request: { body: { event: { patch: { card: { name: 'ООО' } } } } } },
    ]);
    queue.stop();
  });
});
