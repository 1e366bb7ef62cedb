import type { CallClient, CallState } from '../../src/features/call/call-state.ts';
import { createCallClient } from '../../src/features/call/client/create-call-client.ts';

declare global {
  interface Window {
    callClient: CallClient;
    callState: () => CallState;
  }
}

/** The client alone, without the product's screens: a test speaks to it, and every track that it gives is drawn. */
const client = createCallClient();
window.callClient = client;
window.callState = client.snapshot;

function draw(): void {
  const wanted = new Map<string, MediaStreamTrack>();
  for (const [participantId, tracks] of client.snapshot().tracks)
    for (const [source, track] of Object.entries(tracks)) wanted.set(`${participantId} ${source}`, track);
  for (const video of document.querySelectorAll('video')) {
    const track = (video.srcObject as MediaStream).getVideoTracks()[0];
    if (wanted.get(video.title) === track) wanted.delete(video.title);
    else video.remove();
  }
  for (const [name, track] of wanted) {
    const video = document.createElement('video');
    video.title = name;
    video.muted = true;
    video.autoplay = true;
    video.height = 90;
    video.srcObject = new MediaStream([track]);
    document.body.append(video);
  }
}
client.subscribe(draw);
