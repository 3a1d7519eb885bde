import type { Call } from '../line/call.ts';
import type { Line } from '../line/line.ts';
import { connectSound } from './connect-sound.ts';

const inUse = new WeakMap<Call, () => void>();

/** Gives one end of the line to a person at a browser, by their description of the sound; answers with the line's own. */
export async function connectMicrophone(line: Line, call: Call, offer: string): Promise<string> {
  disconnectMicrophone(call);
  const sound = connectSound(line, call, () => close());
  const close = () => {
    if (inUse.get(call) === close) inUse.delete(call);
    call.onEnded.delete(close);
    sound.close();
  };
  inUse.set(call, close);
  call.onEnded.add(close);
  try {
    return await sound.answer(offer);
  } catch (error) {
    close();
    throw new RangeError('The description of the sound could not be applied', { cause: error });
  }
}

export function disconnectMicrophone(call: Call): void {
  inUse.get(call)?.();
}
