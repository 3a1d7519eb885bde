// Runs in the page before its own scripts: tells when something is first heard over the wire, by the page's own clock (epoch ms).
(() => {
  const audible = 0.02;
  const analysers = new Set();
  const Connection = globalThis.RTCPeerConnection;
  let context;
  globalThis.RTCPeerConnection = class extends Connection {
    constructor(configuration) {
      super(configuration);
      this.addEventListener('track', ({ track }) => {
        context ??= new AudioContext();
        const analyser = context.createAnalyser();
        analyser.fftSize = 256;
        context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
        analysers.add(analyser);
        this.addEventListener('connectionstatechange', () => {
          if (this.connectionState === 'closed' || this.connectionState === 'failed')
            analysers.delete(analyser);
        });
      });
    }
  };
  const samples = new Float32Array(256);
  const isHeard = () =>
    [...analysers].some((analyser) => {
      analyser.getFloatTimeDomainData(samples);
      return samples.some((sample) => Math.abs(sample) > audible);
    });
  /** Silent first: what is still heard of the call before does not count. */
  globalThis.heardAt = () =>
    new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        clearInterval(look);
        reject(new Error('nothing was heard within 15 s'));
      }, 15_000);
      const look = setInterval(() => {
        if (!isHeard()) return;
        clearTimeout(giveUp);
        clearInterval(look);
        resolve(performance.timeOrigin + performance.now());
      }, 4);
    });
  globalThis.forgetSound = () => analysers.clear();
})();
