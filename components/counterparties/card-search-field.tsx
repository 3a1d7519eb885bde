'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/text-field';

const typingPauseMs = 300;

type Props = {
  query: string;
  onSearch: (text: string) => void;
  /** The field stands among others and waits to be chosen. */
  isOneOfMany?: boolean;
  /** By what a card is found, where it is not by all that cards are found by. */
  hint?: string;
};

/** Searches after a pause in typing; Enter does not wait. A search that is ended elsewhere empties the field. */
export function CardSearchField({ query, onSearch, isOneOfMany = false, hint }: Props) {
  const t = useTranslations('counterparties.search');
  const [text, setText] = useState(query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isOneOfMany) input.current?.focus();
  }, [isOneOfMany]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (query === '' && timer.current === undefined) setText('');
  }, [query]);
  const ask = (wanted: string, waitMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      onSearch(wanted.trim());
    }, waitMs);
  };
  return (
    <TextField
      ref={input}
      label={t('label')}
      type="search"
      placeholder={hint ?? t(isOneOfMany ? 'shortHint' : 'hint')}
      maxLength={200}
      className={isOneOfMany ? 'w-64' : 'w-full max-w-md'}
      value={text}
      onValueChange={(typed) => {
        setText(typed);
        ask(typed, typingPauseMs);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') ask(text, 0);
      }}
    />
  );
}
