import {
  type Backup,
  type BackupCheck,
  type BackupFailure,
  type BackupKeeper,
  type BackupOrigin,
  type BackupWork,
  backupNameAt,
} from '@/lib/domain/backups/backup';
import { testStart } from '@/lib/operations/testing';

/** The backups of an installation without a disk; each is made at once, at the time of this clock. */
export class BackupsInMemory implements BackupKeeper {
  now = () => testStart;
  kept: Backup[] = [];
  underWay: BackupWork | null = null;
  failed: BackupFailure | null = null;
  /** What reading one as a whole will find. */
  problems: BackupCheck['problems'] = [];

  list = async () => this.kept.toSorted((a, b) => b.madeAt - a.madeAt);
  work = async () => this.underWay;
  failure = async () => this.failed;
  place = async () => ({ folder: '/backups', freeBytes: 1024 });

  async make(origin: BackupOrigin) {
    if (this.underWay) return false;
    const madeAt = this.now();
    const summary = { origin, byteLength: 1024, rowCount: 1, fileCount: 0, missingCount: 0 };
    this.kept.push({ name: backupNameAt(madeAt), madeAt, summary, check: null });
    return true;
  }

  async check(name: string) {
    if (this.underWay) return false;
    const check = { checkedAt: this.now(), problems: this.problems };
    this.kept = this.kept.map((backup) => (backup.name === name ? { ...backup, check } : backup));
    return true;
  }

  async remove(name: string) {
    const before = this.kept.length;
    this.kept = this.kept.filter((backup) => backup.name !== name);
    return this.kept.length < before;
  }
}
