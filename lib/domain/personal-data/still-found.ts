/** Something of an erased person still stands in these files. */
export class StillFound extends Error {
  constructor(readonly files: readonly string[]) {
    super(`still found in ${files.join(', ')}`);
    this.name = 'StillFound';
  }
}
