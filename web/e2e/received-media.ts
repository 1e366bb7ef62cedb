import type { BrowserContext, Page } from '@playwright/test';

/** What a page's connections carry now, added up over everything it receives. */
export type Received = {
  audioEnergy: number;
  /** By height of the images decoded, tracks in no order. */
  videos: { height: number; frames: number }[];
  protocols: string[];
  /** How this side reaches the server: `host`, or `relay` through TURN. */
  paths: string[];
};

/** Remembers every connection of a page, and asks the browser for a sound that is not cleaned of its fake beeps. */
export async function watchMedia(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const peers: RTCPeerConnection[] = [];
    Object.assign(window, { peers });
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(...given: ConstructorParameters<typeof RTCPeerConnection>) {
        super(...given);
        peers.push(this);
      }
    };
    const { mediaDevices } = navigator;
    const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = (asked) => {
      const raw = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
      const audio = typeof asked?.audio === 'object' ? { ...asked.audio, ...raw } : asked?.audio;
      return getUserMedia({ ...asked, ...(audio === undefined ? {} : { audio }) });
    };
  });
}

/** What a page receives since it was opened. Its context must have been given to watchMedia before. */
export function receivedMedia(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    const { peers } = window as unknown as { peers: RTCPeerConnection[] };
    const living = peers.filter(({ connectionState }) => connectionState !== 'closed');
    const reports = await Promise.all(living.map((peer) => peer.getStats()));
    const all = reports.flatMap((report) => [...report.values()] as Record<string, unknown>[]);
    // The server measures the path with packets of its own, which are nobody's video.
    const inbound = all.filter(({ type, mid }) => type === 'inbound-rtp' && mid !== 'probator');
    const voices = inbound.filter(({ kind }) => kind === 'audio');
    const faces = inbound.filter(({ kind }) => kind === 'video');
    const local = all
      .filter(({ type, nominated }) => type === 'candidate-pair' && nominated === true)
      .map(({ localCandidateId }) => all.find(({ id }) => id === localCandidateId));
    return {
      audioEnergy: voices.reduce((sum, { totalAudioEnergy }) => sum + Number(totalAudioEnergy ?? 0), 0),
      videos: faces.map(({ frameHeight, framesDecoded }) => ({
        height: Number(frameHeight ?? 0),
        frames: Number(framesDecoded ?? 0),
      })),
      protocols: local.map((candidate) => String(candidate?.protocol)),
      paths: local.map((candidate) => String(candidate?.candidateType)),
    };
  });
}

/** A browser behind a firewall that lets out nothing but what goes through the relay. Runs in the page. */
export function relayOnly(): void {
  const Real = RTCPeerConnection;
  class Relayed extends Real {
    constructor(configuration: RTCConfiguration = {}) {
      super({ ...configuration, iceTransportPolicy: 'relay' });
    }
  }
  Object.assign(globalThis, { RTCPeerConnection: Relayed });
}
