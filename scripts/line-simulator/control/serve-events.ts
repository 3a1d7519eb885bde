import type { ServerResponse } from 'node:http';
import type { Entry } from '../line/journal.ts';
import type { Line } from '../line/line.ts';
import { stateView } from './views.ts';

const HEARTBEAT_MS = 10_000;
const STATE_AT_MOST_EVERY_MS = 150;

/** Server-sent events for the page: `log` for each entry, `state` soon after something changed. */
export function serveEvents(line: Line, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store, no-transform',
    connection: 'keep-alive',
  });
  const send = (event: string, data: unknown) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  send('state', stateView(line));

  let stateTimer: { cancel(): void } | null = null;
  const tell = (entry: Entry) => {
    send('log', { ...entry, detail: undefined });
    stateTimer ??= line.clock.after(STATE_AT_MOST_EVERY_MS, () => {
      stateTimer = null;
      send('state', stateView(line));
    });
  };
  const stopListening = line.journal.subscribe(tell);
  let heartbeat = line.clock.after(HEARTBEAT_MS, beat);
  function beat() {
    response.write(': \n\n');
    heartbeat = line.clock.after(HEARTBEAT_MS, beat);
  }
  response.once('close', () => {
    stopListening();
    heartbeat.cancel();
    stateTimer?.cancel();
  });
}
