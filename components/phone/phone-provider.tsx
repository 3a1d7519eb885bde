'use client';

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { useMyCalls } from '@/components/calls/my-calls-provider';
import { ringSettings } from '@/components/calls/ring/ring-settings-store';
import { sharedTone } from '@/components/calls/ring/shared-tone';
import { useOwnPresence } from '@/components/employees/own-presence';
import { useTellPhone } from '@/components/live/live-provider';
import type { PhoneKind } from '@/lib/domain/employees/phone-kind';
import type { CheckLine, MakeAgentPhone } from '@/lib/domain/phones/agent-phone';
import { browserParts, watchTabs } from './browser-parts';
import { BrowserPhone, type BrowserPhoneState } from './browser-phone';
import { isLegWanted } from './is-leg-wanted';
import { useChosenDevices } from './phone-devices-store';

type Phone = {
  kind: PhoneKind;
  state: BrowserPhoneState;
  /** To be called in a press: rings once, asks for microphone and notifications, and makes the person available. */
  startShift: (options?: { isForced?: boolean }) => Promise<boolean>;
  endShift: () => void;
  /** Whether a claim made in this tab will be dialled for: here, in another tab, or on a telephone. */
  prepareClaim: () => Promise<boolean>;
  mute: (isMuted: boolean) => void;
  press: (keys: string) => void;
  dialAgain: (callId: string) => void;
  dismissProblem: () => void;
  checkLine: CheckLine;
};

const PhoneContext = createContext<Phone | null>(null);
/** Says in this tab alone, over a reload, that its shift goes on. */
const SHIFT = 'callboard.phoneShift';

type Props = { makePhone: MakeAgentPhone; checkLine: CheckLine; children: ReactNode };

/** The browser's telephone, above every page: it dials in for what its person claimed, in whichever tab. */
export function PhoneProvider({ makePhone, checkLine, children }: Props) {
  const { phoneKind, presence, choose } = useOwnPresence();
  const { calls } = useMyCalls();
  const [phone] = useState(() => new BrowserPhone(browserParts(makePhone)));
  const state = useSyncExternalStore(phone.subscribe, phone.getState, phone.getState);
  const devices = useChosenDevices();
  const isBrowser = phoneKind === 'browser';
  useTellPhone(
    state.shift !== 'on' ? 'off' : state.isRegistered || state.leg !== 'none' ? 'ready' : 'noLine',
  );

  useEffect(() => {
    if (!isBrowser) return;
    const stopWatching = watchTabs((isHeld) => phone.hearOfOtherTab(isHeld));
    if (sessionStorage.getItem(SHIFT) !== null) void phone.start();
    return () => {
      stopWatching();
      phone.stop();
    };
  }, [phone, isBrowser]);

  useEffect(() => {
    if (state.shift === 'on') sessionStorage.setItem(SHIFT, '1');
    if (state.shift === 'elsewhere') sessionStorage.removeItem(SHIFT);
  }, [state.shift]);

  const waiting = calls.find(
    ({ phase, consult, supervision, browserLeg }) =>
      (phase === 'claimed' ||
        phase === 'connecting' ||
        consult?.state === 'joining' ||
        supervision?.joinedAt === null) &&
      browserLeg?.hasDialledIn === false,
  );
  const waitingId = waiting?.id;
  const generation = waiting?.browserLeg?.generation;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a phone that took the place of another is there once it is registered
  useEffect(() => {
    if (state.shift !== 'on' || state.leg !== 'none' || waitingId === undefined || generation === undefined)
      return;
    void phone.dial({ callId: waitingId, generation });
  }, [phone, state.shift, state.leg, state.isRegistered, waitingId, generation]);

  const { leg, callId, generation: legGeneration } = state;
  useEffect(() => {
    if (leg !== 'none' && !isLegWanted(calls, { callId, generation: legGeneration })) phone.hangUp();
  }, [phone, calls, leg, callId, legGeneration]);

  useEffect(() => {
    sharedTone().ringOn(devices.ringer);
    void phone.applyDevices();
  }, [phone, devices]);

  const value = useMemo<Phone>(
    () => ({
      kind: phoneKind,
      state,
      startShift: async (options) => {
        const { isSoundOn, volume } = ringSettings();
        if (isSoundOn) sharedTone().tryOut(volume);
        if (!(await phone.start(options))) return false;
        if ('Notification' in window && Notification.permission === 'default') {
          void Notification.requestPermission();
        }
        if (presence.chosen === 'offline') await choose('available');
        return true;
      },
      endShift: () => {
        sessionStorage.removeItem(SHIFT);
        phone.stop();
        // Without a shift no call can ring here: whoever stays available would be missed by their head.
        if (presence.chosen === 'available') void choose('offline');
      },
      prepareClaim: async () => {
        if (phoneKind !== 'browser' || state.shift === 'elsewhere') return true;
        return (await phone.start()) || phone.getState().shift === 'elsewhere';
      },
      mute: (isMuted) => phone.mute(isMuted),
      press: (keys) => phone.press(keys),
      dismissProblem: () => phone.dismissProblem(),
      checkLine,
      dialAgain: (callId) => {
        const call = calls.find(({ id }) => id === callId);
        if (call?.browserLeg) {
          void phone.dial({ callId, generation: call.browserLeg.generation }, { isAgain: true });
        }
      },
    }),
    [phone, phoneKind, state, calls, presence.chosen, choose, checkLine],
  );
  return <PhoneContext value={value}>{children}</PhoneContext>;
}

export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error('usePhone needs a PhoneProvider above it');
  return phone;
}
