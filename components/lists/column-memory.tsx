'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { rememberPreference } from '@/components/shell/preference';
import { columnCookie } from './column-cookie';

type ColumnMemory = {
  /** What was chosen for the list last, in the words of an address. */
  of: (list: string) => string | undefined;
  remember: (list: string, text: string | null) => void;
};

const ColumnMemoryContext = createContext<ColumnMemory>({ of: () => undefined, remember: () => {} });

type Props = { personId: string; initial: Readonly<Record<string, string>>; children: ReactNode };

/** Which columns the person wants in each list, kept in this browser where the server reads it when it renders. */
export function ColumnMemoryProvider({ personId, initial, children }: Props) {
  const [chosen, setChosen] = useState(initial);
  const memory = useMemo<ColumnMemory>(
    () => ({
      of: (list) => chosen[list],
      remember: (list, text) => {
        rememberPreference(columnCookie(personId, list), text ?? '');
        setChosen((before) => ({ ...before, [list]: text ?? '' }));
      },
    }),
    [personId, chosen],
  );
  return <ColumnMemoryContext value={memory}>{children}</ColumnMemoryContext>;
}

export const useColumnMemory = () => useContext(ColumnMemoryContext);
