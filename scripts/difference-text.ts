import type { Difference } from '@/lib/domain/call-scripts/replay';

/** How a replayed call differs, as one line for a developer: by the names the chart gives. */
export function differenceText(difference: Difference): string {
  switch (difference.kind) {
    case 'stops': {
      const missing = difference.missing.length > 0 ? `, missing ${difference.missing.join(', ')}` : '';
      return `would stop at ${difference.step}: ${difference.event} is not accepted${missing}`;
    }
    case 'endsElsewhere':
      return `would end in ${difference.after} instead of ${difference.before}`;
    case 'hasAnotherRoute':
      return `would take route ${difference.after ?? 'none'} instead of ${difference.before ?? 'none'}`;
    case 'writesOtherRecords':
      return `would write [${difference.after.join('; ')}] instead of [${difference.before.join('; ')}]`;
  }
}
