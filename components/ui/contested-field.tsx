'use client';

import { TriangleAlert } from 'lucide-react';
import { createContext, type MouseEvent, type ReactNode, useContext, useId } from 'react';
import { flushSync } from 'react-dom';
import { useFormatter, useTranslations } from 'use-intl';
import type { Contested } from '@/components/use-kept-values';
import { Button } from './button';
import { contestedMark, focusOnWhatIsLeft, formAround } from './left-to-do';

/** Who wrote it, and when. */
export type Author = { name: string; at: number };

/** The fields of a form that others changed too. */
export type ContestedFields = {
  contested: readonly Contested[];
  authors: Readonly<Record<string, Author>>;
  settle: (name: string, chosen: 'mine' | 'theirs') => void;
};

const ContestedContext = createContext<ContestedFields | null>(null);

export const ContestedProvider = ContestedContext.Provider;

/**
 * Draws what others wrote into a field while the person did too, with the choice between both; undefined where nothing is to
 * choose. `say`: a value of the field in words; empty when it holds nothing.
 */
export function useContestedNotes(fields: ContestedFields | null) {
  const t = useTranslations('common.kept');
  const format = useFormatter();
  const id = useId();
  return <Value,>(name: string, say: (value: Value) => string): ReactNode | undefined => {
    const field = fields?.contested.find((each) => each.name === name);
    if (!fields || !field) return undefined;
    const textId = `${id}-${name}`;
    const value = say(field.theirs as Value) || t('empty');
    const author = fields.authors[name];
    const choose = (chosen: 'mine' | 'theirs') => (event: MouseEvent<HTMLElement>) => {
      const form = formAround(event.currentTarget);
      flushSync(() => fields.settle(name, chosen));
      focusOnWhatIsLeft(form);
    };
    return (
      <span {...contestedMark} className="flex min-w-0 flex-col gap-1">
        <span id={textId} className="wrap-anywhere whitespace-pre-line">
          {author
            ? t('theirsBy', { who: author.name, at: format.dateTime(author.at, 'dateTime'), value })
            : t('theirs', { value })}
        </span>
        <span className="flex flex-wrap gap-2">
          <Button size="small" aria-describedby={textId} onClick={choose('mine')}>
            {t('keepMine')}
          </Button>
          <Button size="small" aria-describedby={textId} onClick={choose('theirs')}>
            {t('takeTheirs')}
          </Button>
        </span>
      </span>
    );
  };
}

/** The same of a field in the form around. */
export function useContestedNote<Value>(name: string, say: (value: Value) => string): ReactNode | undefined {
  return useContestedNotes(useContext(ContestedContext))<Value>(name, say);
}

/** The same beside what is no field of its own: a timetable, a group of ticks. */
export function ContestedNote<Value>({ name, say }: { name: string; say: (value: Value) => string }) {
  const note = useContestedNote(name, say);
  if (!note) return null;
  return (
    <div className="flex items-start gap-1 text-sm text-warn-ink">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {note}
    </div>
  );
}
