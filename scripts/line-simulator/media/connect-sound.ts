import type { Call } from '../line/call.ts';
import type { Line } from '../line/line.ts';
import { openPeer, type Peer } from './peer.ts';
import { createVoiceQueue } from './voice-queue.ts';

/** The sound of one end of the line in a browser. */
export type SoundConnection = Peer & {
  /** When the browser's last sound came, epoch milliseconds; it sends silence, too, while it lives. */
  lastSoundAt(): number;
};

/** Opens a peer that is this call's voice and ear; keys pressed at it go to the verb that waits for them. */
export function connectSound(line: Line, call: Call, onLost: () => void): SoundConnection {
  const queue = createVoiceQueue();
  let lastSoundAt = line.clock.now();
  const peer = openPeer({
    onSound(samples) {
      lastSoundAt = line.clock.now();
      queue.push(samples);
    },
    onKey: (key) => call.takeDigits?.(key),
    onLost,
  });
  const fallSilent = line.exchange.speak(call, queue.take);
  const stopListening = line.exchange.listen(call, (frame) => peer.send(frame));
  return {
    ...peer,
    lastSoundAt: () => lastSoundAt,
    close() {
      fallSilent();
      stopListening();
      peer.close();
    },
  };
}
