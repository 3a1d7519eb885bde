'use client';

import { createContext, type ReactNode, useContext } from 'react';

const ExportRight = createContext(true);

/** Says once to every list of the console whether this person may take lists along as files. */
export function ExportRightProvider({ isGiven, children }: { isGiven: boolean; children: ReactNode }) {
  return <ExportRight value={isGiven}>{children}</ExportRight>;
}

export const useExportRight = () => useContext(ExportRight);
