'use client';

import { useRouter } from 'next/navigation';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { useConnectionState } from '@/components/live/live-provider';
import { notify } from '@/components/ui/notify';
import { browserSaveStore } from './browser-save-store';
import { isWaiting } from './save';
import { noSaves, type SaveOutcome, SaveQueue, type SavesState } from './save-queue';

const SavesContext = createContext<SaveQueue | null>(null);

const pageId = crypto.randomUUID();

/** Keeps what the person pressed and typed without a connection, sends it when there is one, and says that it is sent. */
export function SavesProvider({ personId, children }: { personId: string; children: ReactNode }) {
  const [queue] = useState(
    () =>
      new SaveQueue({
        store: browserSaveStore,
        personId,
        pageId,
        send: (save) => api.repeat(save.request, { patienceMs: 0, asPerson: save.personId }),
      }),
  );
  const t = useTranslations('saves');
  const router = useRouter();
  const connection = useConnectionState();
  const told = useEffectEvent(({ sent, save }: SaveOutcome) => {
    if (!sent || save.lane.startsWith('draft ')) return;
    notify(t('sent', { about: save.about }));
    router.refresh();
  });
  useEffect(() => {
    const stop = queue.onOutcome(told);
    return () => {
      stop();
      queue.stop();
    };
  }, [queue]);
  useEffect(() => {
    if (connection !== 'lost') void queue.wake();
  }, [queue, connection]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const { isKept, saves } = queue.state();
      if (!isKept && saves.some(isWaiting)) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [queue]);
  return <SavesContext value={queue}>{children}</SavesContext>;
}

export function useSaveQueue(): SaveQueue {
  const queue = useContext(SavesContext);
  if (!queue) throw new Error('useSaveQueue needs a SavesProvider above it');
  return queue;
}

/** Null where nobody is signed in: nothing waits there. */
export const useSaveQueueIfAny = () => useContext(SavesContext);

export function useSaves(): SavesState {
  const queue = useSaveQueue();
  return useSyncExternalStore(queue.subscribe, queue.state, noSaves);
}
