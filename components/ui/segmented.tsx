'use client';

import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import type { ReactNode } from 'react';

type Option<Value extends string> = { value: Value; label: ReactNode; count?: number | string };

type Props<Value extends string> = {
  /** Names the group for screen readers. */
  label: string;
  options: readonly Option<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
};

/** A switch between a few views of the same list. */
export function Segmented<Value extends string>({ label, options, value, onValueChange }: Props<Value>) {
  return (
    <ToggleGroup
      aria-label={label}
      value={[value]}
      onValueChange={([next]) => {
        if (next !== undefined) onValueChange(next as Value);
      }}
      className="inline-flex w-fit max-w-full flex-wrap rounded-md border border-edge bg-surface p-px print:border-0"
    >
      {options.map((option) => (
        <Toggle
          key={option.value}
          value={option.value}
          className="inline-flex h-7 not-data-pressed:print:hidden items-center gap-1.5 whitespace-nowrap rounded-sm px-2.5 font-medium text-soft hover:bg-sunken hover:text-ink data-pressed:bg-accent data-pressed:text-on-accent"
        >
          {option.label}
          {option.count === undefined ? null : <span className="tabular-nums">{option.count}</span>}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
