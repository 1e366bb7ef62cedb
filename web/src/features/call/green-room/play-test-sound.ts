/** Three soft notes, in hertz. */
const notes = [523.25, 659.25, 783.99];
/** Seconds of each. */
const length = 0.28;

type Routed = AudioContext & { setSinkId?: (deviceId: string) => Promise<void> };

/** Plays three notes on a sound output (null: the system's own), where the browser lets one choose. */
export async function playTestSound(speaker: string | null): Promise<void> {
  const audio: Routed = new AudioContext();
  // An output that has gone falls back on the system's.
  if (speaker !== null) await audio.setSinkId?.(speaker).catch(() => undefined);
  const end = notes.reduce((start, frequency) => {
    const tone = new OscillatorNode(audio, { frequency });
    const volume = new GainNode(audio, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.25, start + 0.03);
    volume.gain.linearRampToValueAtTime(0, start + length);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + length);
    return start + length;
  }, audio.currentTime + 0.05);
  setTimeout(() => void audio.close(), (end - audio.currentTime + 0.5) * 1000);
}
