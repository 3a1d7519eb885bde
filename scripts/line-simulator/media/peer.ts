import { MediaStreamTrack, RTCPeerConnection, RTCRtpCodecParameters, RtpHeader, RtpPacket } from 'werift';
import { FRAME_SAMPLES, type Frame, SAMPLES_PER_SECOND } from './frame.ts';
import { decodeMuLaw, encodeMuLaw } from './mu-law.ts';

/** One end of a browser's sound connection. */
export type Peer = {
  /** Answers an offer, the first or a later one; the answer carries all candidates. Throws when it is not for µ-law. */
  answer(offer: string): Promise<string>;
  /** Offers a connection, or a new way for the one that stands; the offer carries all candidates. */
  offer(): Promise<string>;
  /** Takes the other end's answer to the offer. */
  accept(answer: string): Promise<void>;
  /** Sends 20 ms of sound; nothing happens before the connection stands. */
  send(frame: Frame): void;
  close(): void;
};

export type PeerEvents = {
  onSound(samples: Int16Array): void;
  onKey(key: string): void;
  /** The connection broke or was closed by the other end. */
  onLost(): void;
};

const PCMU = 0;
const TELEPHONE_EVENT = 101;
const KEYS = '0123456789*#ABCD';
const MU_LAW_SOUND = /^m=audio [1-9]\d* \S+ 0\b/m;
const LOOPBACK = '127.0.0.1';

/** Opens a peer that speaks G.711 µ-law and understands keys pressed; nothing else is ever negotiated. */
export function openPeer(events: PeerEvents): Peer {
  const connection = new RTCPeerConnection({
    iceServers: [],
    iceUseIpv6: false,
    iceUseTcp: false,
    // A browser that may not show its addresses reaches this one on a machine without a network, too.
    iceAdditionalHostAddresses: [LOOPBACK],
    codecs: {
      audio: [codec('audio/PCMU', PCMU), codec('audio/telephone-event', TELEPHONE_EVENT)],
      video: [],
    },
  });
  const track = new MediaStreamTrack({ kind: 'audio' });
  const transceiver = connection.addTransceiver(track, { direction: 'sendrecv' });
  let sequenceNumber = Math.floor(Math.random() * 0x10000);
  let timestamp = Math.floor(Math.random() * 0xffffffff);
  let lastKeyAt = -1;
  let isClosed = false;

  function lose() {
    if (!isClosed) events.onLost();
  }
  connection.onTrack.subscribe((received) => {
    received.onReceiveRtp.subscribe(({ header, payload }) => {
      if (header.payloadType === PCMU) return events.onSound(decodeMuLaw(payload));
      // An event is repeated for as long as the key is held; its time stamp stays.
      const key = KEYS[payload[0] ?? KEYS.length];
      if (key === undefined || header.timestamp === lastKeyAt) return;
      lastKeyAt = header.timestamp;
      events.onKey(key);
    });
  });
  connection.connectionStateChange.subscribe((state) => {
    if (state === 'failed' || state === 'closed' || state === 'disconnected') lose();
  });

  const describe = async (description: Awaited<ReturnType<typeof connection.createOffer>>) => {
    await connection.setLocalDescription(description);
    await gathered(connection);
    return connection.localDescription!.sdp;
  };
  return {
    async answer(offer) {
      await connection.setRemoteDescription({ type: 'offer', sdp: offer });
      const answer = await connection.createAnswer();
      if (!MU_LAW_SOUND.test(answer.sdp)) throw new Error('The offer is not for sound in G.711 µ-law');
      const description = await describe(answer);
      startIceAgain(connection, lose);
      return description;
    },
    async offer() {
      return describe(
        await connection.createOffer({ iceRestart: connection.connectionState === 'connected' }),
      );
    },
    async accept(answer) {
      await connection.setRemoteDescription({ type: 'answer', sdp: answer });
      startIceAgain(connection, lose);
    },
    send(frame) {
      sequenceNumber = (sequenceNumber + 1) & 0xffff;
      timestamp = (timestamp + FRAME_SAMPLES) >>> 0;
      const header = new RtpHeader({
        payloadType: PCMU,
        sequenceNumber,
        timestamp,
        ssrc: transceiver.sender.ssrc,
      });
      if (connection.connectionState === 'connected')
        track.writeRtp(new RtpPacket(header, encodeMuLaw(frame)));
    },
    close() {
      isClosed = true;
      void connection.close();
    },
  };
}

function codec(mimeType: string, payloadType: number): RTCRtpCodecParameters {
  return new RTCRtpCodecParameters({ mimeType, payloadType, clockRate: SAMPLES_PER_SECOND, channels: 1 });
}

// werift leaves this out for a connection whose encryption stands already: it would take in sound and send none.
function startIceAgain(connection: RTCPeerConnection, onFailed: () => void): void {
  const [ice] = connection.iceTransports;
  if (connection.connectionState === 'connected' && ice?.connection.nominated === undefined)
    ice?.start().catch(onFailed);
}

function gathered(connection: RTCPeerConnection): Promise<void> {
  if (connection.iceGatheringState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    const { unSubscribe } = connection.iceGatheringStateChange.subscribe((state) => {
      if (state !== 'complete') return;
      unSubscribe();
      resolve();
    });
  });
}
