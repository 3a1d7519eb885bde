// Runs in the page. An interaction is all events of one press; what took less than 16 ms counts as that.
{
  const leastMs = 16;
  const longest = new Map();
  const before = performance.interactionCount;
  const take = (entries) => {
    for (const { interactionId, duration } of entries) {
      if (interactionId > 0) longest.set(interactionId, Math.max(duration, longest.get(interactionId) ?? 0));
    }
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'event', durationThreshold: leastMs });
  globalThis.interactions = () => {
    take(observer.takeRecords());
    observer.disconnect();
    const quick = Math.max(0, performance.interactionCount - before - longest.size);
    return [...longest.values(), ...Array.from({ length: quick }, () => leastMs)];
  };
}
