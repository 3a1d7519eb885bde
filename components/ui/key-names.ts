const NAMES: Record<string, string> = {
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  meta: '⌘',
  enter: '⏎',
  escape: 'Esc',
  backspace: '⌫',
  delete: 'Del',
  space: '␣',
  tab: 'Tab',
  left: '←',
  right: '→',
  up: '↑',
  down: '↓',
  slash: '/',
  backslash: '\\',
  comma: ',',
  period: '.',
  minus: '-',
  equal: '=',
  bracketleft: '[',
  bracketright: ']',
  semicolon: ';',
  quote: "'",
  backquote: '`',
  plus: '+',
};

/**
 * The caps to print for a combination written as physical keys: `ctrl+shift+m` → `['Ctrl', 'Shift', 'M']`.
 * Letters are those printed on the key in Latin, whatever layout is active.
 */
export function keyNames(combination: string): string[] {
  return combination.split('+').map((key) => NAMES[key] ?? key.toUpperCase());
}

const ARIA_NAMES: Record<string, string> = {
  ctrl: 'Control',
  alt: 'Alt',
  shift: 'Shift',
  meta: 'Meta',
  enter: 'Enter',
  escape: 'Escape',
  backspace: 'Backspace',
  delete: 'Delete',
  space: 'Space',
  tab: 'Tab',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  up: 'ArrowUp',
  down: 'ArrowDown',
  slash: '/',
  equal: '=',
  minus: '-',
};

/** The same combination as `aria-keyshortcuts` wants it: `Control+Shift+M`. */
export function ariaKeys(combination: string): string {
  return combination
    .split('+')
    .map((key) => ARIA_NAMES[key] ?? key.toUpperCase())
    .join('+');
}
