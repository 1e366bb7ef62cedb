import { proSanteConnectPath } from '@concertation/shared/contracts';

/** Where the window of a proof tells the one that asked for it. */
const channelName = 'concertation.proof';

/** The address that begins a proof by Pro Santé Connect, in a window of its own: this one keeps what is typed. */
export const proofWindowAddress = `${proSanteConnectPath}?purpose=prove`;

/** Says that the proof was given. */
export function announceProof(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('proved');
  channel.close();
}

/** Listens for it, until the returned function is called. What is told opens nothing: the server knows who proved what. */
export function onProofElsewhere(listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', listener);
  return () => channel.close();
}
