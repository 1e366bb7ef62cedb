/** What a notice says happened. Source: RFC 3464 (the first three), RFC 8098. */
export type NoticeKind = 'delivered' | 'delayed' | 'failed' | 'displayed' | 'processed';

/** One thing said, of a message to one of these addresses (lower case). `processed` with a code: refused by a software. */
export type Said = { kind: NoticeKind; code: string | null; recipients: string[] };
