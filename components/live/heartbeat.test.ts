import { expect, test } from 'vitest';
import { Heartbeat } from './heartbeat';

function setUp() {
  const said: string[] = [];
  const world = { said, isKnown: true, tick: () => {}, gone: 0, ticks: 0, isStopped: false };
  const heartbeat = new Heartbeat({
    startMetronome: (onTick) => {
      world.tick = onTick;
      return () => {
        world.isStopped = true;
      };
    },
    send: async (connectionId, browserPhone) => {
      said.push(`${connectionId} ${browserPhone}`);
      return world.isKnown;
    },
    onGone: () => {
      world.gone += 1;
    },
    onTick: () => {
      world.ticks += 1;
    },
  });
  return { world, heartbeat };
}

test('a console says that it is there as soon as its stream is named, and with every tick', () => {
  const { world, heartbeat } = setUp();
  world.tick();
  expect(world.said).toEqual([]);
  heartbeat.connect('one');
  world.tick();
  expect(world.said).toEqual(['one off', 'one off']);
  expect(world.ticks).toBe(2);
});

test('a telephone that is switched on is told at once, and only when it changed', () => {
  const { world, heartbeat } = setUp();
  heartbeat.connect('one');
  heartbeat.tell('ready');
  heartbeat.tell('ready');
  world.tick();
  expect(world.said).toEqual(['one off', 'one ready', 'one ready']);
});

test('a connection that the server gave up is asked for anew once, and beats under its new name', async () => {
  const { world, heartbeat } = setUp();
  heartbeat.connect('one');
  await Promise.resolve();
  world.isKnown = false;
  world.tick();
  await new Promise(setImmediate);
  world.tick();
  expect(world.gone).toBe(1);
  world.isKnown = true;
  heartbeat.connect('two');
  expect(world.said.at(-1)).toBe('two off');
  heartbeat.stop();
  expect(world.isStopped).toBe(true);
});
