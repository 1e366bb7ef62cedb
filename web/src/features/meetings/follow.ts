/** Where somebody looks in a meeting: with everyone, or at a case of their own choice. */
export type Gaze = { following: true } | { following: false; presentationId: string };

type Listed = { presentationId: string };

/** Everyone follows when they come in. */
export const followMeeting: Gaze = { following: true };

/** Choosing the case being discussed is following; choosing any other is looking elsewhere. */
export function lookAt(presentationId: string, currentPresentationId: string | null): Gaze {
  return presentationId === currentPresentationId ? followMeeting : { following: false, presentationId };
}

/**
 * The case on this person's screen; null when they follow and nothing is being discussed yet.
 * Somebody who looked at a case that left the list follows again: no screen may show a case that is not listed.
 */
export function shownPresentation<Line extends Listed>(
  gaze: Gaze,
  currentPresentationId: string | null,
  presentations: readonly Line[],
): Line | null {
  const find = (id: string | null): Line | null => presentations.find((line) => line.presentationId === id) ?? null;
  return (gaze.following ? null : find(gaze.presentationId)) ?? find(currentPresentationId);
}

/**
 * What the screen says about following:
 * `waiting` nothing is discussed yet; `following`; `same` the free choice happens to be the case being discussed;
 * `elsewhere` another one is.
 */
export type FollowStatus = 'waiting' | 'following' | 'same' | 'elsewhere';

export function followStatus(
  gaze: Gaze,
  currentPresentationId: string | null,
  presentations: readonly Listed[],
): FollowStatus {
  if (gaze.following || !presentations.some((line) => line.presentationId === gaze.presentationId)) {
    return currentPresentationId === null ? 'waiting' : 'following';
  }
  return gaze.presentationId === currentPresentationId ? 'same' : 'elsewhere';
}
