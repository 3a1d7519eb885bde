// Starts the line simulator: Twilio's side of the telephone line, on this machine.
import { systemClock } from './clock/clock.ts';
import { serveLine } from './control/serve-line.ts';
import { openLine } from './line/line.ts';
import { readSettings } from './settings/settings.ts';
import { cutSessions } from './signal/serve-signal.ts';

const { settings, problems } = readSettings(process.env);
if (!settings) {
  for (const problem of problems) process.stderr.write(`line simulator: ${problem}\n`);
  process.exit(1);
}

const line = openLine(settings, systemClock);
const server = serveLine(line);
server.once('error', (error: NodeJS.ErrnoException) => {
  const reason = error.code === 'EADDRINUSE' ? `port ${settings.port} is taken` : error.message;
  process.stderr.write(`line simulator: ${reason}\n`);
  process.exit(1);
});
server.listen(settings.port, '127.0.0.1', () => {
  process.stdout.write(`line simulator: http://127.0.0.1:${settings.port} for ${settings.publicUrl}\n`);
});

// One call gone wrong must not end the line of all the others.
process.on('unhandledRejection', (error) => {
  process.stderr.write(`line simulator: ${error instanceof Error ? error.stack : error}\n`);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    server.closeAllConnections();
    cutSessions(line);
    server.close(() => process.exit(0));
  });
