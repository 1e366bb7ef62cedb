/** A short soft note, to hear whether the loudspeakers work. */
export function playNote(): void {
  const audio = new AudioContext();
  const note = audio.createOscillator();
  const volume = audio.createGain();
  note.frequency.value = 440;
  volume.gain.setValueAtTime(0.2, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.8);
  note.connect(volume).connect(audio.destination);
  note.addEventListener('ended', () => void audio.close());
  note.start();
  note.stop(audio.currentTime + 0.8);
}
