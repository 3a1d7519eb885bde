export type News = { noun: string; nounId: string };

/** The stream is judged lost when nothing, not even a heartbeat, came for this long. */
export const silentAfterMs = 15_000;

export type ConnectionState = 'connecting' | 'open' | 'lost';

export type LiveConnection = {
  onNews(listener: (news: News | 'resync') => void): () => void;
  onState(listener: (state: ConnectionState) => void): () => void;
  /** The server's clock (epoch ms) as a heartbeat brought it. */
  onBeat(listener: (serverNow: number) => void): () => void;
  /** A stream broke off or was refused; the browser does not say which. */
  onFailure(listener: () => void): () => void;
  /** The stream was opened; the server knows it by this id, and waits for its heartbeat. */
  onConnection(listener: (connectionId: string) => void): () => void;
  /** Does now what is due: a hidden tab's timers come late. */
  look(): void;
  state(): ConnectionState;
  /** Tries now rather than after the pause. */
  reconnect(): void;
  close(): void;
};

type Source = Pick<EventSource, 'addEventListener' | 'close' | 'readyState'>;

/**
 * One stream of news per tab, opened at the page's cursor and reopened at the last id heard, so that nothing between
 * two connections is lost. EventSource gives up after an HTTP error; this does not.
 */
export function connectLive({
  after,
  open = (url) => new EventSource(url),
  now = Date.now,
}: {
  after: number;
  open?: (url: string) => Source;
  now?: () => number;
}): LiveConnection {
  const newsListeners = new Set<(news: News | 'resync') => void>();
  const stateListeners = new Set<(state: ConnectionState) => void>();
  const beatListeners = new Set<(serverNow: number) => void>();
  const failureListeners = new Set<() => void>();
  const connectionListeners = new Set<(connectionId: string) => void>();
  let state: ConnectionState = 'connecting';
  let cursor = after;
  let lastHeardAt = now();
  let attempt = 0;
  let retryAt: number | null = null;
  let source: Source | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const become = (next: ConnectionState) => {
    if (next === state) return;
    state = next;
    for (const listener of stateListeners) listener(next);
  };
  const heard = () => {
    lastHeardAt = now();
    attempt = 0;
    become('open');
  };
  const tellAll = (news: News | 'resync') => {
    for (const listener of newsListeners) listener(news);
  };

  const connect = () => {
    clearTimeout(retry);
    retryAt = null;
    source?.close();
    lastHeardAt = now();
    const opened = open(`/api/live?after=${cursor}`);
    source = opened;
    const readId = (event: Event) => {
      const id = Number((event as MessageEvent).lastEventId);
      if (Number.isSafeInteger(id) && id > 0) cursor = id;
    };
    opened.addEventListener('beat', (event) => {
      heard();
      const beat = JSON.parse((event as MessageEvent).data) as { now: number };
      for (const listener of beatListeners) listener(beat.now);
    });
    opened.addEventListener('connection', (event) => {
      const { id } = JSON.parse((event as MessageEvent).data) as { id: string };
      for (const listener of connectionListeners) listener(id);
    });
    opened.addEventListener('news', (event) => {
      readId(event);
      heard();
      tellAll(JSON.parse((event as MessageEvent).data) as News);
    });
    opened.addEventListener('resync', (event) => {
      readId(event);
      heard();
      tellAll('resync');
    });
    opened.addEventListener('error', () => {
      if (source !== opened) return;
      become('lost');
      opened.close();
      retryLater();
      for (const listener of failureListeners) listener();
    });
  };
  const retryLater = () => {
    clearTimeout(retry);
    const delayMs = Math.min(10_000, 500 * 2 ** attempt) * (0.5 + Math.random() / 2);
    attempt += 1;
    retryAt = now() + delayMs;
    retry = setTimeout(connect, delayMs);
  };
  const look = () => {
    if (retryAt !== null) {
      if (now() >= retryAt) connect();
      return;
    }
    if (now() - lastHeardAt < silentAfterMs) return;
    become('lost');
    connect();
  };
  const watchdog = setInterval(look, 1000);

  connect();
  return {
    onNews(listener) {
      newsListeners.add(listener);
      return () => newsListeners.delete(listener);
    },
    onState(listener) {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    onBeat(listener) {
      beatListeners.add(listener);
      return () => beatListeners.delete(listener);
    },
    onFailure(listener) {
      failureListeners.add(listener);
      return () => failureListeners.delete(listener);
    },
    onConnection(listener) {
      connectionListeners.add(listener);
      return () => connectionListeners.delete(listener);
    },
    look,
    state: () => state,
    reconnect: connect,
    close() {
      clearInterval(watchdog);
      clearTimeout(retry);
      source?.close();
    },
  };
}
