import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AuditAnchor, AuditAnchors } from '@/lib/domain/audit/audit-anchor';

const headFile = 'head.json';

/** The anchors of the audit log in `dataDir/audit-anchors`: one of each day, and the newest, each whole or not there. */
export function openAuditAnchors(dataDir: string): AuditAnchors {
  const folder = path.join(dataDir, 'audit-anchors');
  const read = async (name: string): Promise<AuditAnchor | null | undefined> => {
    const text = await readFile(path.join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    return text === undefined ? undefined : anchorOf(text);
  };
  const draftOf = async (anchor: AuditAnchor) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const draft = path.join(folder, `${process.pid}.${randomBytes(4).toString('hex')}.draft`);
    await writeFile(draft, `${JSON.stringify(anchor)}\n`, { mode: 0o600 });
    return draft;
  };
  return {
    async list() {
      const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      });
      const kept = names.filter((name) => name.endsWith('.json')).sort();
      return Promise.all(kept.map(async (name) => ({ name, anchor: (await read(name)) ?? null })));
    },
    getHead: () => read(headFile),
    async saveHead(anchor) {
      await rename(await draftOf(anchor), path.join(folder, headFile));
    },
    async saveDay(day, anchor) {
      const draft = await draftOf(anchor);
      await link(draft, path.join(folder, `${day}.json`)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      await rm(draft);
    },
  };
}

function anchorOf(text: string): AuditAnchor | null {
  try {
    const { sequence, hash, at } = JSON.parse(text) as Partial<AuditAnchor>;
    return typeof sequence === 'number' && typeof hash === 'string' && typeof at === 'number'
      ? { sequence, hash, at }
      : null;
  } catch {
    return null;
  }
}
