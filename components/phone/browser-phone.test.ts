import { describe, expect, test } from 'vitest';
import type { AgentPhone, AgentPhoneOptions, LegEvent } from '@/lib/domain/phones/agent-phone';
import { BrowserPhone } from './browser-phone';
import { isLegWanted } from './is-leg-wanted';

const hour = 3_600_000;
const claim = { callId: '01CALL', generation: 2 };

/** A browser, a server and a provider that do as they are told and remember it. */
function setUp() {
  const told: string[] = [];
  const world = {
    told,
    now: 0,
    timers: [] as { at: number; run: () => void }[],
    options: null as AgentPhoneOptions | null,
    hearLeg: null as ((event: LegEvent) => void) | null,
    microphone: null as Error | null,
    isRefused: false,
    token: 'token-1' as string | null | Error,
    registers: null as unknown,
    dials: null as unknown,
    /** What dialling waits for. */
    dialling: undefined as Promise<void> | undefined,
    isLocked: false,
    loseLock: () => {},
    /** Time passes, and the timers that are due run. */
    async pass(ms: number) {
      world.now += ms;
      for (const timer of world.timers.filter(({ at }) => at <= world.now)) {
        world.timers = world.timers.filter((other) => other !== timer);
        timer.run();
      }
      await settle();
    },
  };
  const phone: AgentPhone = {
    register: async () => {
      if (world.registers) throw world.registers;
      world.options?.onEvent({ type: 'registered' });
    },
    renew: (token) => told.push(`renew ${token}`),
    dial: async (params, onEvent) => {
      told.push(`dial ${params.x_callId} ${params.x_claim}`);
      if (world.dials) throw world.dials;
      world.hearLeg = onEvent;
      await world.dialling;
      return {
        mute: (isMuted) => told.push(isMuted ? 'mute' : 'unmute'),
        press: (keys) => told.push(`press ${keys}`),
        hangUp: () => told.push('hangUp'),
      };
    },
    setMicrophone: async (id) => void told.push(`microphone ${id}`),
    setSpeaker: async () => {},
    close: () => told.push('close'),
  };
  const subject = new BrowserPhone({
    fetchToken: async () => {
      if (world.token instanceof Error) throw world.token;
      return { token: world.token, identity: 'agent_anna', expiresAt: world.now + hour, standIn: null };
    },
    makePhone: async (options) => {
      world.options = options;
      return phone;
    },
    openMicrophone: async () => {
      if (world.microphone) throw world.microphone;
    },
    isMicrophoneRefused: async () => world.isRefused,
    takeLock: async (onLost, isForced) => {
      if (world.isLocked && !isForced) return null;
      world.loseLock = onLost;
      return () => told.push('release');
    },
    devices: () => ({ microphone: 'headset', speaker: null }),
    now: () => world.now,
    setTimer: (run, ms) => {
      const timer = { at: world.now + ms, run };
      world.timers.push(timer);
      return () => {
        world.timers = world.timers.filter((other) => other !== timer);
      };
    },
  });
  const toldOf = (words: string) => told.filter((each) => each.startsWith(words));
  return { phone: subject, world, told: toldOf, state: subject.getState };
}

const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

async function onShift() {
  const at = setUp();
  expect(await at.phone.start()).toBe(true);
  return at;
}

async function talking() {
  const at = await onShift();
  await at.phone.dial(claim);
  at.world.hearLeg!({ type: 'joined' });
  return at;
}

describe('a shift', () => {
  test('begins with a microphone, the browser’s one phone and a token, and uses the chosen microphone', async () => {
    const { state, told } = await onShift();
    expect(state()).toMatchObject({ shift: 'on', isRegistered: true, leg: 'none', problem: null });
    expect(told('microphone')).toEqual(['microphone headset']);
  });

  test.each([
    ['NotAllowedError', 'microphoneDenied'],
    ['NotFoundError', 'microphoneMissing'],
    ['NotReadableError', 'microphoneMissing'],
    ['NotSupportedError', 'notSupported'],
  ])('does not begin when the browser says %s about the microphone: %s', async (name, problem) => {
    const { phone, world, state } = setUp();
    world.microphone = Object.assign(new Error('no'), { name });
    expect(await phone.start()).toBe(false);
    expect(state()).toMatchObject({ shift: 'off', problem });
    world.microphone = null;
    expect(await phone.start()).toBe(true);
    expect(state().problem).toBeNull();
  });

  test('takes no call while the microphone is refused in the browser’s settings, and goes on when it is allowed again', async () => {
    const { phone, world, state } = await onShift();
    world.isRefused = true;
    expect(await phone.start()).toBe(false);
    expect(state()).toMatchObject({ shift: 'on', problem: 'microphoneDenied' });
    world.isRefused = false;
    expect(await phone.start()).toBe(true);
    await phone.dial(claim);
    expect(state().problem).toBeNull();
    world.isRefused = true;
    expect(await phone.start()).toBe(true);
  });

  test('is in one tab: another one says so, may take it over, and the first then knows', async () => {
    const { phone, world, state, told } = setUp();
    world.isLocked = true;
    expect(await phone.start()).toBe(false);
    expect(state()).toMatchObject({ shift: 'elsewhere', problem: null });
    expect(await phone.start({ isForced: true })).toBe(true);
    world.loseLock();
    expect(state()).toMatchObject({ shift: 'elsewhere', isRegistered: false });
    expect(told('close')).toHaveLength(1);
  });

  test('of another tab is seen from here, and its end too', () => {
    const { phone, state } = setUp();
    phone.hearOfOtherTab(true);
    expect(state().shift).toBe('elsewhere');
    phone.hearOfOtherTab(false);
    expect(state()).toMatchObject({ shift: 'off', problem: null });
  });

  test('that cannot get a token or register gives the phone free and says why', async () => {
    const { phone, world, state, told } = setUp();
    world.token = new Error('no connection');
    expect(await phone.start()).toBe(false);
    expect(state()).toMatchObject({ shift: 'off', problem: 'noToken' });
    world.token = null;
    expect(await phone.start()).toBe(false);
    expect(state().problem).toBe('noToken');
    world.token = 'token-2';
    world.registers = { code: 20_101 };
    expect(await phone.start()).toBe(false);
    expect(state()).toMatchObject({ shift: 'off', problem: 'tokenRefused' });
    expect(told('release')).toHaveLength(3);
    expect(told('close')).toHaveLength(1);
  });

  test('asked for twice at once begins once, and both hear how', async () => {
    const { phone, told } = setUp();
    expect(await Promise.all([phone.start(), phone.start()])).toEqual([true, true]);
    expect(told('microphone')).toHaveLength(1);
  });

  test('that is ended while it begins leaves no phone behind', async () => {
    const { phone, world, state, told } = setUp();
    const starting = phone.start();
    await Promise.resolve();
    phone.stop();
    expect(await starting).toBe(false);
    expect(state().shift).toBe('off');
    expect(told('release')).toHaveLength(1);
    const again = phone.start();
    await settle();
    expect(await again).toBe(true);
    await world.pass(0);
    expect(state().shift).toBe('on');
  });

  test('ends by hanging up, closing and releasing, and renews no token any more', async () => {
    const { phone, world, state, told } = await talking();
    phone.stop();
    expect(state()).toMatchObject({ shift: 'off', leg: 'none', callId: null });
    expect([told('hangUp'), told('close'), told('release')]).toEqual([['hangUp'], ['close'], ['release']]);
    await world.pass(hour);
    expect(told('renew')).toEqual([]);
  });
});

describe('the token', () => {
  test('is renewed at three quarters of its life, again and again', async () => {
    const { world, told } = await onShift();
    world.token = 'token-2';
    await world.pass(hour * 0.75 - 1);
    expect(told('renew')).toEqual([]);
    await world.pass(1);
    expect(told('renew')).toEqual(['renew token-2']);
    world.token = 'token-3';
    await world.pass(hour * 0.75);
    expect(told('renew')).toEqual(['renew token-2', 'renew token-3']);
  });

  test('is not renewed in a call, where it costs sound, but at its end', async () => {
    const { world, told } = await talking();
    await world.pass(hour * 0.75);
    expect(told('renew')).toEqual([]);
    world.hearLeg!({ type: 'ended' });
    await settle();
    expect(told('renew')).toHaveLength(1);
  });

  test('is renewed in a call when it is about to run out', async () => {
    const { world, told } = await talking();
    world.options!.onEvent({ type: 'tokenWillExpire' });
    await settle();
    expect(told('renew')).toHaveLength(1);
  });

  test('that could not be renewed is said and asked for again', async () => {
    const { world, told, state } = await onShift();
    world.token = new Error('no connection');
    await world.pass(hour * 0.75);
    expect(state().problem).toBe('noToken');
    world.token = 'token-2';
    await world.pass(30_000);
    expect(told('renew')).toEqual(['renew token-2']);
    expect(state().problem).toBeNull();
  });

  test('that ran out all the same is renewed at once', async () => {
    const { world, told, state } = await onShift();
    world.options!.onEvent({ type: 'failed', code: 20_104 });
    expect(state().problem).toBe('tokenExpired');
    await settle();
    expect(told('renew')).toHaveLength(1);
    expect(state().problem).toBeNull();
  });
});

describe('a claim', () => {
  test('is dialled in for once, with its call and generation', async () => {
    const { phone, world, state, told } = await onShift();
    await phone.dial(claim);
    await phone.dial(claim);
    expect(told('dial')).toEqual(['dial 01CALL 2']);
    expect(state()).toMatchObject({ leg: 'dialling', callId: '01CALL' });
    world.hearLeg!({ type: 'joined' });
    expect(state().leg).toBe('talking');
    world.hearLeg!({ type: 'ended' });
    expect(state()).toMatchObject({ leg: 'none', callId: null, problem: null });
    await phone.dial(claim);
    expect(told('dial')).toHaveLength(1);
    await phone.dial({ ...claim, generation: 3 });
    expect(told('dial')).toHaveLength(2);
  });

  test('is not dialled in for without a shift, or during another call', async () => {
    const idle = setUp();
    await idle.phone.dial(claim);
    expect(idle.told('dial')).toEqual([]);
    const { phone, told } = await talking();
    await phone.dial({ callId: '01OTHER', generation: 1 });
    expect(told('dial')).toHaveLength(1);
  });

  test('that is refused says so and may be dialled again', async () => {
    const { phone, world, state, told } = await onShift();
    world.dials = { code: 31_401 };
    await phone.dial(claim);
    expect(state()).toMatchObject({ leg: 'none', problem: 'microphoneDenied' });
    world.dials = null;
    await phone.dial(claim, { isAgain: true });
    expect(told('dial')).toHaveLength(2);
    expect(state()).toMatchObject({ leg: 'dialling', problem: null });
  });

  test('that is hung up on before it joined says so', async () => {
    const { phone, world, state } = await onShift();
    await phone.dial(claim);
    world.hearLeg!({ type: 'ended' });
    expect(state()).toMatchObject({ leg: 'none', problem: 'callRefused' });
  });

  test('that fails while it is dialled ends there, and what its leg says later changes nothing', async () => {
    const { phone, world, state } = await onShift();
    await phone.dial(claim);
    const late = world.hearLeg!;
    late({ type: 'failed', code: 31_402 });
    expect(state()).toMatchObject({ leg: 'none', problem: 'microphoneMissing' });
    await phone.dial({ ...claim, generation: 3 });
    late({ type: 'ended' });
    expect(state()).toMatchObject({ leg: 'dialling', callId: '01CALL' });
  });
});

describe('a call', () => {
  test.each([
    ['is theirs', [{ id: '01CALL', browserLeg: { generation: 2, hasDialledIn: true } }], true],
    ['is not theirs any more', [{ id: '01CALL', browserLeg: null }], false],
    ['is theirs anew', [{ id: '01CALL', browserLeg: { generation: 4, hasDialledIn: false } }], false],
    ['is nowhere to be seen', [], false],
  ])('that %s is stayed in or left', async (_, calls, isWanted) => {
    const { state } = await talking();
    expect(isLegWanted(calls, state())).toBe(isWanted);
  });

  test('that is left by the phone itself is over without a word, and the next one is dialled', async () => {
    const { phone, world, state, told } = await talking();
    phone.hangUp();
    expect(told('hangUp')).toHaveLength(1);
    world.hearLeg!({ type: 'ended' });
    expect(state()).toMatchObject({ leg: 'none', callId: null, generation: null, problem: null });
    await phone.dial({ callId: '01OTHER', generation: 1 });
    expect(told('dial')).toHaveLength(2);
  });

  test('that is left while it is dialled for is hung up on as soon as it is there', async () => {
    const { phone, world, state, told } = await onShift();
    let isThere = () => {};
    world.dialling = new Promise((resolve) => {
      isThere = resolve;
    });
    const dialled = phone.dial(claim);
    phone.hangUp();
    expect(told('hangUp')).toEqual([]);
    isThere();
    await dialled;
    expect(told('hangUp')).toHaveLength(1);
    world.hearLeg!({ type: 'ended' });
    expect(state()).toMatchObject({ leg: 'none', problem: null });
  });

  test.each([
    { code: 53_000, isStuck: true },
    Object.assign(new Error('A Call is already active'), { name: 'InvalidStateError' }),
  ])(
    'that hangs while it is dialled is no line, and another phone takes the place of that one',
    async (stuck) => {
      const { phone, world, state, told } = await onShift();
      world.dials = stuck;
      await phone.dial(claim);
      expect(told('close')).toHaveLength(1);
      expect(told('microphone')).toHaveLength(2);
      expect(state()).toMatchObject({ shift: 'on', leg: 'none', isRegistered: true, problem: null });
      world.registers = { code: 53_000 };
      await phone.dial(claim, { isAgain: true });
      expect(state()).toMatchObject({ shift: 'on', leg: 'none', isRegistered: false, problem: 'noLine' });
      world.registers = null;
      world.dials = null;
      await world.pass(30_000);
      expect(state()).toMatchObject({ isRegistered: true, problem: null });
      await phone.dial(claim, { isAgain: true });
      expect(state()).toMatchObject({ leg: 'dialling', problem: null });
    },
  );

  test('is muted, unmuted and pressed into; the next one begins unmuted', async () => {
    const { phone, world, state, told } = await talking();
    phone.mute(true);
    expect(state().isMuted).toBe(true);
    phone.press('5#');
    expect([told('mute'), told('press')]).toEqual([['mute'], ['press 5#']]);
    world.hearLeg!({ type: 'ended' });
    expect(state().isMuted).toBe(false);
    phone.mute(true);
    expect(told('mute')).toHaveLength(1);
  });

  test('tells of a bad connection while it lasts, each kind once', async () => {
    const { world, state } = await talking();
    world.hearLeg!({ type: 'warned', warning: 'high-rtt' });
    world.hearLeg!({ type: 'warned', warning: 'high-jitter' });
    world.hearLeg!({ type: 'warned', warning: 'constant-audio-input-level' });
    world.hearLeg!({ type: 'warned', warning: 'something-new' });
    expect(state().warnings).toEqual(['network', 'silentMicrophone']);
    world.hearLeg!({ type: 'warningCleared', warning: 'constant-audio-input-level' });
    expect(state().warnings).toEqual(['network']);
  });

  test('goes on after its connection came back', async () => {
    const { world, state } = await talking();
    world.hearLeg!({ type: 'failed', code: 53_405 });
    world.hearLeg!({ type: 'reconnecting' });
    expect(state()).toMatchObject({ leg: 'reconnecting', problem: 'noSound' });
    world.hearLeg!({ type: 'reconnected' });
    expect(state()).toMatchObject({ leg: 'talking', problem: null });
  });
});

test('the line that is lost is said, and forgotten once it is back', async () => {
  const { world, state } = await onShift();
  world.options!.onEvent({ type: 'unregistered' });
  world.options!.onEvent({ type: 'failed', code: 53_000 });
  expect(state()).toMatchObject({ isRegistered: false, problem: 'noLine' });
  world.options!.onEvent({ type: 'registered' });
  expect(state()).toMatchObject({ isRegistered: true, problem: null });
});
