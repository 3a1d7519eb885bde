// Preloaded into a console whose clock a journey moves.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { moveClock } from './move-clock.mjs';

const freshMs = 50;
const { DATA_DIR } = process.env;
let ahead = 0;
let readAt = Number.NEGATIVE_INFINITY;

function aheadMs() {
  if (performance.now() - readAt < freshMs) return ahead;
  readAt = performance.now();
  try {
    ahead = Number(readFileSync(path.join(DATA_DIR, 'clock-ahead'), 'utf8'));
  } catch {
    // Not moved yet.
  }
  return ahead;
}

if (DATA_DIR) moveClock(aheadMs);
