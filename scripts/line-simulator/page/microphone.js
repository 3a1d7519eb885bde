import { ask } from './ask.js';
import { setText } from './keyed-list.js';
import { word } from './language.js';

const button = document.querySelector('#microphone');
const hint = document.querySelector('#microphone-hint');
const problem = document.querySelector('#microphone-problem');
const speaker = new Audio();
let call = null;
/** The call the person at this page speaks in, and what to close when they stop. */
let talk = null;
let isStarting = false;

/** Shows whether the person may speak, or speaks, for the caller of the call that is looked at. */
export function showMicrophone(shown) {
  if (call?.sid !== shown.sid) setText(problem, '');
  call = shown;
  const isTalking = talk?.sid === call.sid;
  button.hidden = call.hasEnded;
  button.disabled = isStarting;
  setText(button, word(isTalking ? 'microphoneOff' : 'microphoneOn'));
  setText(hint, isTalking ? word('microphoneHint') : '');
}

/** Gives the microphone back when the call it is used in is over. */
export function followTalk(calls) {
  if (talk && calls.find(({ sid }) => sid === talk.sid)?.hasEnded !== false) stopTalking();
}

async function startTalking({ sid }) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true } });
  const connection = new RTCPeerConnection();
  const close = () => {
    connection.close();
    speaker.srcObject = null;
    for (const track of stream.getTracks()) track.stop();
  };
  try {
    for (const track of stream.getAudioTracks()) connection.addTrack(track, stream);
    connection.addEventListener('track', ({ track }) => {
      speaker.srcObject = new MediaStream([track]);
      void speaker.play();
    });
    await connection.setLocalDescription();
    const { sdp } = await ask('POST', `calls/${sid}/microphone`, { sdp: connection.localDescription.sdp });
    await connection.setRemoteDescription({ type: 'answer', sdp });
    talk = { sid, close };
  } catch (error) {
    close();
    throw error;
  }
}

function stopTalking() {
  const { sid, close } = talk;
  talk = null;
  close();
  ask('DELETE', `calls/${sid}/microphone`).catch(() => {});
}

button.addEventListener('click', async () => {
  setText(problem, '');
  const isTalkingHere = talk?.sid === call.sid;
  if (talk) stopTalking();
  if (!isTalkingHere) {
    isStarting = true;
    showMicrophone(call);
    try {
      await startTalking(call);
    } catch (error) {
      setText(problem, word('microphoneRefused', { problem: error.message }));
    }
    isStarting = false;
  }
  showMicrophone(call);
});
