'use client';

import { useRouter } from 'next/navigation';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { signInAddress } from '@/components/employees/sign-in';
import { useClock } from '@/components/ui/clock';
import { type BrowserPhone, heartbeatEveryMs } from '@/lib/domain/employees/presence';
import { Heartbeat } from './heartbeat';
import { isSignedOut } from './is-signed-out';
import { type ConnectionState, connectLive, type LiveConnection, type News } from './live-connection';
import { RecentNews } from './recent-news';

type Live = {
  connection: LiveConnection | null;
  heartbeat: Heartbeat | null;
  state: ConnectionState;
  lostSince: number | null;
  recent: RecentNews;
};

const LiveContext = createContext<Live>({
  connection: null,
  heartbeat: null,
  state: 'connecting',
  lostSince: null,
  recent: new RecentNews(() => 0),
});

/** Opens the tab's one stream of news at the cursor the page was read at; whoever's session ended is led to sign in. */
export function LiveProvider({ after, children }: { after: number; children: ReactNode }) {
  const [connection, setConnection] = useState<LiveConnection | null>(null);
  const [heartbeat, setHeartbeat] = useState<Heartbeat | null>(null);
  const [state, setState] = useState<ConnectionState>('connecting');
  const [lostSince, setLostSince] = useState<number | null>(null);
  const cursor = useRef(after);
  const [recent] = useState(() => new RecentNews(() => performance.now()));
  const clock = useClock();

  useEffect(() => {
    const opened = connectLive({ after: cursor.current });
    setConnection(opened);
    opened.onNews((news) => recent.note(news));
    const beating = new Heartbeat({
      startMetronome,
      send: sendHeartbeat,
      onGone: () => opened.reconnect(),
      onTick: () => opened.look(),
    });
    setHeartbeat(beating);
    opened.onConnection((connectionId) => beating.connect(connectionId));
    const stop = opened.onState((next) => {
      setState(next);
      setLostSince((since) => (next === 'lost' ? (since ?? clock.now()) : null));
    });
    opened.onBeat((serverNow) => clock.hear(serverNow));
    opened.onFailure(() => {
      void isSignedOut().then((is) => {
        if (is) location.assign(signInAddress(`${location.pathname}${location.search}`));
      });
    });
    // The browser knows at once what a silent stream shows after seconds only.
    const look = () => opened.reconnect();
    window.addEventListener('offline', look);
    window.addEventListener('online', look);
    return () => {
      window.removeEventListener('offline', look);
      window.removeEventListener('online', look);
      stop();
      beating.stop();
      opened.close();
    };
  }, [clock, recent]);

  return <LiveContext value={{ connection, heartbeat, state, lostSince, recent }}>{children}</LiveContext>;
}

function startMetronome(onTick: () => void): () => void {
  const worker = new Worker('/metronome.js');
  worker.onmessage = onTick;
  worker.postMessage(heartbeatEveryMs);
  return () => worker.terminate();
}

/** Without an answer the connection may well be known: the next heartbeat asks again. */
async function sendHeartbeat(connectionId: string, browserPhone: BrowserPhone): Promise<boolean> {
  try {
    await api.post('/presence/heartbeat', { connectionId, browserPhone }, { patienceMs: 0 });
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.code !== 'notFound';
  }
}

/** Says with each heartbeat what the telephone of this tab is. */
export function useTellPhone(browserPhone: BrowserPhone) {
  const { heartbeat } = useContext(LiveContext);
  useEffect(() => heartbeat?.tell(browserPhone), [heartbeat, browserPhone]);
}

export const useConnectionState = () => useContext(LiveContext).state;

/** Since when there is no connection, epoch ms by the server's clock; null while there is. */
export function useConnection(): { lostSince: number | null; reconnect: () => void } {
  const { connection, lostSince } = useContext(LiveContext);
  return { lostSince, reconnect: () => connection?.reconnect() };
}

/** Calls back when one of the nouns changed, or everything may have. */
export function useNews(nouns: readonly string[], onNews: (news: News | 'resync') => void) {
  const { connection } = useContext(LiveContext);
  const told = useEffectEvent((news: News | 'resync') => {
    if (news === 'resync' || nouns.includes(news.noun)) onNews(news);
  });
  useEffect(() => connection?.onNews(told), [connection]);
}

/**
 * Reads the page again, at most twice a second, when one of the nouns changed; also when it changed just before the page was
 * there, which may have been drawn earlier.
 */
export function RefreshOnNews({ nouns }: { nouns: readonly string[] }) {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { recent } = useContext(LiveContext);
  const refreshSoon = useEffectEvent(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      router.refresh();
    }, 400);
  });
  const catchUp = useEffectEvent(() => {
    if (recent.hasHeard(nouns)) refreshSoon();
  });
  useNews(nouns, () => refreshSoon());
  useEffect(() => {
    catchUp();
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, []);
  return null;
}
