import pg from 'pg';

/** Counts what is under way, so that time stands still until all of it has ended. */
export class Flight {
  private count = 0;

  async during<Result>(act: Promise<Result>): Promise<Result> {
    this.count += 1;
    try {
      return await act;
    } finally {
      this.count -= 1;
    }
  }

  /** Resolves when nothing is under way, also nothing that what was under way began. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 2; ) {
      await new Promise((resolve) => setImmediate(resolve));
      quiet = this.count === 0 ? quiet + 1 : 0;
    }
  }

  /** Counts PostgreSQL's queries outside of transactions too; returns what ends it. */
  watchPostgres(): () => void {
    const { query } = pg.Pool.prototype;
    const during = <Result>(act: Promise<Result>) => this.during(act);
    pg.Pool.prototype.query = function (this: pg.Pool, ...given: unknown[]) {
      return during((query as (...all: unknown[]) => Promise<unknown>).apply(this, given));
    } as typeof query;
    return () => {
      pg.Pool.prototype.query = query;
    };
  }
}
