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

/** @returns {Promise<number>} a port that was free a moment ago */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
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
