'use client';

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { LaterLetterDialog } from '@/components/letters/later-letter-dialog';
import { later } from '@/components/ui/later';
import { useFetchedWhenIdle } from '@/components/ui/use-fetched-when-idle';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import type { ResponsibleChoice } from './reaction-draft';

export type NextReactionInWork = Pick<
  NextReactionView,
  'id' | 'version' | 'kind' | 'topic' | 'appeal' | 'counterparty' | 'lead'
> &
  Partial<Pick<NextReactionView, 'folder'>>;
export type NextReactionVerb = 'fulfil' | 'postpone' | 'handOver' | 'close' | 'letter';
/** What the dialog begins with: where a card was dragged to. */
export type NextReactionPreset = { dueAt?: string; responsible?: ResponsibleChoice };
export type NextReactionDialogProps = {
  next: NextReactionInWork;
  preset?: NextReactionPreset;
  onClose: () => void;
};

type Opened = { verb: NextReactionVerb; next: NextReactionInWork; preset?: NextReactionPreset };
type Open = (verb: NextReactionVerb, next: NextReactionInWork, preset?: NextReactionPreset) => void;

const FulfilDialog = later(() => import('./fulfil-dialog').then(({ FulfilDialog }) => FulfilDialog));
const PostponeDialog = later(() => import('./postpone-dialog').then(({ PostponeDialog }) => PostponeDialog));
const HandOverDialog = later(() => import('./hand-over-dialog').then(({ HandOverDialog }) => HandOverDialog));
const CloseDialog = later(() => import('./close-dialog').then(({ CloseDialog }) => CloseDialog));
const parts = [FulfilDialog, PostponeDialog, HandOverDialog, CloseDialog, LaterLetterDialog];

const OpenContext = createContext<Open | null>(null);

/** Opens what a row offers to do; the dialog stands above the list and outlives the row. */
export function useNextReactionDialogs(): Open {
  const open = useContext(OpenContext);
  if (!open) throw new Error('useNextReactionDialogs needs NextReactionDialogs above it');
  return open;
}

/**
 * The dialogs of the next reactions below. They hold what was opened as it was then: news may move or end its row while
 * somebody is writing about it.
 */
export function NextReactionDialogs({ personId, children }: { personId: string; children: ReactNode }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  useFetchedWhenIdle(parts);
  const open = useCallback<Open>((verb, next, preset) => setOpened({ verb, next, preset }), []);
  return (
    <OpenContext value={open}>
      {children}
      {opened ? dialogOf(opened, { personId, onClose: () => setOpened(null) }) : null}
    </OpenContext>
  );
}

function dialogOf(
  { verb, next, preset }: Opened,
  { personId, onClose }: { personId: string; onClose: () => void },
) {
  switch (verb) {
    case 'fulfil':
      return <FulfilDialog key={next.id} next={next} onClose={onClose} personId={personId} />;
    case 'postpone':
      return <PostponeDialog key={next.id} next={next} preset={preset} onClose={onClose} />;
    case 'handOver':
      return <HandOverDialog key={next.id} next={next} preset={preset} onClose={onClose} />;
    case 'letter':
      return next.counterparty && next.appeal ? (
        <LaterLetterDialog
          key={next.id}
          about={{
            counterparty: next.counterparty,
            appeal: next.appeal,
            nextReactionId: next.folder ? undefined : next.id,
          }}
          personId={personId}
          onClose={onClose}
        />
      ) : null;
    case 'close':
      return <CloseDialog key={next.id} next={next} onClose={onClose} />;
  }
}
