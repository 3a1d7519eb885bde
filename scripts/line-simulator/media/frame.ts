// Narrow-band telephone sound, as every part of the line hands it on: 16-bit samples, mono, 20 ms at a time.

export const SAMPLES_PER_SECOND = 8_000;
export const FRAME_MS = 20;
export const FRAME_SAMPLES = (SAMPLES_PER_SECOND * FRAME_MS) / 1000;

/** 20 ms of sound: `FRAME_SAMPLES` samples of -32768…32767. */
export type Frame = Int16Array;

/** Gives the next frame each time it is asked; it may go on forever. */
export type Source = () => Frame;

const SILENT = new Int16Array(FRAME_SAMPLES);

export const silence: Source = () => SILENT;
