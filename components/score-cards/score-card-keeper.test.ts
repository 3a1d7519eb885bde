import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '@/components/api-error';
import { KeptForms } from '@/components/kept-forms';
import { emptyScoreCard, type ScoreCardContent } from '@/lib/domain/score-cards/score-card';
import { ScoreCardKeeper, saveAfterMs } from './score-card-keeper';

const saying = (summary: string): ScoreCardContent => ({ ...emptyScoreCard, summary });

class Browser implements Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> {
  #items = new Map<string, string>();
  get length() {
    return this.#items.size;
  }
  key = (index: number) => [...this.#items.keys()][index] ?? null;
  getItem = (name: string) => this.#items.get(name) ?? null;
  setItem = (name: string, value: string) => void this.#items.set(name, value);
  removeItem = (name: string) => void this.#items.delete(name);
}

/** A server that has the card in some version, and takes what was made of that one alone. */
function setUp() {
  const server = { content: saying(''), version: 1, isAway: false, keys: [] as string[] };
  const forms = new KeptForms(new Browser());
  const open = () =>
    new ScoreCardKeeper(
      { content: server.content, version: server.version },
      {
        forms,
        subject: 'score card 1',
        send: async ({ content, version }, key) => {
          server.keys.push(key);
          if (server.isAway) throw new ApiError('network', 0);
          if (version !== server.version) throw new ApiError('conflict', 409);
          server.content = content;
          server.version += 1;
          return { version: server.version };
        },
      },
    );
  return { server, open };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what a reviewer writes on a score card', () => {
  test('is kept by one request for a burst of keys', async () => {
    const { server, open } = setUp();
    const keeper = open();
    for (const text of ['Х', 'Хо', 'Хорошо']) keeper.change(saying(text));
    expect(keeper.state().status).toBe('saving');
    await vi.advanceTimersByTimeAsync(saveAfterMs);
    expect(server).toMatchObject({ content: { summary: 'Хорошо' }, version: 2 });
    expect(keeper.state()).toMatchObject({ status: 'saved' });
    expect(server.keys).toHaveLength(1);
  });

  test('waits for a connection and goes once more with the same key', async () => {
    const { server, open } = setUp();
    const keeper = open();
    server.isAway = true;
    keeper.change(saying('Хорошо'));
    await vi.advanceTimersByTimeAsync(saveAfterMs);
    expect(keeper.state().status).toBe('waiting');
    server.isAway = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(keeper.state().status).toBe('saved');
    expect(new Set(server.keys).size).toBe(1);
  });

  test('outlives a reload of the page', async () => {
    const { server, open } = setUp();
    server.isAway = true;
    open().change(saying('Хорошо'));
    server.isAway = false;
    const reloaded = open();
    expect(reloaded.state().content.summary).toBe('Хорошо');
    reloaded.wake();
    expect(await reloaded.flush()).toBe(2);
    expect(server.content.summary).toBe('Хорошо');
    expect(open().state()).toMatchObject({ status: 'saved', content: { summary: 'Хорошо' } });
  });

  test('is not laid over what somebody else wrote until its author says so', async () => {
    const { server, open } = setUp();
    const keeper = open();
    Object.assign(server, { content: saying('Другое'), version: 5 });
    keeper.change(saying('Моё'));
    await expect(keeper.flush()).rejects.toMatchObject({ code: 'conflict' });
    keeper.change(saying('Моё, дальше'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.content.summary).toBe('Другое');
    keeper.overwrite(5);
    await keeper.flush();
    expect(server.content.summary).toBe('Моё, дальше');
  });

  test('goes when its author takes what somebody else wrote', async () => {
    const { server, open } = setUp();
    const keeper = open();
    Object.assign(server, { content: saying('Другое'), version: 5 });
    keeper.change(saying('Моё'));
    await keeper.flush().catch(() => undefined);
    keeper.adopt({ content: server.content, version: 5 });
    expect(keeper.state()).toMatchObject({ status: 'saved', content: { summary: 'Другое' }, problem: null });
  });

  test('takes over what the server has by now, unless something waits to be sent', () => {
    const { open } = setUp();
    const keeper = open();
    keeper.seen({ content: saying('Другое'), version: 2 });
    expect(keeper.state().content.summary).toBe('Другое');
    keeper.change(saying('Моё'));
    keeper.seen({ content: saying('Третье'), version: 3 });
    expect(keeper.state().content.summary).toBe('Моё');
  });
});
