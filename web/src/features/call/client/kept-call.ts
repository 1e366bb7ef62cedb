/** What a page that is loaded again needs to come back into its call by itself. */
export type KeptCall = { meetingId: string; microphone: 'muted' | 'live' | 'off'; camera: boolean };
type Kept = KeptCall & { seat: string | null; leftAt: number | null };

const place = 'concertation.call';
/** The server keeps a seat for so long. */
const keptMs = 20_000;

/**
 * Remembers the call of this tab, until the tab closes; null forgets it. `leftAt`: when the page went away, in
 * milliseconds: without it the call is still going on, and a copy of the tab must not take its seat.
 */
export function keepCall(call: Kept | null): void {
  try {
    if (call) sessionStorage.setItem(place, JSON.stringify(call));
    else sessionStorage.removeItem(place);
  } catch {
    // Comfort only: without storage, a page loaded again asks to join.
  }
}

function read(): Kept | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as Kept | null;
    return kept?.leftAt && Date.now() - kept.leftAt < keptMs ? kept : null;
  } catch {
    return null;
  }
}

/** The call in which this page was when it was loaded again, less than 20 seconds ago; null: none. */
export function keptCall(): KeptCall | null {
  const kept = read();
  return kept && { meetingId: kept.meetingId, microphone: kept.microphone, camera: kept.camera };
}

/** The seat to take back in this meeting; null: none is kept. */
export function keptSeat(meetingId: string): string | null {
  const kept = read();
  return kept?.meetingId === meetingId ? kept.seat : null;
}
