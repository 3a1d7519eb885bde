import type { CallbackFault, Faults as LineFaults, RestFault } from '@/scripts/line-simulator/line/faults';
import type { History } from './history';

/** Where the process dies: around a commit, or around a request to the phone provider that changes something there. */
export const crashPoints = ['now', 'beforeCommit', 'afterCommit', 'beforeOrder', 'afterOrder'] as const;
export type CrashPoint = (typeof crashPoints)[number];

type Crash = { point: CrashPoint; after: number };

/** What goes wrong next, in the order it was asked for. */
export class Faults {
  private crash: Crash | null = null;
  private locks = 0;
  private lostReplies = 0;

  constructor(
    private readonly line: () => LineFaults,
    private readonly history: History,
  ) {}

  callback(fault: CallbackFault): void {
    this.note(`callbacks: ${JSON.stringify(fault)}`);
    this.line().callbacks.push(fault);
  }

  rest(fault: RestFault): void {
    this.note(`rest: ${JSON.stringify(fault)}`);
    this.line().rest.push(fault);
  }

  /** The process dies at the next such point but `after`. */
  crashAt(point: CrashPoint, after: number): void {
    this.note(`crash: ${point}, after ${after}`);
    this.crash = { point, after };
  }

  /** So many transactions find the database locked. */
  lockDatabase(times: number): void {
    this.note(`database locked: ${times}`);
    this.locks += times;
  }

  /** So many answers to the phone provider are lost on the way: it tries again. */
  loseReplies(times: number): void {
    this.note(`replies lost: ${times}`);
    this.lostReplies += times;
  }

  none(): void {
    this.crash = null;
    this.locks = 0;
    this.lostReplies = 0;
    this.line().callbacks.length = 0;
    this.line().rest.length = 0;
  }

  refuseLockedDatabase(): void {
    if (this.locks === 0) return;
    this.locks -= 1;
    throw Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
  }

  losesReply(): boolean {
    if (this.lostReplies === 0) return false;
    this.lostReplies -= 1;
    return true;
  }

  crashOfCommit(): 'beforeCommit' | 'afterCommit' | null {
    return this.taken('beforeCommit', 'afterCommit');
  }

  crashOfOrder(): 'beforeOrder' | 'afterOrder' | null {
    return this.taken('beforeOrder', 'afterOrder');
  }

  private taken<Point extends CrashPoint>(...points: Point[]): Point | null {
    const { crash } = this;
    const point = points.find((each) => each === crash?.point);
    if (!crash || !point) return null;
    if (crash.after > 0) {
      crash.after -= 1;
      return null;
    }
    this.crash = null;
    return point;
  }

  private note(what: string): void {
    this.history.add({ kind: 'fault', what });
  }
}
