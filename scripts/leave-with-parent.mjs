// Preloaded into the console: when the command that supervises it is killed, nobody would stop or restart it, so it stops by itself.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
