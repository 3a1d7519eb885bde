'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useChoices } from '@/components/reactions/use-choices';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import { defaultPromiseMinutes } from '@/lib/domain/settings/promise-minutes';

type Directory = Pick<ReactionChoices, 'departments' | 'projects' | 'promises'>;

const nothing: Directory = { departments: [], projects: [], promises: defaultPromiseMinutes };
const DirectoryContext = createContext(nothing);

/** Reads departments, projects and how soon promises are due once for all fields below. */
export function DirectoryProvider({ children }: { children: ReactNode }) {
  const { choices } = useChoices(true);
  const directory = useMemo(() => choices ?? nothing, [choices]);
  return <DirectoryContext value={directory}>{children}</DirectoryContext>;
}

export const useDirectory = (): Directory => useContext(DirectoryContext);
