import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import type { Line } from '../line/line.ts';
import { openSession } from './session.ts';

const LARGEST_MESSAGE_BYTES = 256 * 1024;

/** Lets browser phones connect at `/signal` of the line's server. Who they are their token says, from wherever their page is. */
export function serveSignal(line: Line, server: Server): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE_BYTES });
  server.on('upgrade', (request, socket, head) => {
    if (URL.parse(request.url ?? '/', 'http://line')?.pathname !== '/signal') {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => openSession(line, opened));
  });
}

/** Cuts every browser's connection: an open one keeps the server from closing. */
export function cutSessions(line: Line): void {
  for (const session of line.sessions) session.cut();
}
