// Which ports are free, and what answers on the others.
import { createServer } from 'node:net';

export function isPort(port) {
  return Number.isInteger(port) && port > 0 && port < 65536;
}

/** The address at which this machine itself reaches what listens on `host`. */
export function urlOf(host, port) {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') && !name.startsWith('[') ? `[${name}]` : name}:${port}`;
}

/** @returns {Promise<boolean>} */
export function isFree(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

// Below those that systems give to whoever asks for any port, so that nobody is given ours before we listen.
const firstPort = 16_000;
const portsTried = 16_000;

/** @returns {Promise<number>} a port that was free a moment ago */
export async function freePort() {
  for (;;) {
    const port = firstPort + Math.floor(Math.random() * portsTried);
    if (await isFree(port, '127.0.0.1')) return port;
  }
}

/** @returns {Promise<{ status: number, body: any } | undefined>} nothing when nobody answers with JSON in time */
export async function ask(url, patienceMs = 2000) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
    return { status: response.status, body: await response.json() };
  } catch {
    return undefined;
  }
}
