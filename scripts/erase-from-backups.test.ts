// A person who asked to be forgotten is forgotten by the backups too.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { searchInstallation } from '@/db/personal-data/search-installation';
import { dialects, openTestDatabase } from '@/db/testing';
import { folderOf } from '@/lib/backups/backup-folder';
import { checkBackup } from '@/lib/backups/check-backup';
import { makeBackup } from '@/lib/backups/make-backup';
import { startErasure } from '@/lib/operations/personal-data/start-erasure';
import { workOnErasures } from '@/lib/operations/personal-data/work-on-erasures';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { keepFiles } from '@/lib/recordings/keep-files';
import { TestLine } from '@/tests/call-driver';
import { makeKnownPerson } from '@/tests/known-person';
import { eraseFromBackups } from './erase-from-backups';

const folder = mkdtempSync(path.join(os.tmpdir(), 'callboard-erased-backups-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const person = {
  name: 'Чернобуров Велимир Остапович',
  formerName: 'Чернобуровский Велимир',
  contact: 'Златоустова Ефросинья',
  phone: '+79161237788',
  typedPhone: '8 (916) 123-77-88',
  contactPhone: '+7 916 987-65-43',
  importedPhone: '+7 916 555-44-33',
  email: 'velimir@chernoburov.example',
  inn: '420512345678',
};
const traces = ['Чернобуров', 'Ефросинья', 'velimir@', '9161237788', '420512345678'];

function tracesIn(place: string): string[] {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const texts = files.map((one) => readFileSync(path.join(one.parentPath, one.name), 'utf8'));
  return traces.filter((trace) => texts.some((text) => text.includes(trace)));
}

test.each(dialects)(
  'an erasure on %s reaches the backups made before it and while it ran',
  async (dialect) => {
    const { store, settings } = await openTestDatabase(dialect);
    const dataDir = path.join(folder, `data-${dialect}`);
    mkdirSync(dataDir, { recursive: true });
    const place = {
      ...settings,
      dataDir: dialect === 'sqlite' ? settings.dataDir : dataDir,
      backupDir: path.join(folder, `backups-${dialect}`),
    };
    const world = createTestWorld(store);
    const line = new TestLine(store, world, await hireTestCompany(world));
    await store.tx(async (db) => {
      await db.q.update(db.t.employees).set({ phone: '+74951230000' });
    });
    await line.available('anna');
    const parts = {
      recordings: keepFiles(place.dataDir),
      attachments: keepFiles(place.dataDir, 'attachments'),
      space: store.space,
      searchFiles: (texts: readonly string[]) => searchInstallation(place.dataDir, texts),
      isQuiet: () => true,
      report: (_: string, error: unknown) => {
        throw error;
      },
    };
    const known = await makeKnownPerson(line, person, parts);
    const before = await makeBackup(place, { origin: 'command' });
    expect(tracesIn(folderOf(place, before.name))).toEqual(traces);

    const { erasureId } = await startErasure(world.as(line.company.as('alla')), {
      kind: 'card',
      id: known.cardId,
      confirmation: person.name,
      requestNumber: '17/2026',
      requestedOn: '2026-10-30',
      legalBasis: 'ч. 5 ст. 21 152-ФЗ',
      reason: 'отозвано согласие',
    });
    const meanwhile = await makeBackup(place, { origin: 'command', at: Date.now() + 1000 });
    await workOnErasures(line.system(), {
      ...parts,
      eraseFromCopies: (subject, act) => eraseFromBackups(place, subject, act),
    });

    for (const { name } of [before, meanwhile]) {
      expect(tracesIn(folderOf(place, name)), name).toEqual([]);
      expect(await checkBackup(place, name)).toMatchObject({ problems: [] });
    }
    const log = await store.read.q.select().from(store.read.t.auditLog);
    expect(log.filter(({ kind }) => kind === 'erased')).toMatchObject([
      { subject: 'erasure', subjectId: erasureId },
    ]);
  },
);
