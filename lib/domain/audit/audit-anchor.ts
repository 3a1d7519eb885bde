/** Where the chain had come to: kept outside the database, it shows when the newest entries were cut off. */
export type AuditAnchor = { sequence: number; hash: string; at: number };

/** The anchors of one installation. Reading an anchor whose file is damaged gives null for it. */
export interface AuditAnchors {
  /** All of them by the names of their files, the newest one last. */
  list(): Promise<{ name: string; anchor: AuditAnchor | null }[]>;
  /** The newest one; undefined when none was kept yet. */
  getHead(): Promise<AuditAnchor | null | undefined>;
  saveHead(anchor: AuditAnchor): Promise<void>;
  /** Keeps the anchor of a day (`2026-11-30`); the first one of a day stays. */
  saveDay(day: string, anchor: AuditAnchor): Promise<void>;
}
