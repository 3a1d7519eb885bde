'use client';

import { later } from '@/components/ui/later';
import { useHotkey, useHotkeyChoices } from './hotkeys';

export const LaterHotkeyList = later(() => import('./hotkey-list').then(({ HotkeyList }) => HotkeyList));

/** The list of keys; Ctrl+/ opens it. */
export function HotkeysDialog() {
  const { isListOpen, setListOpen } = useHotkeyChoices();
  useHotkey('shortcuts', () => setListOpen(true));
  return isListOpen ? <LaterHotkeyList /> : null;
}
