import type { Call } from '../line/call.ts';
import type { Exchange } from './exchange.ts';
import { FRAME_MS, FRAME_SAMPLES } from './frame.ts';

/** What the person at this end hears from now on for that long; shorter when the call ends. */
export function hearFor(exchange: Exchange, call: Call, durationMs: number): Promise<Int16Array> {
  const heard = new Int16Array(Math.ceil(durationMs / FRAME_MS) * FRAME_SAMPLES);
  let length = 0;
  return new Promise((resolve) => {
    const finish = () => {
      stop();
      call.onEnded.delete(finish);
      resolve(heard.subarray(0, length));
    };
    const stop = exchange.listen(call, (frame) => {
      heard.set(frame, length);
      length += frame.length;
      if (length === heard.length) finish();
    });
    call.onEnded.add(finish);
  });
}
