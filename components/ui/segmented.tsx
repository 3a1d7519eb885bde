'use client';

import { type KeyboardEvent, type ReactNode, useState } from 'react';

type Option<Value extends string> = { value: Value; label: ReactNode; count?: number | string };

type Props<Value extends string> = {
  /** Names the group for screen readers. */
  label: string;
  options: readonly Option<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
};

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** A switch between a few views of the same list. Tab stops at it once, the arrows go through it. */
export function Segmented<Value extends string>({ label, options, value, onValueChange }: Props<Value>) {
  const [stop, setStop] = useState(0);
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
    const at = buttons.indexOf(event.target as HTMLElement);
    const next = steps[event.key]?.(at, buttons.length - 1);
    if (at < 0 || next === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey)
      return;
    event.preventDefault();
    buttons[next]?.focus();
  };
  return (
    <fieldset
      aria-label={label}
      onKeyDown={walk}
      className="inline-flex w-fit min-w-0 max-w-full flex-wrap rounded-md border border-edge bg-surface p-px print:border-0"
    >
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          data-pressed={option.value === value ? '' : undefined}
          tabIndex={index === Math.min(stop, options.length - 1) ? 0 : -1}
          onFocus={() => setStop(index)}
          onClick={() => {
            if (option.value !== value) onValueChange(option.value);
          }}
          className="inline-flex h-7 not-data-pressed:print:hidden items-center gap-1.5 whitespace-nowrap rounded-sm px-2.5 font-medium text-soft hover:bg-sunken hover:text-ink data-pressed:bg-accent data-pressed:text-on-accent"
        >
          {option.label}
          {option.count === undefined ? null : <span className="tabular-nums">{option.count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
