import { describe, expect, test } from 'vitest';
import { commitTogether } from './commit-together';

/** A writer that only notes what it was told; `fail` names the statements that fail. */
function notingWriter(...fail: ('begin' | 'commit' | 'rollback')[]) {
  const notes: string[] = [];
  let isOpen = false;
  const note = (name: string, becomes?: boolean) => () => {
    notes.push(name);
    if ((fail as string[]).includes(name)) throw new Error(`${name} failed`);
    if (becomes !== undefined) isOpen = becomes;
  };
  return {
    notes,
    writer: {
      begin: note('begin', true),
      commit: note('commit', false),
      rollback: note('rollback', false),
      mark: note('mark'),
      undoToMark: note('undo'),
      dropMark: note('drop'),
      isInTransaction: () => isOpen,
    },
  };
}

describe('acts of the same turn', () => {
  test('are committed together, in their order, and answered only then', async () => {
    const { notes, writer } = notingWriter();
    const inTurn = commitTogether(writer);
    const acts = ['a', 'b', 'c'].map((name) =>
      inTurn(async () => {
        notes.push(name);
        return name;
      }).then((result) => notes.push(`${result} answered`)),
    );
    await Promise.all(acts);
    expect(notes.join(' ')).toBe(
      'begin mark a drop mark b drop mark c drop commit a answered b answered c answered',
    );
  });

  test('one that fails is undone alone', async () => {
    const { notes, writer } = notingWriter();
    const inTurn = commitTogether(writer);
    const outcomes = await Promise.allSettled([
      inTurn(async () => 1),
      inTurn(() => Promise.reject(new Error('refused'))),
      inTurn(async () => 3),
    ]);
    expect(outcomes).toMatchObject([{ value: 1 }, { reason: { message: 'refused' } }, { value: 3 }]);
    expect(notes.join(' ')).toBe('begin mark drop mark undo drop mark drop commit');
  });

  test.each(['begin', 'commit'] as const)(
    'are all refused when their %s fails, and the next go on',
    async (fail) => {
      const { writer } = notingWriter(fail);
      const inTurn = commitTogether(writer);
      const outcomes = await Promise.allSettled([inTurn(async () => 1), inTurn(async () => 2)]);
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      await expect(inTurn(async () => 3)).rejects.toThrow(`${fail} failed`);
    },
  );

  test('are all refused when the database gave the transaction up in the middle', async () => {
    const { notes, writer } = notingWriter();
    const inTurn = commitTogether({ ...writer, isInTransaction: () => false });
    const outcomes = await Promise.allSettled([
      inTurn(async () => 1),
      inTurn(() => Promise.reject(new Error('disk full'))),
    ]);
    expect(outcomes).toMatchObject([
      { reason: { message: 'disk full' } },
      { reason: { message: 'disk full' } },
    ]);
    expect(notes).not.toContain('commit');
  });

  test('are all told why their commit failed when even the rollback fails, and so are the next', async () => {
    const { writer } = notingWriter('commit', 'rollback');
    const inTurn = commitTogether(writer);
    const outcomes = await Promise.allSettled([inTurn(async () => 1), inTurn(async () => 2)]);
    expect(outcomes).toMatchObject([
      { reason: { message: 'commit failed' } },
      { reason: { message: 'commit failed' } },
    ]);
    await expect(inTurn(async () => 3)).rejects.toThrow('commit failed');
  });

  test('are at most thirty-two, so that none waits for ever', async () => {
    const { notes, writer } = notingWriter();
    const inTurn = commitTogether(writer);
    await Promise.all(Array.from({ length: 70 }, () => inTurn(async () => 1)));
    expect(notes.filter((note) => note === 'commit')).toHaveLength(3);
  });
});
