'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useChoices } from '@/components/reactions/use-choices';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';

type Directory = Pick<ReactionChoices, 'departments' | 'projects'>;

const nothing: Directory = { departments: [], projects: [] };
const DirectoryContext = createContext(nothing);

/** Reads departments and projects once for all fields below. */
export function DirectoryProvider({ children }: { children: ReactNode }) {
  const { choices } = useChoices(true);
  const directory = useMemo(() => choices ?? nothing, [choices]);
  return <DirectoryContext value={directory}>{children}</DirectoryContext>;
}

export const useDirectory = (): Directory => useContext(DirectoryContext);
