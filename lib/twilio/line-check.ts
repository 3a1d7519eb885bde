import type { Device } from '@twilio/voice-sdk';
import type { CheckLine } from '@/lib/domain/phones/agent-phone';
import type { LineReport } from '@/lib/domain/phones/line-quality';
import { deviceOptions, loadSdk } from './voice-sdk';

/** Ten seconds of music, and as long again for getting there and back. */
const patienceMs = 30_000;
/** Twilio's codes: nothing connected in time; the sound did not come through. */
const noConnection = 53_000;
const noSound = 53_405;

type Sample = { bytesReceived: number; jitter: number; rtt: number };
/** What of the SDK's report is read, which it describes as `any`. */
type Report = {
  stats?: { mos: { average: number }; rtt: { average: number }; jitter: { average: number } };
  samples: Sample[];
  totals?: { bytesReceived: number; packetsLostFraction: number };
  selectedIceCandidatePairStats?: { localCandidate: { candidateType?: string; protocol?: string } };
  isTurnRequired?: boolean;
};

/**
 * A test call to our own TwiML app, which plays music and hangs up (the SDK's preflight test). `done` rejects with `{ code }`
 * as a call of the browser phone does. In the browser only.
 */
export const checkLine: CheckLine = ({ token, standIn }) => {
  let stop = () => {};
  const done = new Promise<LineReport>((resolve, reject) => {
    let isOver = false;
    const fail = (code: number) => {
      isOver = true;
      clearTimeout(timer);
      reject({ code });
    };
    const timer = setTimeout(() => {
      fail(noConnection);
      stop();
    }, patienceMs);
    stop = () => fail(0);
    loadSdk(standIn).then(
      (sdk) => {
        if (isOver) return;
        const options = deviceOptions(standIn);
        const deviceFactory = class extends sdk.Device {
          constructor(given: string, of: Device.Options) {
            super(given, { ...of, ...options });
          }
        };
        const test = sdk.Device.runPreflight(token, { deviceFactory } as object);
        test.on('completed', (report: Report) => {
          clearTimeout(timer);
          if ((report.totals?.bytesReceived ?? 0) > 0) resolve(reportOf(report));
          else reject({ code: noSound });
        });
        test.on('failed', ({ code }: { code?: number }) => {
          clearTimeout(timer);
          reject({ code: code ?? 0 });
        });
        stop = () => {
          isOver = true;
          test.stop();
        };
      },
      () => fail(noConnection),
    );
  });
  return { done, stop: () => stop() };
};

function reportOf({
  stats,
  samples,
  totals,
  selectedIceCandidatePairStats,
  isTurnRequired,
}: Report): LineReport {
  const local = selectedIceCandidatePairStats?.localCandidate;
  const route = !local ? null : isTurnRequired ? 'relay' : local.protocol === 'tcp' ? 'tcp' : 'direct';
  return {
    mos: measured(stats?.mos.average),
    rttMs: measured(stats?.rtt.average),
    jitterMs: measured(stats?.jitter.average ?? samples.at(-1)?.jitter),
    lossPercent: measured(totals?.packetsLostFraction),
    route,
  };
}

/** The SDK's averages are no number where a sample had none. */
const measured = (value: number | undefined) => (Number.isFinite(value) ? value! : null);
