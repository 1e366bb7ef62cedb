/** From so many people inside, one comes in muted unless one says otherwise. */
const crowd = 6;

/** Whether the microphone is closed on arrival, by how many are already inside. Source: SC-88. */
export function startsMuted(inside: number): boolean {
  return inside >= crowd;
}
