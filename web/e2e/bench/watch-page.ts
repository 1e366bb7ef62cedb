/** What the script in the page keeps: milliseconds since the click that joins; null until it happened. */
export type Watched = { audio: number | null; video: number | null };

declare global {
  interface Window {
    watchedJoin?: Watched;
  }
}

/**
 * Runs in the page before anything else: from the click on « Rejoindre », asks every connection until sound that was
 * really received has been played, and until a picture has been decoded.
 */
export function watchJoin(): void {
  const peers: RTCPeerConnection[] = [];
  const Real = globalThis.RTCPeerConnection;
  class Watching extends Real {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      peers.push(this);
    }
  }
  Object.assign(globalThis, { RTCPeerConnection: Watching });
  const read = async (began: number, seen: Watched): Promise<void> => {
    const reports = await Promise.all(
      peers.filter(({ connectionState }) => connectionState !== 'closed').map((peer) => peer.getStats()),
    );
    for (const report of reports)
      for (const entry of [...report.values()] as Record<string, unknown>[]) {
        if (entry.type !== 'inbound-rtp') continue;
        const played = Number(entry.totalSamplesReceived ?? 0) - Number(entry.concealedSamples ?? 0);
        if (entry.kind === 'audio' && played > 0) seen.audio ??= performance.now() - began;
        if (entry.kind === 'video' && Number(entry.framesDecoded ?? 0) > 0) seen.video ??= performance.now() - began;
      }
  };
  addEventListener(
    'click',
    ({ target, timeStamp }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button?.textContent.trim() !== 'Rejoindre' || window.watchedJoin) return;
      const seen: Watched = { audio: null, video: null };
      window.watchedJoin = seen;
      const again = (): void =>
        void read(timeStamp, seen).then(() => {
          if (seen.audio === null || seen.video === null) setTimeout(again, 5);
        });
      again();
    },
    { capture: true },
  );
}
