/** What a test call of a browser phone measured. Times are milliseconds, null where the network did not tell. */
export type LineReport = {
  /** How well speech comes through, 1 to 4.5 (mean opinion score). */
  mos: number | null;
  rttMs: number | null;
  jitterMs: number | null;
  lossPercent: number | null;
  /** How the sound went: straight, through a relay (TURN), or over TCP. */
  route: 'direct' | 'relay' | 'tcp' | null;
};

const lineGrades = ['good', 'fair', 'bad'] as const;
export type LineGrade = (typeof lineGrades)[number];

const lineFaults = ['slow', 'uneven', 'lossy', 'relayed', 'overTcp', 'unclear'] as const;
/** What is wrong with a line, as far as somebody can do something about it. */
export type LineFault = (typeof lineFaults)[number];

/** Where the phone provider itself begins to warn (twilio.com/docs/voice/insights/api/call/details-sdk-call-quality-events). */
const warnedAt = { rttMs: 400, jitterMs: 30, lossPercent: 1, mos: 3 };
/** Above this the provider calls a line good or better. */
const goodMos = 3.7;

const exceeds = (value: number | null, limit: number) => value !== null && value > limit;

/**
 * What a test call says in words: bad where callers will complain, fair where words may get lost now and then or the sound
 * takes a detour.
 */
export function judgeLine(report: LineReport): { grade: LineGrade; faults: LineFault[] } {
  const { mos, rttMs, jitterMs, lossPercent, route } = report;
  const isUnclear = mos !== null && mos < warnedAt.mos;
  const measured: LineFault[] = [
    ...(exceeds(rttMs, warnedAt.rttMs) ? ['slow' as const] : []),
    ...(exceeds(jitterMs, warnedAt.jitterMs) ? ['uneven' as const] : []),
    ...(exceeds(lossPercent, warnedAt.lossPercent) ? ['lossy' as const] : []),
  ];
  const detours: LineFault[] = route === 'relay' ? ['relayed'] : route === 'tcp' ? ['overTcp'] : [];
  const unexplained: LineFault[] = isUnclear && measured.length === 0 ? ['unclear'] : [];
  const isBad = isUnclear || measured.length > 1;
  const isFair = measured.length > 0 || detours.length > 0 || (mos !== null && mos < goodMos);
  return {
    grade: isBad ? 'bad' : isFair ? 'fair' : 'good',
    faults: [...measured, ...unexplained, ...detours],
  };
}
