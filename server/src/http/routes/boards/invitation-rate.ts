/** Invitations that one address may send in a minute: enough to fill a board, too little to fill mailboxes. */
export const invitationRate = { perMinute: 30 };

/** A link may be tried this often from one address: its token cannot be guessed, and nobody gets to try. */
export const linkRate = { perMinute: 60 };
