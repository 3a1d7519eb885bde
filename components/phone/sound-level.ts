const quietestDb = -60;

/** Loudness of some samples (-1…1) from 0, silence, to 100, as loud as they can be, by the ear's own scale. */
export function levelOf(samples: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < samples.length; index += 1) sum += samples[index]! ** 2;
  const loudness = Math.sqrt(sum / Math.max(1, samples.length));
  if (loudness === 0) return 0;
  const db = 20 * Math.log10(loudness);
  return Math.round(Math.min(100, Math.max(0, ((db - quietestDb) / -quietestDb) * 100)));
}
