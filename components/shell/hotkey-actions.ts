export type HotkeyGroup = 'call' | 'script' | 'everywhere';

type HotkeyAction = {
  group: HotkeyGroup;
  /** Physical keys, `ctrl+shift+l`: the same place on the keyboard in every layout. */
  keys: string;
  /** Works only while the focus is in its pane, and may then be a single key. */
  isInPane?: boolean;
  /** One of a family (the numbers of the answers) that is not given to another key. */
  isFixed?: boolean;
};

/** Everything the keyboard does, with the keys it has until somebody chooses others. Hanging up has none on purpose. */
export const HOTKEY_ACTIONS = {
  answer: { group: 'call', keys: 'ctrl+enter' },
  decline: { group: 'call', keys: 'ctrl+shift+backspace' },
  hold: { group: 'call', keys: 'ctrl+shift+h' },
  mute: { group: 'call', keys: 'ctrl+shift+m' },
  consult: { group: 'call', keys: 'ctrl+shift+l' },
  help: { group: 'call', keys: 'ctrl+shift+s' },
  finish: { group: 'call', keys: 'ctrl+shift+enter' },
  pickAnswer: { group: 'script', keys: 'alt+1', isFixed: true },
  noneOfThese: { group: 'script', keys: 'alt+0' },
  scriptBack: { group: 'script', keys: 'ctrl+backspace', isInPane: true },
  newReaction: { group: 'everywhere', keys: 'alt+equal' },
  search: { group: 'everywhere', keys: 'ctrl+k' },
  shortcuts: { group: 'everywhere', keys: 'ctrl+slash' },
} as const satisfies Record<string, HotkeyAction>;

export type HotkeyId = keyof typeof HOTKEY_ACTIONS;

export const HOTKEY_IDS = Object.keys(HOTKEY_ACTIONS) as HotkeyId[];
