/** Links that one address may send in a minute: enough for a meeting, too little to fill mailboxes. */
export const guestRate = { perMinute: 30 };

/** A link may be tried this often from one address: its token cannot be guessed, and nobody gets to try. */
export const linkRate = { perMinute: 60 };

/** Samples that one address may exchange in a minute: a whole hospital may test from one. */
export const sampleRate = { perMinute: 300 };
