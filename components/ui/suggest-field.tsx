'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import clsx from 'clsx';
import { type ReactNode, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { CONTROL_STYLE, OPTION_STYLE, POPUP_STYLE } from './control-style';
import { Field, type FieldProps } from './field';
import { type SearchFunction, useSearch } from './use-search';

export type SuggestFieldProps<Found> = FieldProps & {
  /** The text itself: whatever is typed counts, chosen or not. */
  value: string;
  onValueChange: (value: string) => void;
  /** Must be stable (useCallback or module level). */
  search: SearchFunction<Found>;
  /** Must be stable too. */
  itemLabel: (found: Found) => string;
  itemDetail?: (found: Found) => ReactNode;
  minCharacters?: number;
  maxLength?: number;
};

/** Free text with suggestions as one types. */
export function SuggestField<Found>({
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
  itemLabel,
  itemDetail,
  minCharacters = 1,
  maxLength,
}: SuggestFieldProps<Found>) {
  const t = useTranslations('common.combobox');
  const { results, status, ask, forget } = useSearch(search, { minCharacters });
  // What is already written in full need not be suggested, and a list that says nothing would cover the next field.
  const items = useMemo(
    () => results.filter((found) => itemLabel(found) !== value),
    [results, itemLabel, value],
  );
  return (
    <Field {...{ label, labelHidden, hint, warning, error, required, disabled, className }}>
      <Autocomplete.Root
        items={items}
        mode="none"
        value={value}
        itemToStringValue={itemLabel}
        onValueChange={(text, { reason }) => {
          onValueChange(text);
          if (reason === 'input-change') ask(text);
          else forget();
        }}
        onOpenChange={(isOpen) => {
          if (!isOpen) forget();
        }}
      >
        <Autocomplete.Input
          aria-required={required || undefined}
          maxLength={maxLength}
          className={clsx(CONTROL_STYLE, 'h-8 px-2.5')}
        />
        {items.length > 0 ? (
          <Autocomplete.Portal>
            <Autocomplete.Positioner sideOffset={4} collisionPadding={8} className="z-50">
              <Autocomplete.Popup
                aria-busy={status === 'searching' || undefined}
                className={clsx(
                  POPUP_STYLE,
                  'max-h-[min(var(--available-height),18rem)] w-(--anchor-width) min-w-48 overflow-y-auto p-1',
                )}
              >
                <Autocomplete.Status className="sr-only">
                  {status === 'searching' ? t('searching') : null}
                </Autocomplete.Status>
                <Autocomplete.List>
                  {(found: Found) => (
                    <Autocomplete.Item key={itemLabel(found)} value={found} className={OPTION_STYLE}>
                      <span className="min-w-0 flex-1">
                        <span className="block truncate">{itemLabel(found)}</span>
                        {itemDetail ? (
                          <span className="block truncate text-faint text-sm">{itemDetail(found)}</span>
                        ) : null}
                      </span>
                    </Autocomplete.Item>
                  )}
                </Autocomplete.List>
              </Autocomplete.Popup>
            </Autocomplete.Positioner>
          </Autocomplete.Portal>
        ) : null}
      </Autocomplete.Root>
    </Field>
  );
}
