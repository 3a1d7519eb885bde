'use client';

import type { ReactElement, ReactNode } from 'react';
import { later } from './later';
import { usePress } from './press';

export type MenuEntry =
  | {
      kind: 'action';
      label: ReactNode;
      icon?: ReactNode;
      keys?: string;
      tone?: 'plain' | 'danger';
      disabled?: boolean;
      onSelect: () => void;
    }
  | { kind: 'link'; label: ReactNode; icon?: ReactNode; href: string }
  | {
      kind: 'choice';
      label: string;
      options: readonly { value: string; label: ReactNode }[];
      value: string;
      onValueChange: (value: string) => void;
    }
  | { kind: 'separator' };

export type MenuProps = {
  trigger: ReactElement;
  entries: readonly MenuEntry[];
  /** Stands above the entries: who is signed in, what is chosen. */
  heading?: ReactNode;
  align?: 'start' | 'center' | 'end';
};

export const LaterMenuWindow = later(() => import('./menu-window').then(({ MenuWindow }) => MenuWindow));

/** Actions and choices behind one button. */
export function Menu(props: MenuProps) {
  const { press, button } = usePress(LaterMenuWindow, props.trigger, 'menu');
  return press ? <LaterMenuWindow {...props} press={press} /> : button;
}
