import type { Spread } from './statistics';

/** One measured figure beside the baseline of the same run. */
export type Finding = {
  /** Short and in the words of the product, as a row of the table begins. */
  what: string;
  unit: string;
  /** Of the rounds. */
  value: Spread;
  /** What the finding says when that is not the median of the rounds, such as a percentile of all samples together. */
  overall?: number;
  baseline?: { what: string; value: Spread };
  /** Value by baseline, pair by pair. */
  ratio?: Spread;
  goal: string;
  /** Null: printed for comparison, no goal of its own. */
  isMet: boolean | null;
};

const digitsOf = (value: number) => (value >= 100 ? 0 : value >= 10 ? 1 : 2);
const inDigits = (value: number) => value.toFixed(digitsOf(Math.abs(value)));

/** A figure with the least and the most of its rounds. */
const shown = ({ median, min, max }: Spread, unit: string, figure = median) =>
  `${inDigits(figure)} ${unit} (${inDigits(min)}–${inDigits(max)})`.replace(' ×', '×');

const verdict = (isMet: boolean | null) => (isMet === null ? '—' : isMet ? 'met' : 'MISSED');

export function describeFinding({
  what,
  unit,
  value,
  overall,
  baseline,
  ratio,
  goal,
  isMet,
}: Finding): string {
  return [
    `${what}: ${shown(value, unit, overall)}`,
    baseline && `  ${baseline.what}: ${shown(baseline.value, unit)}`,
    ratio && `  ratio: ${shown(ratio, '×')}`,
    `  goal: ${goal}: ${verdict(isMet)}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** For the README. A figure is the median of its rounds, unless its row says of how many samples it is a percentile. */
export function tableOf(findings: readonly Finding[]): string {
  const rows = findings.map(({ what, unit, value, overall, baseline, ratio, goal, isMet }) => [
    what,
    shown(value, unit, overall),
    baseline ? `${baseline.what}: ${shown(baseline.value, unit)}` : '—',
    ratio ? shown(ratio, '×') : '—',
    goal,
    verdict(isMet),
  ]);
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(['measured', 'figure (least–most of its rounds)', 'baseline of the same run', 'ratio', 'goal', '']),
    line(['---', '---', '---', '---', '---', '---']),
    ...rows.map(line),
  ].join('\n');
}
