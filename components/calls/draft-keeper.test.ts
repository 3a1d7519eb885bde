import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/components/api-error';
import type { DraftPatch } from '@/lib/domain/call-scripts/draft';
import { DraftKeeper, saveAfterMs } from './draft-keeper';

class FakeStorage {
  entries = new Map<string, string>();
  getItem = (key: string) => this.entries.get(key) ?? null;
  setItem = (key: string, value: string) => void this.entries.set(key, value);
  removeItem = (key: string) => void this.entries.delete(key);
}

type Answer = { runVersion: number } | ApiError;

/** A keeper beside a server that answers as told, once each, then with rising versions. */
function keeperBeside(answers: Answer[] = [], storage = new FakeStorage()) {
  const sent: { patch: DraftPatch; key: string }[] = [];
  let keys = 0;
  const keeper = new DraftKeeper({
    storage,
    storageKey: 'draft',
    now: () => 1_000,
    newKey: () => `key-${++keys}-${storage.entries.size}`,
    send: async (patch, key) => {
      sent.push({ patch, key });
      const answer = answers.shift() ?? { runVersion: sent.length };
      if (answer instanceof ApiError) throw answer;
      return answer;
    },
  });
  return { keeper, sent, storage };
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
    expect(keeper.state()).toMatchObject({ status: 'saved', savedAt: 1_000 });
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
    const storage = new FakeStorage();
    const { keeper } = keeperBeside([], storage);
    keeper.type(name('ООО'));
    keeper.stop();

    const reloaded = keeperBeside([], storage);
    expect(reloaded.keeper.state().patches).toEqual([name('ООО')]);
    reloaded.keeper.wake();
    await reloaded.keeper.flush();
    expect(reloaded.sent.map(({ patch }) => patch)).toEqual([name('ООО')]);
    expect(storage.entries.size).toBe(0);
  });

  it('is taken back and said when the server refuses it', async () => {
    const { keeper } = keeperBeside([new ApiError('notPossibleNow', 409)]);
    keeper.type(name('ООО'));
    await expect(keeper.flush()).rejects.toThrow('notPossibleNow');
    expect(keeper.state()).toMatchObject({ status: 'refused', patches: [] });
  });

  it('is kept to be read when it is refused, over a reload and later words, until it is put away (IN-6)', async () => {
    const { keeper, storage } = keeperBeside([new ApiError('forbidden', 403)]);
    keeper.type({ note: 'просил перезвонить в пять' });
    await expect(keeper.flush()).rejects.toThrow('forbidden');
    expect(keeper.state().refused).toEqual({ note: 'просил перезвонить в пять' });

    const reloaded = keeperBeside([{ runVersion: 3 }, new ApiError('forbidden', 403)], storage).keeper;
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
    expect(storage.entries.size).toBe(0);
  });

  it('is kept in this browser while nobody is signed in', async () => {
    const { keeper, storage } = keeperBeside([new ApiError('unauthorized', 401)]);
    keeper.type(name('ООО'));
    await expect(keeper.flush()).rejects.toThrow('unauthorized');
    expect(storage.getItem('draft')).toContain('ООО');
    keeper.stop();
  });
});
