'use client';

import { Menu as BaseMenu } from '@base-ui/react/menu';
import clsx from 'clsx';
import { Check } from 'lucide-react';
import { OPTION_STYLE, POPUP_STYLE } from './control-style';
import { KeyHint } from './key-hint';
import { Link } from './link';
import type { MenuEntry, MenuProps } from './menu';
import { type Press, usePressAgain } from './press';

/** A menu with its button, which is pressed once more when the menu has come after the press. */
export function MenuWindow({
  trigger,
  press,
  entries,
  heading,
  align = 'start',
}: MenuProps & { press: Press }) {
  const button = usePressAgain(press);
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger ref={button} render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-50">
          <BaseMenu.Popup
            className={clsx(POPUP_STYLE, 'max-h-(--available-height) min-w-48 overflow-y-auto p-1')}
          >
            {heading ? <div className="px-2 py-1.5 text-soft text-sm">{heading}</div> : null}
            {entries.map((entry, index) => (
              <Entry key={index} entry={entry} />
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

const ICON_STYLE = 'flex size-4 shrink-0 items-center text-soft [&_svg]:size-4';

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case 'separator':
      return <BaseMenu.Separator className="my-1 h-px bg-line" />;
    case 'link':
      return (
        <BaseMenu.LinkItem render={<Link href={entry.href} />} closeOnClick className={OPTION_STYLE}>
          {entry.icon ? <span className={ICON_STYLE}>{entry.icon}</span> : null}
          {entry.label}
        </BaseMenu.LinkItem>
      );
    case 'choice':
      return (
        <BaseMenu.Group>
          <BaseMenu.GroupLabel className="px-2 pt-1.5 pb-0.5 font-medium text-faint text-xs">
            {entry.label}
          </BaseMenu.GroupLabel>
          <BaseMenu.RadioGroup
            value={entry.value}
            onValueChange={(value) => entry.onValueChange(String(value))}
          >
            {entry.options.map((option) => (
              <BaseMenu.RadioItem
                key={option.value}
                value={option.value}
                closeOnClick
                className={OPTION_STYLE}
              >
                <span className="flex size-4 shrink-0 items-center text-accent-ink">
                  <BaseMenu.RadioItemIndicator>
                    <Check aria-hidden="true" className="size-4" />
                  </BaseMenu.RadioItemIndicator>
                </span>
                {option.label}
              </BaseMenu.RadioItem>
            ))}
          </BaseMenu.RadioGroup>
        </BaseMenu.Group>
      );
    default:
      return (
        <BaseMenu.Item
          disabled={entry.disabled}
          onClick={entry.onSelect}
          className={clsx(OPTION_STYLE, entry.tone === 'danger' && 'text-danger-ink')}
        >
          {entry.icon ? <span className={ICON_STYLE}>{entry.icon}</span> : null}
          <span className="flex-1">{entry.label}</span>
          {entry.keys ? <KeyHint keys={entry.keys} /> : null}
        </BaseMenu.Item>
      );
  }
}
