import type { RecordingKeeper } from '@/lib/domain/recordings/recording';
import type { Locale } from '@/lib/i18n/locale';
import type { HeldFile, PersonalData } from '@/lib/operations/personal-data/export-personal-data';
import type { ZipEntry } from '@/lib/recordings/zip-stream';
import { heldPage } from './held-page';

type Keepers = Record<'recordings' | 'attachments', RecordingKeeper>;

/** The archive of one person: a page to read, the same as JSON, and the files as they are kept. */
export async function* archiveOf(
  data: PersonalData,
  keepers: Keepers,
  words: { language: Locale; timeZone: string },
): AsyncGenerator<ZipEntry> {
  const tables = Object.fromEntries(data.tables.map(({ table, rows }) => [table, rows]));
  yield textFile('index.html', heldPage(data, words));
  yield textFile('data.json', JSON.stringify(tables, null, 2));
  for (const folder of ['recordings', 'attachments'] as const) {
    for (const file of data[folder]) {
      const bytes = await keepers[folder].open(file.id, { start: 0, end: file.length - 1 }, file.length);
      if (bytes)
        yield {
          name: `${folder}/${nameInArchive(file)}`,
          bytes: bytes as unknown as AsyncIterable<Uint8Array>,
        };
    }
  }
}

const textFile = (name: string, text: string): ZipEntry => ({
  name,
  bytes: [new TextEncoder().encode(text)],
});

/** No folder of its own and nothing that a system refuses in a name. */
const nameInArchive = ({ name }: HeldFile) => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');
