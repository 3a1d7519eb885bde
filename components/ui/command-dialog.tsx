'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import clsx from 'clsx';
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { OPTION_STYLE } from './control-style';
import { KeyHint } from './key-hint';
import { Spinner } from './spinner';

export type Command = {
  key: string;
  label: string;
  detail?: string;
  icon?: ReactNode;
  keys?: string;
};

export type CommandGroup = { key: string; label: string; items: readonly Command[] };

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  label: string;
  placeholder?: string;
  query: string;
  onQueryChange: (query: string) => void;
  /** Already filtered by whoever owns the search. */
  groups: readonly CommandGroup[];
  status?: 'idle' | 'searching' | 'found' | 'failed';
  /** Said of what was found. */
  note?: string;
  onChoose: (command: Command) => void;
};

/** One line to find and do anything: results in groups, arrows and Enter. */
export function CommandDialog({
  open,
  onOpenChange,
  label,
  placeholder,
  query,
  onQueryChange,
  groups,
  status = 'idle',
  note: noteOfFound,
  onChoose,
}: Props) {
  const t = useTranslations('common');
  const isEmpty = groups.every((group) => group.items.length === 0);
  const note =
    status === 'searching'
      ? t('combobox.searching')
      : status === 'failed'
        ? t('combobox.failed')
        : status === 'found' && isEmpty
          ? t('combobox.nothingFound')
          : (noteOfFound ?? null);

  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange} modal="trap-focus">
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-4 pt-[calc(var(--shell-top,3rem)+1rem)] phone:p-0">
          <Dialog.Popup
            aria-label={label}
            className="flex max-h-[min(36rem,100%)] w-full max-w-xl flex-col overflow-hidden rounded-lg border border-line bg-raised text-ink shadow-raised outline-none phone:h-full phone:max-h-full phone:rounded-none"
          >
            <Autocomplete.Root
              open
              inline
              mode="none"
              items={groups}
              autoHighlight="always"
              keepHighlight
              value={query}
              onValueChange={(text, { reason }) => {
                if (reason !== 'item-press') onQueryChange(text);
              }}
              itemToStringValue={(command: Command) => command.label}
            >
              <div className="flex items-center gap-2 border-line border-b pr-3 pl-4">
                {status === 'searching' ? (
                  <Spinner className="text-faint" />
                ) : (
                  <Search aria-hidden="true" className="size-4 shrink-0 text-faint" />
                )}
                <Autocomplete.Input
                  aria-label={label}
                  placeholder={placeholder}
                  onKeyDown={(event) => {
                    if (event.key === 'Escape') onOpenChange(false);
                  }}
                  className="h-12 w-full bg-transparent text-lg outline-none"
                />
                <Dialog.Close className="rounded-sm px-1 text-faint text-sm hover:text-ink">
                  <span className="sr-only">{t('close')}</span>
                  <KeyHint keys="escape" />
                </Dialog.Close>
              </div>
              <Autocomplete.Status className="px-4 py-2 text-faint empty:hidden">{note}</Autocomplete.Status>
              <Autocomplete.List className="min-h-0 flex-1 overflow-y-auto p-1 empty:hidden">
                {(group: CommandGroup) => (
                  <Autocomplete.Group key={group.key} items={group.items} className="pb-1">
                    <Autocomplete.GroupLabel className="px-3 pt-2 pb-1 font-medium text-faint text-xs">
                      {group.label}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(command: Command) => (
                        <Autocomplete.Item
                          key={command.key}
                          value={command}
                          onClick={() => onChoose(command)}
                          className={clsx(OPTION_STYLE, 'px-3')}
                        >
                          {command.icon ? (
                            <span className="text-faint [&_svg]:size-4">{command.icon}</span>
                          ) : null}
                          <span className="min-w-0 flex-1 truncate">{command.label}</span>
                          {command.detail ? (
                            <span className="max-w-[45%] truncate text-faint text-sm">{command.detail}</span>
                          ) : null}
                          {command.keys ? <KeyHint keys={command.keys} /> : null}
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
