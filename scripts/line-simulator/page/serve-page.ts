import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The files of this folder that belong to a browser. */
export async function servePage(address: string, response: ServerResponse): Promise<void> {
  const file = address === '/' ? 'index.html' : address.slice(1);
  const type = TYPES[path.extname(file)];
  const content =
    type && /^[a-z-]+\.[a-z]+$/.test(file)
      ? await readFile(new URL(file, import.meta.url)).catch(() => null)
      : null;
  if (!type || content === null) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('404');
    return;
  }
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-cache',
    'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  });
  response.end(content);
}
