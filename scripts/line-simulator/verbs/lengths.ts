import type { XmlElement } from '../twiml/xml.ts';

const SAY_MS_PER_CHARACTER = 65;
const SHORTEST_SAY_MS = 800;
const MOST_LOOPS = 1_000;

/** How long synthesized speech of that text takes, roughly. */
export function sayMs(text: string): number {
  return Math.max(SHORTEST_SAY_MS, text.length * SAY_MS_PER_CHARACTER);
}

export function pauseMs(pause: XmlElement): number {
  return Math.max(1, Number(pause.attributes.length ?? 1)) * 1000;
}

/** `loop="0"` means until the call ends. */
export function loopsOf(verb: XmlElement): number {
  const loop = Number(verb.attributes.loop ?? 1);
  return loop === 0 ? MOST_LOOPS : Math.min(MOST_LOOPS, loop);
}
