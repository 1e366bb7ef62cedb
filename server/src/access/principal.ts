/** Who acts: an account in one of its sessions. Everything shown of them comes from here. */
export type Principal = {
  accountId: string;
  /** The session's public name, for the audit and for closing sockets. */
  sessionId: string;
  name: string;
  specialty: string;
  /** The one meeting that a guest's session opens; null for an account. */
  guestOf: string | null;
};
