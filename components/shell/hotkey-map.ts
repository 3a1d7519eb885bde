import { HOTKEY_ACTIONS, HOTKEY_IDS, type HotkeyId } from './hotkey-actions';

/** What a person chose instead of the keys given; null switches an action's keys off. */
export type HotkeyChoices = Partial<Record<HotkeyId, string | null>>;

type KeyPress = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

const MODIFIER_CODES = /^(Control|Alt|Shift|Meta|OS)(Left|Right)$/;
const SHORT_NAMES: Record<string, string> = {
  arrowleft: 'left',
  arrowright: 'right',
  arrowup: 'up',
  arrowdown: 'down',
};

/** The physical key of a code without its family name: `KeyK` → `k`, `Digit1` and `Numpad1` → `1`, `Slash` → `slash`. */
function keyOf(code: string): string {
  const name = code.toLowerCase().replace(/^(key|digit|numpad)/, '');
  return SHORT_NAMES[name] ?? name;
}

/** `ctrl+shift+l` for a key press, whatever the keyboard layout; null while only modifiers are down. */
export function combinationOf(press: KeyPress): string | null {
  if (!press.code || MODIFIER_CODES.test(press.code)) return null;
  const modifiers = [
    press.ctrlKey && 'ctrl',
    press.altKey && 'alt',
    press.shiftKey && 'shift',
    press.metaKey && 'meta',
  ].filter(Boolean);
  return [...modifiers, keyOf(press.code)].join('+');
}

export function keysOf(id: HotkeyId, choices: HotkeyChoices): string | null {
  const chosen = choices[id];
  return chosen === undefined ? HOTKEY_ACTIONS[id].keys : chosen;
}

export type Refused = { reason: 'needsModifier' } | { reason: 'taken'; by: HotkeyId };

/**
 * Whether an action may have these keys. A key that works everywhere needs Ctrl, Alt or Meta, so that typing never
 * starts something (WCAG 2.1.4).
 */
export function refusalOf(id: HotkeyId, combination: string, choices: HotkeyChoices): Refused | null {
  const action = HOTKEY_ACTIONS[id];
  const isSafe = /^(ctrl|alt|meta)\+/.test(combination) || /^(shift\+)?f\d+$/.test(combination);
  if (!isSafe && !('isInPane' in action)) return { reason: 'needsModifier' };
  const by = HOTKEY_IDS.find((other) =>
    other === 'pickAnswer'
      ? /^alt\+[1-9]$/.test(combination)
      : other !== id && keysOf(other, choices) === combination,
  );
  return by ? { reason: 'taken', by } : null;
}

/** Choices as they were stored, without whatever is not (or no longer) a choice. */
export function readChoices(stored: string | null): HotkeyChoices {
  try {
    const parsed: unknown = JSON.parse(stored ?? '{}');
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(
      Object.entries(parsed).filter(
        ([id, keys]) =>
          id in HOTKEY_ACTIONS && (keys === null || (typeof keys === 'string' && /^[a-z\d+]+$/.test(keys))),
      ),
    );
  } catch {
    return {};
  }
}
