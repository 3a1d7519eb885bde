'use client';

import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import clsx from 'clsx';
import type { ReactNode } from 'react';

type Tab<Value extends string> = { value: Value; label: ReactNode; count?: number; content: ReactNode };

type Props<Value extends string> = {
  /** Names the row of tabs for screen readers. */
  label: string;
  tabs: readonly Tab<Value>[];
  value?: Value;
  onValueChange?: (value: Value) => void;
  className?: string;
};

/** Several panels of one thing, one in sight; the first is open unless `value` says otherwise. */
export function Tabs<Value extends string>({ label, tabs, value, onValueChange, className }: Props<Value>) {
  return (
    <BaseTabs.Root
      value={value}
      defaultValue={value === undefined ? tabs[0]?.value : undefined}
      onValueChange={(next) => onValueChange?.(next as Value)}
      className={clsx('flex min-w-0 flex-col gap-3', className)}
    >
      <BaseTabs.List aria-label={label} className="relative flex gap-1 overflow-x-auto border-line border-b">
        {tabs.map((tab) => (
          <BaseTabs.Tab
            key={tab.value}
            value={tab.value}
            className="flex h-9 items-center gap-1.5 whitespace-nowrap rounded-t-md border-transparent border-b-2 px-3 font-medium text-soft -outline-offset-2 hover:text-ink data-active:border-accent data-active:text-ink"
          >
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="rounded-full bg-sunken px-1.5 text-soft text-xs tabular-nums">
                {tab.count}
              </span>
            )}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      {tabs.map((tab) => (
        <BaseTabs.Panel key={tab.value} value={tab.value} className="outline-offset-2">
          {tab.content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
