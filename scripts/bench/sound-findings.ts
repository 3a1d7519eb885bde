import type { Finding } from './finding';
import { percentile, ratios, spreadOf } from './statistics';

/** p50 and p95 of all samples beside the bare phone's; rounds pair by pair. */
export function soundFindings(
  what: string,
  { ours, bare }: { ours: readonly number[][]; bare: readonly number[][] },
): Finding[] {
  return [0.5, 0.95].map((share) => {
    const of = (rounds: readonly number[][]) => rounds.map((round) => percentile(round, share));
    const all = ours.flat();
    return {
      what: `${what}, p${share * 100} of ${all.length} samples`,
      unit: 'ms',
      value: spreadOf(of(ours)),
      overall: percentile(all, share),
      baseline: { what: 'the SDK alone', value: spreadOf(of(bare)) },
      ratio: spreadOf(ratios(of(ours), of(bare))),
      goal: 'stated',
      isMet: null,
    };
  });
}
