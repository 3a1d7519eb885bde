'use client';

import { Combobox } from '@base-ui/react/combobox';
import clsx from 'clsx';
import { Check, ChevronDown, X } from 'lucide-react';
import { type ReactNode, type Ref, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { CONTROL_STYLE, OPTION_STYLE, POPUP_STYLE } from './control-style';
import { Field, type FieldProps } from './field';
import { Spinner } from './spinner';
import { type SearchFunction, useSearch } from './use-search';

type ComboboxFieldProps<Item> = FieldProps & {
  value: Item | null;
  onValueChange: (value: Item | null) => void;
  /** Asked as one types; everything shown comes from here. Must be stable (useCallback or module level). */
  search: SearchFunction<Item>;
  itemKey: (item: Item) => string;
  itemLabel: (item: Item) => string;
  /** A second, quieter line of an option. */
  itemDetail?: (item: Item) => ReactNode;
  /** 0 searches at once on opening, for short directories. */
  minCharacters?: number;
  placeholder?: string;
  /** Offers to make a new one of what was typed when nothing fits. */
  onCreate?: (text: string) => void;
  name?: string;
  onBlur?: () => void;
  controlRef?: Ref<HTMLInputElement>;
};

/** One of many, found by typing. */
export function ComboboxField<Item>({
  label,
  labelHidden,
  hint,
  warning,
  error,
  required,
  disabled,
  className,
  value,
  onValueChange,
  search,
  itemKey,
  itemLabel,
  itemDetail,
  minCharacters = 2,
  placeholder,
  onCreate,
  name,
  onBlur,
  controlRef,
}: ComboboxFieldProps<Item>) {
  const t = useTranslations('common.combobox');
  const { query, status, results, hasMore, ask, forget } = useSearch(search, { minCharacters });
  /** Not what a choice or a reset put into the field. */
  const typed = useRef('');
  const shown = useMemo(() => {
    const isKept = value === null || results.some((item) => itemKey(item) === itemKey(value));
    return isKept ? results : [...results, value];
  }, [results, value, itemKey]);
  const isMissing = status === 'found' && results.length === 0;

  const note = {
    idle: query.length < minCharacters && !value ? t('typeMore', { count: minCharacters }) : null,
    searching: t('searching'),
    failed: t('failed'),
    found: isMissing ? t('nothingFound') : hasMore ? t('firstShown', { count: results.length }) : null,
  }[status];

  return (
    <Field {...{ label, labelHidden, hint, warning, error, required, disabled, className }}>
      <Combobox.Root
        items={shown}
        filter={null}
        autoHighlight
        value={value}
        name={name}
        itemToStringLabel={itemLabel}
        itemToStringValue={itemKey}
        isItemEqualToValue={(item, other) => itemKey(item) === itemKey(other)}
        onValueChange={(next) => onValueChange(next)}
        onInputValueChange={(text, { reason }) => {
          typed.current = reason === 'input-change' ? text : '';
          if (reason === 'input-change') ask(text);
          if (reason === 'input-clear' || reason === 'clear-press') forget();
        }}
        onOpenChange={(isOpen) => {
          if (isOpen) ask(typed.current);
          else forget();
        }}
      >
        <Combobox.InputGroup className="relative flex">
          <Combobox.Input
            ref={controlRef}
            placeholder={placeholder}
            aria-required={required || undefined}
            onBlur={onBlur}
            className={clsx(CONTROL_STYLE, 'h-8 pr-16 pl-2.5')}
          />
          <span className="absolute inset-y-0 right-1 flex items-center text-faint">
            {status === 'searching' ? <Spinner className="mr-1" /> : null}
            <Combobox.Clear
              aria-label={t('clear')}
              className="flex size-6 items-center justify-center rounded-sm hover:text-ink"
            >
              <X aria-hidden="true" className="size-4" />
            </Combobox.Clear>
            <Combobox.Trigger
              aria-label={t('show')}
              className="flex size-6 items-center justify-center rounded-sm hover:text-ink"
            >
              <ChevronDown aria-hidden="true" className="size-4" />
            </Combobox.Trigger>
          </span>
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={4} collisionPadding={8} className="z-50">
            <Combobox.Popup
              aria-busy={status === 'searching' || undefined}
              className={clsx(
                POPUP_STYLE,
                'max-h-[min(var(--available-height),22rem)] w-(--anchor-width) min-w-64 max-w-(--available-width) overflow-y-auto overscroll-contain p-1',
              )}
            >
              <Combobox.Status className="px-2 py-1 text-faint text-sm empty:hidden">{note}</Combobox.Status>
              <Combobox.List>
                {(item: Item) => (
                  <Combobox.Item key={itemKey(item)} value={item} className={OPTION_STYLE}>
                    <span className="min-w-0 flex-1">
                      <span className="block truncate">{itemLabel(item)}</span>
                      {itemDetail ? (
                        <span className="block truncate text-faint text-sm">{itemDetail(item)}</span>
                      ) : null}
                    </span>
                    <Combobox.ItemIndicator className="text-accent-ink">
                      <Check aria-hidden="true" className="size-4" />
                    </Combobox.ItemIndicator>
                  </Combobox.Item>
                )}
              </Combobox.List>
              {onCreate && isMissing ? (
                <button
                  type="button"
                  className={clsx(OPTION_STYLE, 'w-full font-medium text-accent-ink hover:bg-accent-tint')}
                  onClick={() => onCreate(query)}
                >
                  {t('create', { text: query })}
                </button>
              ) : null}
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </Field>
  );
}
