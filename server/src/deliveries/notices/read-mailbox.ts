import { eq } from 'drizzle-orm';
import { ImapFlow } from 'imapflow';
import { mailboxCursors } from '@concertation/schema';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import type { Logger } from '../../lib/index.ts';
import { applyNotice } from './apply-notice.ts';
import { mostNoticeBytes, parseNotice } from './parse-notice.ts';

type TlsOptions = { minVersion: 'TLSv1.2'; rejectUnauthorized: true; ca?: Buffer; pfx?: Buffer; passphrase?: string };
export type MailboxNeeds = { database: Database; audit: Audit; log: Logger; url: string; tls: TlsOptions };

/** Mails read at each turn; the next turn is a minute later. */
const mostMails = 200;
const withinMs = 20_000;

function connect({ url, tls, log }: MailboxNeeds): ImapFlow {
  const { protocol, hostname, port, username, password } = new URL(url);
  const isEncrypted = protocol === 'imaps:';
  const client = new ImapFlow({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (isEncrypted ? 993 : 143),
    secure: isEncrypted,
    // Never in clear: a mailbox of notices names who treats whom.
    ...(isEncrypted ? {} : { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    tls,
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: withinMs,
    greetingTimeout: withinMs,
    socketTimeout: withinMs,
    maxLiteralSize: 4 * mostNoticeBytes,
    maxResponseSize: 16 * mostNoticeBytes,
  });
  // Told to who awaits a command too; without a listener it would end the process.
  client.on('error', (error) => log.debug({ err: error }, 'secure mailbox'));
  return client;
}

/** The mails that came since the last turn, oldest first: their numbers, from where a mailbox made anew is read again. */
async function newMails({ database }: MailboxNeeds, client: ImapFlow, mailbox: string, validity: bigint) {
  const [cursor] = await database.db.select().from(mailboxCursors).where(eq(mailboxCursors.mailbox, mailbox));
  const last = cursor?.validity === validity ? cursor.lastUid : 0;
  const uids: number[] = [];
  for await (const { uid } of client.fetch(`${last + 1}:*`, { uid: true }, { uid: true }))
    // `*` is the last mail, even where its number is lower than where we begin.
    if (uid > last) uids.push(uid);
  return uids.toSorted((a, b) => a - b).slice(0, mostMails);
}

async function readOne(needs: MailboxNeeds, client: ImapFlow, at: { mailbox: string; validity: bigint; uid: number }) {
  const { mailbox, validity, uid } = at;
  const source = { maxLength: mostNoticeBytes };
  const mail = await client.fetchOne(String(uid), { uid: true, source }, { uid: true });
  const parsed = mail && mail.source ? await parseNotice(mail.source) : null;
  return needs.database.transaction(async (tx) => {
    const place = { validity, lastUid: uid };
    await tx
      .insert(mailboxCursors)
      .values({ mailbox, ...place })
      .onConflictDoUpdate({ target: mailboxCursors.mailbox, set: place });
    const noticeId = parsed?.noticeId ?? `${mailbox};${validity};${uid}`;
    return parsed !== null && (await applyNotice(tx, needs, { ...parsed, noticeId }));
  });
}

/**
 * Reads the notices that came back since the last turn, and leaves every mail as it is. Other mails are counted, never
 * quoted. Throws what keeps it from reading. Rule DLV-8.
 */
export async function readMailbox(needs: MailboxNeeds): Promise<{ notices: number; others: number }> {
  const client = connect(needs);
  const counted = { notices: 0, others: 0 };
  try {
    await client.connect();
    const { uidValidity } = await client.mailboxOpen('INBOX', { readOnly: true });
    const { username, hostname } = new URL(needs.url);
    const mailbox = `${username}@${hostname}/INBOX`;
    for (const uid of await newMails(needs, client, mailbox, uidValidity))
      counted[(await readOne(needs, client, { mailbox, validity: uidValidity, uid })) ? 'notices' : 'others'] += 1;
    await client.logout();
  } finally {
    client.close();
  }
  return counted;
}
