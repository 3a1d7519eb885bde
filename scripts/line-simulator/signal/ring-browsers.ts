import type { Call } from '../line/call.ts';
import type { Line } from '../line/line.ts';
import { openBrowserLeg } from './browser-leg.ts';

const CLIENT = 'client:';

/** Rings every browser registered under the name that is called; false when there is none. */
export function ringBrowsers(line: Line, call: Call): boolean {
  if (!call.to.startsWith(CLIENT)) return false;
  const identity = call.to.slice(CLIENT.length);
  const sessions = [...line.sessions].filter(
    ({ isRegistered, bearer }) => isRegistered && bearer?.identity === identity,
  );
  for (const session of sessions) void openBrowserLeg(line, call, session, { offer: null }).invite();
  return sessions.length > 0;
}
