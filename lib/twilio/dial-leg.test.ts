import type { Call } from '@twilio/voice-sdk';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dialLeg } from './dial-leg';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Twilio's device while its signalling is down: a call begins when the line is back. */
function deviceWithoutLine() {
  const told: string[] = [];
  const call = { on: () => call, disconnect: () => told.push('disconnect') } as unknown as Call;
  let lineIsBack = () => {};
  const connecting = new Promise<Call>((resolve) => {
    lineIsBack = () => resolve(call);
  });
  const device = { connect: () => connecting, disconnectAll: () => told.push('disconnectAll') };
  return { device: device as Parameters<typeof dialLeg>[0], told, lineIsBack };
}

test('a call that begins after it was given up is hung up on, and the device is known to be stuck', async () => {
  const { device, told, lineIsBack } = deviceWithoutLine();
  const dialled = expect(dialLeg(device, {}, () => undefined)).rejects.toEqual({
    code: 53_000,
    isStuck: true,
  });
  await vi.advanceTimersByTimeAsync(10_000);
  await dialled;
  expect(told).toEqual(['disconnectAll']);
  lineIsBack();
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(['disconnectAll', 'disconnect']);
});

test('a call that begins in time is not touched', async () => {
  const { device, told, lineIsBack } = deviceWithoutLine();
  const dialled = dialLeg(device, {}, () => undefined);
  lineIsBack();
  (await dialled).hangUp();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual(['disconnect']);
});
