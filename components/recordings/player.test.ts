import { describe, expect, test, vi } from 'vitest';
import { Player } from './player';
import { jumpSeconds, type SoundProblem } from './player-position';

/** An audio element that does as it is told, of a recording of a minute. */
class Element extends EventTarget {
  currentTime = 0;
  playbackRate = 1;
  paused = true;
  error: unknown = null;
  loads = 0;
  isRefused = false;
  #isBroken = false;

  play(): Promise<void> {
    if (this.#isBroken || this.isRefused) {
      this.#isBroken ||= !this.isRefused;
      return Promise.reject(new Error('no sound'));
    }
    this.paused = false;
    this.#tell('play', 'playing');
    return Promise.resolve();
  }

  pause(): void {
    if (this.paused) return;
    this.paused = true;
    this.#tell('pause');
  }

  load(): void {
    this.loads += 1;
    this.error = null;
    this.#isBroken = false;
  }

  reach(seconds: number): void {
    this.currentTime = seconds;
    this.#tell('timeupdate');
  }

  end(): void {
    this.paused = true;
    this.#tell('pause', 'ended');
  }

  fail(): void {
    this.#isBroken = true;
    this.paused = true;
    this.error = { code: 4 };
    this.#tell('error');
  }

  #tell(...names: string[]): void {
    for (const name of names) this.dispatchEvent(new Event(name));
  }
}

function setUp(why: SoundProblem = 'unreachable') {
  const element = new Element();
  const player = new Player({ durationSeconds: 60, whyNoSound: async () => why });
  const detach = player.attach(element);
  return { element, player, detach };
}

describe('the player of a recording', () => {
  test('plays and pauses by one press each, and says where it is', () => {
    const { element, player } = setUp();
    const changes = vi.fn();
    player.subscribe(changes);
    expect(player.getState()).toEqual({ seconds: 0, isPlaying: false, rate: 1, problem: null });
    player.toggle();
    element.reach(12.5);
    expect(player.getState()).toMatchObject({ isPlaying: true, seconds: 12.5 });
    player.toggle();
    expect(element.paused).toBe(true);
    expect(player.getState()).toMatchObject({ isPlaying: false, seconds: 12.5 });
    player.toggle();
    element.end();
    expect(player.getState().isPlaying).toBe(false);
    expect(changes).toHaveBeenCalled();
  });

  test('goes to a moment at once, by steps and by jumps, and never outside the recording', () => {
    const { element, player } = setUp();
    const moves: [by: number, to: number][] = [
      [-jumpSeconds, 0],
      [1, 1],
      [jumpSeconds, 16],
      [-1, 15],
      [jumpSeconds * 4, 60],
      [-jumpSeconds, 45],
    ];
    for (const [by, to] of moves) {
      player.seek(player.getState().seconds + by);
      expect([element.currentTime, player.getState().seconds]).toEqual([to, to]);
    }
    expect(element.paused).toBe(true);
  });

  test('plays as fast as was chosen', () => {
    const { element, player } = setUp();
    player.setRate(1.5);
    expect([element.playbackRate, player.getState().rate]).toEqual([1.5, 1.5]);
  });

  test.each(['notReady', 'gone', 'deleted', 'noRight', 'unreachable'] as const)(
    'that gets no sound asks why and says it: %s; pressed again it asks for the sound once more',
    async (why) => {
      const { element, player } = setUp(why);
      player.toggle();
      element.fail();
      await vi.waitFor(() => expect(player.getState()).toMatchObject({ problem: why, isPlaying: false }));
      player.toggle();
      expect(element.loads).toBe(1);
      expect(player.getState()).toMatchObject({ problem: null, isPlaying: true });
    },
  );

  test('that a browser forbids to play stands still', async () => {
    const { element, player } = setUp();
    element.isRefused = true;
    player.toggle();
    await Promise.resolve();
    expect(player.getState().isPlaying).toBe(false);
  });

  test('that left the page is silent, and hears no more', async () => {
    const { element, player, detach } = setUp('gone');
    player.toggle();
    detach();
    expect(element.paused).toBe(true);
    element.fail();
    element.reach(30);
    await Promise.resolve();
    expect(player.getState()).toMatchObject({ seconds: 0, problem: null });
    player.toggle();
    expect(element.paused).toBe(true);
  });
});
