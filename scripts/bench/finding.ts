import type { Spread } from './statistics';

/** One measured figure beside the baseline of the same run. */
export type Finding = {
  /** Short and in the words of the product, as a row of the table begins. */
  what: string;
  unit: string;
  value: Spread;
  baseline?: { what: string; value: Spread };
  /** Value by baseline, pair by pair. */
  ratio?: Spread;
  goal: string;
  /** Null: printed for comparison, no goal of its own. */
  isMet: boolean | null;
};

const digitsOf = (value: number) => (value >= 100 ? 0 : value >= 10 ? 1 : 2);
const inDigits = (value: number) => value.toFixed(digitsOf(Math.abs(value)));

export const shown = (spread: Spread, unit: string) =>
  `${inDigits(spread.median)} ${unit} (${inDigits(spread.min)}–${inDigits(spread.max)})`.replace(' ×', '×');

export const verdict = (isMet: boolean | null) => (isMet === null ? '—' : isMet ? 'met' : 'MISSED');

export function describeFinding({ what, unit, value, baseline, ratio, goal, isMet }: Finding): string {
  return [
    `${what}: ${shown(value, unit)}`,
    baseline && `  ${baseline.what}: ${shown(baseline.value, unit)}`,
    ratio && `  ratio: ${shown(ratio, '×')}`,
    `  goal: ${goal}: ${verdict(isMet)}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** For the README: median (min–max) of every figure. */
export function tableOf(findings: readonly Finding[]): string {
  const rows = findings.map(({ what, unit, value, baseline, ratio, goal, isMet }) => [
    what,
    shown(value, unit),
    baseline ? `${baseline.what}: ${shown(baseline.value, unit)}` : '—',
    ratio ? shown(ratio, '×') : '—',
    goal,
    verdict(isMet),
  ]);
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(['measured', 'median (min–max)', 'baseline of the same run', 'ratio', 'goal', '']),
    line(['---', '---', '---', '---', '---', '---']),
    ...rows.map(line),
  ].join('\n');
}
