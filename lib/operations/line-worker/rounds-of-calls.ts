import { minuteMs } from '@/lib/domain/duration';
import { playMusicAgain } from '@/lib/operations/calls/play-music-again';
import { reconcileCalls } from '@/lib/operations/calls/reconcile-calls';
import { writingUnheardCalls } from '@/lib/operations/calls/write-unheard-calls';
import type { Round, RunningParts } from './round';

/** Callers whose line was left without music, calls that the line tells nothing of, and those it could not tell us of. */
export function roundsOfCalls({ telephony, signal, report }: RunningParts): Round[] {
  const onProblem = (callId: string, error: unknown) => report(`reconcile ${callId}`, error);
  const writeUnheard = writingUnheardCalls(telephony);
  return [
    { what: 'music', everyMs: 5000, act: playMusicAgain, first: playMusicAgain },
    {
      what: 'reconcile',
      everyMs: 10_000,
      act: (context) => reconcileCalls(context, { telephony, onProblem, signal }),
      first: (context) => reconcileCalls(context, { telephony, since: context.now(), onProblem, signal }),
    },
    { what: 'unheard calls', everyMs: minuteMs, act: writeUnheard, first: writeUnheard },
  ];
}
