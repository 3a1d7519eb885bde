'use client';

import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
} from 'react';
import { HOTKEY_ACTIONS, type HotkeyId } from './hotkey-actions';
import { combinationOf, type HotkeyChoices, keysOf, readChoices } from './hotkey-map';

type Hotkeys = {
  choices: HotkeyChoices;
  /** Undefined gives the action back the keys it came with; null switches them off. */
  choose: (id: HotkeyId, keys: string | null | undefined) => void;
  forgetAll: () => void;
  isListOpen: boolean;
  setListOpen: (open: boolean) => void;
};

const STORE = 'callboard.hotkeys';

const HotkeysContext = createContext<Hotkeys | null>(null);

function useHotkeysContext(): Hotkeys {
  const hotkeys = useContext(HotkeysContext);
  if (!hotkeys) throw new Error('hotkeys need a HotkeysProvider above them');
  return hotkeys;
}

export function HotkeysProvider({ children }: { children: ReactNode }) {
  const [choices, setChoices] = useState<HotkeyChoices>({});
  const [isListOpen, setListOpen] = useState(false);

  useEffect(() => setChoices(readChoices(localStorage.getItem(STORE))), []);

  const store = useCallback((next: HotkeyChoices) => {
    setChoices(next);
    localStorage.setItem(STORE, JSON.stringify(next));
  }, []);

  const hotkeys = useMemo<Hotkeys>(
    () => ({
      choices,
      choose: (id, keys) => {
        const { [id]: _, ...others } = choices;
        store(keys === undefined || keys === HOTKEY_ACTIONS[id].keys ? others : { ...others, [id]: keys });
      },
      forgetAll: () => store({}),
      isListOpen,
      setListOpen,
    }),
    [choices, store, isListOpen],
  );

  return <HotkeysContext value={hotkeys}>{children}</HotkeysContext>;
}

export const useHotkeyChoices = useHotkeysContext;

/** The keys an action has now, to be printed on its button; null when they are switched off. */
export function useKeysOf(id: HotkeyId): string | null {
  return keysOf(id, useHotkeysContext().choices);
}

/** Binds an action that works from anywhere, also while one types. Holding the keys down does it once. */
export function useHotkey(id: HotkeyId, onPress: () => void, { enabled = true }: { enabled?: boolean } = {}) {
  const keys = useKeysOf(id);
  useKeyDown((combination) => combination === keys && onPress, enabled && keys !== null);
}

/** Alt+1 … Alt+9 from anywhere. */
export function usePickAnswerHotkeys(
  onPick: (number: number) => void,
  { enabled = true }: { enabled?: boolean } = {},
) {
  useKeyDown((combination) => {
    const number = /^alt\+([1-9])$/.exec(combination)?.[1];
    return number !== undefined && (() => onPick(Number(number)));
  }, enabled);
}

/** Does what `find` has for the keys pressed anywhere on the page, once for as long as they are held down. */
function useKeyDown(find: (combination: string) => false | (() => void), enabled: boolean) {
  const press = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const combination = event.repeat ? null : combinationOf(event);
    const act = combination !== null && find(combination);
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    if (!enabled) return;
    const heard = (event: globalThis.KeyboardEvent) => press(event);
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, [enabled]);
}

type PaneBindings = {
  /** A digit pressed alone, 0 to 9. */
  onDigit?: (digit: number) => void;
  actions?: Partial<Record<HotkeyId, () => void>>;
};

/**
 * Keys that work only while the focus is in a pane: spread the result on its element. Digits and «?» are left alone
 * while one types in a field of the pane, and what erases a word there while there is one.
 */
export function usePaneHotkeys({ onDigit, actions = {} }: PaneBindings) {
  const { choices, setListOpen } = useHotkeysContext();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.repeat) return;
    const combination = combinationOf(event.nativeEvent);
    if (!combination) return;
    const bound = (Object.keys(actions) as HotkeyId[]).find((id) => keysOf(id, choices) === combination);
    const isPlain = !/^(ctrl|alt|meta)\+/.test(combination);
    if (isTyping(event.target) && (isPlain || (isErasing(combination) && hasText(event.target)))) return;
    if (bound) actions[bound]?.();
    else if (onDigit && /^\d$/.test(combination)) onDigit(Number(combination));
    else if (event.key === '?') setListOpen(true);
    else return;
    event.preventDefault();
  };
  return { onKeyDown };
}

const isErasing = (combination: string) => /\+(backspace|delete)$/.test(combination);

const hasText = (target: EventTarget) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    ? target.value !== ''
    : target instanceof HTMLElement && target.isContentEditable && target.textContent !== '';

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
