import type { CardFieldRow } from '@/db/card-fields';
import type { CounterpartyRow } from '@/db/counterparties';
import type { ImportedRow } from '@/db/import-rows';
import type { ImportRow } from '@/db/imports';
import type { Db } from '@/db/store';
import type { ImportKind } from '@/lib/domain/imports/import-kind';
import type { ImportResult, RowUndoing } from '@/lib/domain/imports/import-row';
import type { ReadRow } from '@/lib/domain/imports/read-row';
import type { Context, Tx } from '@/lib/operations/context';
import type { CityLookup } from '@/lib/operations/counterparties/city-lookup';

/** The row that would give a card its INN, and the card; null for one that the row makes. */
export type FirstOfInn = { row: ReadRow; card: CounterpartyRow | null };

/** What every part of an import needs to know and what does not change meanwhile. */
export type Surroundings = {
  cities: CityLookup;
  /** Ids of projects by their names, as searches compare them. */
  projects: ReadonlyMap<string, string>;
  /** Names of projects by their ids. */
  projectNames: ReadonlyMap<string, string>;
  /** Ids of the client managers at work whom a cell may mean. */
  managersOf(cell: string): readonly string[];
  /** The fields in use that an administrator has added to the card. */
  ownFields: readonly CardFieldRow[];
  /** `YYYY-MM-DD` by the clock of the client department. */
  today: string;
  timeZone: string;
  /** Of a file that is only looked at, by INN, as far as it has been looked at. */
  firstOfInn: Map<string, FirstOfInn>;
};

export type PlannedRow = ReadRow & {
  result: ImportResult;
  /** The card that the row completes or belongs to; none yet when an earlier row of the same part makes it. */
  card: CounterpartyRow | null;
};

/** A row as it was carried out: what it made or changed, and what must be known to undo it. */
export type WrittenRow = Pick<ImportedRow, 'row' | 'nounId' | 'counterpartyId' | 'version' | 'before'>;

/** How one kind of file is imported, some rows at a time. */
export type ImportWork<Planned extends PlannedRow = PlannedRow> = {
  /** What the rows would do; of an import under way its own earlier rows are left out of account. */
  plan(db: Db, rows: readonly ReadRow[], around: Surroundings, importId: string | null): Promise<Planned[]>;
  /** Carries out the rows that make or complete something. */
  write(
    tx: Tx,
    context: Context,
    job: ImportRow,
    rows: readonly Planned[],
    around: Surroundings,
  ): Promise<WrittenRow[]>;
  /** Takes rows back, the last of the file first; of each says what became of it. */
  undo(
    tx: Tx,
    context: Context,
    job: ImportRow,
    rows: readonly ImportedRow[],
  ): Promise<Map<number, RowUndoing>>;
};

export type ImportWorks = Record<ImportKind, ImportWork>;
