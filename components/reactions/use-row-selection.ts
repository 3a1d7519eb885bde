'use client';

import { useState } from 'react';

type Row = { id: string; version: number };

export type RowSelection = {
  isSelected: (id: string) => boolean;
  toggle: (row: Row, isSelected: boolean) => void;
  /** Of the rows shown: all, some or none. */
  state: 'all' | 'some' | 'none';
  toggleAll: (isSelected: boolean) => void;
  /** Those chosen that are still shown, in the version that was chosen. */
  rows: Row[];
  clear: () => void;
};

/** Rows chosen for one change of them all. What is no longer shown is no longer chosen. */
export function useRowSelection(shown: readonly Row[]): RowSelection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map());
  const rows = shown.flatMap(({ id }) => {
    const version = chosen.get(id);
    return version === undefined ? [] : [{ id, version }];
  });
  return {
    isSelected: (id) => chosen.has(id),
    toggle: ({ id, version }, isSelected) => {
      const next = new Map(chosen);
      if (isSelected) next.set(id, version);
      else next.delete(id);
      setChosen(next);
    },
    state: rows.length === 0 ? 'none' : rows.length === shown.length ? 'all' : 'some',
    toggleAll: (isSelected) =>
      setChosen(new Map(isSelected ? shown.map(({ id, version }) => [id, version]) : [])),
    rows,
    clear: () => setChosen(new Map()),
  };
}
