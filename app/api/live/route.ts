import { contextFor, identify, liveFeed } from '@/lib/context';
import { hears } from '@/lib/domain/employees/hearing';
import { connectionLostAfterMs, heartbeatEveryMs } from '@/lib/domain/employees/presence';
import { closeLiveConnection } from '@/lib/operations/presence/close-live-connection';
import { isLiveConnectionOpen } from '@/lib/operations/presence/is-live-connection-open';
import { openLiveConnection } from '@/lib/operations/presence/open-live-connection';

export const dynamic = 'force-dynamic';

/** Whoever reads more slowly than news come hears so much, is let go and resumes at its last id. */
const mostUnreadBytes = 256 * 1024;

/**
 * Server-sent events: "call 42 changed", from the cursor in `?after=` or Last-Event-ID. What changed is read by the API. The stream of a session first names its
 * connection: whoever hears of it says by its heartbeat that they are there, else it is given up.
 */
export async function GET(request: Request): Promise<Response> {
  const identity = await identify(request);
  if (!identity) return new Response(null, { status: 401 });
  let { person } = identity;
  const context = await contextFor(person, undefined, identity);
  // A program that listens by token takes no calls, so it is no live connection.
  const connection = identity.sessionId
    ? await openLiveConnection(context, { sessionId: identity.sessionId })
    : null;
  const after = readAfter(request);
  const feed = await liveFeed();
  const encoder = new TextEncoder();
  let end = () => {};

  const stream = new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        let isOpen = true;
        const write = (text: string) => {
          if (!isOpen) return;
          try {
            controller.enqueue(encoder.encode(text));
          } catch {
            end();
          }
          if ((controller.desiredSize ?? 0) <= 0) end();
        };
        const beat = () => write(`event: beat\ndata: ${JSON.stringify({ now: Date.now() })}\n\n`);
        // What the person may hear changes with their roles, department and whom they stand in for.
        const isStillSignedIn = async () => {
          const again = await identify(request);
          if (again?.person.id !== person.id) return false;
          const hasChanged = JSON.stringify(again.person) !== JSON.stringify(person);
          person = again.person;
          if (hasChanged) write('event: resync\ndata: {}\n\n');
          return true;
        };
        const heartbeat = setInterval(() => {
          void (async () => {
            if (!(await isStillSignedIn())) return end();
            if (connection && !(await isLiveConnectionOpen(context, connection))) return end();
            beat();
          })().catch(() => end());
        }, heartbeatEveryMs);
        let unsubscribe = () => {};
        end = () => {
          if (!isOpen) return;
          isOpen = false;
          clearInterval(heartbeat);
          unsubscribe();
          if (connection) void closeLiveConnection(context, connection).catch(() => undefined);
          try {
            controller.close();
          } catch {
            return;
          }
        };
        request.signal.addEventListener('abort', end);
        write(`retry: ${1000 + Math.floor(Math.random() * 2000)}\n\n`);
        beat();
        if (connection) write(`event: connection\ndata: ${JSON.stringify(connection)}\n\n`);
        unsubscribe = await feed.subscribe(
          {
            hears: (row) => hears(person, row),
            send: (row) => {
              write(
                `id: ${row.id}\nevent: news\ndata: ${JSON.stringify({ noun: row.noun, nounId: row.nounId })}\n\n`,
              );
              if (row.noun === 'session' && row.employeeId === person.id) {
                void isStillSignedIn().then((is) => is || end());
              }
            },
            resync: (cursor) => write(`id: ${cursor}\nevent: resync\ndata: {}\n\n`),
            close: () => end(),
          },
          after,
        );
        if (!isOpen) unsubscribe();
      },
      cancel() {
        end();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostUnreadBytes }),
  );
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'x-connection-lost-after': String(connectionLostAfterMs),
    },
  });
}

function readAfter(request: Request): number | undefined {
  const given = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after');
  const after = Number(given);
  return given && Number.isSafeInteger(after) && after >= 0 ? after : undefined;
}
