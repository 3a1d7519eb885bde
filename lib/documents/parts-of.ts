/** A paragraph, or a fact of a list: «Город: Кемерово». */
export type Part = { kind: 'paragraph'; text: string } | { kind: 'fact'; name: string; value: string };

/** Short lines of a name and a value are facts, set in two columns; everything else is a paragraph. */
export const partsOf = (lines: readonly string[]): Part[] =>
  lines.map((line) => {
    const found = /^([^:.]{1,40}): (\S.*)$/u.exec(line);
    return found ? { kind: 'fact', name: found[1]!, value: found[2]! } : { kind: 'paragraph', text: line };
  });
