import { z } from 'zod';

/** What of a step's calls is asked for. `unfinished`: the conversation still stands there. */
export const stayFigures = ['all', 'brokenOff', 'unfinished'] as const;
export type StayFigure = (typeof stayFigures)[number];

const stepTrafficSchema = z.object({
  step: z.string(),
  /** How many calls came here. */
  calls: z.number(),
  /** How often: a step gone back to is visited again. */
  visits: z.number(),
  /** Of the visits that were left again; null when there was none. */
  medianSeconds: z.number().nullable(),
  ninetiethSeconds: z.number().nullable(),
  /** Calls whose caller hung up here. */
  brokenOff: z.number(),
  /** Calls whose conversation still stands here. */
  unfinished: z.number(),
});
export type StepTraffic = z.output<typeof stepTrafficSchema>;

const wayTrafficSchema = z.object({
  step: z.string(),
  event: z.string(),
  /** The number of the answer; null for what is no numbered answer. */
  answer: z.number().nullable(),
  nextStep: z.string(),
  calls: z.number(),
  /** Of the calls that came to the step, from 0 to 1. */
  share: z.number(),
});
export type WayTraffic = z.output<typeof wayTrafficSchema>;

const versionTraffic = z.object({ version: z.number(), calls: z.number() });

/** How the calls of a period went through one version of a chart. */
export const trafficSchema = z.object({
  period: z.object({ from: z.string(), until: z.string() }),
  machineVersion: z.number(),
  /** Null: whichever words were spoken. */
  wordingVersion: z.number().nullable(),
  calls: z.number(),
  steps: z.array(stepTrafficSchema),
  ways: z.array(wayTrafficSchema),
  /** How often a caller said what no answer lists, by step; null for who may not read it. */
  unlistedAnswers: z.record(z.string(), z.number()).nullable(),
  /** Which versions led calls of the period; of the chart those that are kept, newest first. */
  machineVersions: z.array(versionTraffic),
  wordingVersions: z.array(versionTraffic),
  /** Older calls are still being measured: figures of the past will grow. */
  isMeasuring: z.boolean(),
  may: z.object({ openCalls: z.boolean() }),
});
export type Traffic = z.output<typeof trafficSchema>;
