// Counts in a worker, whose clock browsers do not slow down while its tab is hidden. Told a length in ms, it says so each time it is over.
addEventListener('message', ({ data }) => {
  setInterval(() => postMessage(null), data);
});
