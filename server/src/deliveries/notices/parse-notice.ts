import PostalMime, { type Email } from 'postal-mime';
import type { NoticeKind, Said } from './notice.ts';

/** Notices are small; what is longer brings back the message it speaks of, of which the beginning is enough. */
export const mostNoticeBytes = 256 * 1024;

const reports = ['message/delivery-status', 'message/disposition-notification'];
const returned = ['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers'];

const actions: Partial<Record<string, NoticeKind>> = {
  delivered: 'delivered',
  // Handed on, to where no notice comes from, or to several mailboxes: nobody has it yet.
  relayed: 'delayed',
  expanded: 'delayed',
  delayed: 'delayed',
  failed: 'failed',
};

/** A part as text; null for a type that is not among these. */
function partsOf(email: Email, types: readonly string[]): string[] {
  return email.attachments.flatMap(({ mimeType, content }) =>
    types.includes(mimeType.toLowerCase())
      ? [typeof content === 'string' ? content : new TextDecoder().decode(content)]
      : [],
  );
}

/** Groups of fields, as RFC 3464 writes them; of a field given twice in a group, the first. */
function fieldGroups(text: string): Map<string, string>[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n\s*\n/)
    .map((group) => {
      const fields = new Map<string, string>();
      for (const line of group.split('\n')) {
        const colon = line.indexOf(':');
        const name = line.slice(0, colon).trim().toLowerCase();
        if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
      }
      return fields;
    })
    .filter((fields) => fields.size > 0);
}

/** `rfc822; a@b` → `a@b`, in lower case. */
function recipientsOf(fields: Map<string, string>): string[] {
  return ['original-recipient', 'final-recipient'].flatMap((name) => {
    const value = fields.get(name)?.split(';').at(-1)?.trim().replace(/^<|>$/g, '').toLowerCase();
    return value ? [value] : [];
  });
}

const messageIds = (text: string | undefined): string[] => text?.match(/<[^<>\s\p{Cc}]{1,300}>/gu)?.slice(0, 20) ?? [];

function ofDelivery(text: string): Said[] {
  return fieldGroups(text).flatMap((fields) => {
    const kind = actions[fields.get('action')?.toLowerCase().trim().split(/\s/)[0] ?? ''];
    const code = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null;
    return kind ? [{ kind, code, recipients: recipientsOf(fields) }] : [];
  });
}

/** `[KO Intégration système !][902]`: a software says that it did not file what it received. Source: domain.md 5.1. */
function refusedBySoftware(subject: string): string | null {
  const said = /^\s*\[KO Int.gration syst.me\s*!?\]\s*(?:\[\s*(\w{1,10})[^\]]*\])?/iu.exec(subject.normalize('NFC'));
  return said ? (said[1] ?? 'KO') : null;
}

function ofReading(text: string, refusal: string | null): Said[] {
  return fieldGroups(text)
    .slice(0, 1)
    .flatMap((fields): Said[] => {
      const recipients = recipientsOf(fields);
      const [kind, modifier = ''] = (fields.get('disposition')?.split(';')[1] ?? '').trim().toLowerCase().split('/');
      const stated = /\/\s*error\s*:\s*(\w{1,10})/i.exec(fields.get('disposition') ?? '')?.[1];
      const code = refusal ?? stated ?? (modifier.startsWith('error') ? 'KO' : null);
      if (code !== null) return [{ kind: 'processed', code, recipients }];
      return kind?.trim() === 'displayed' || kind?.trim() === 'processed'
        ? [{ kind: kind.trim() as NoticeKind, code: null, recipients }]
        : [];
    });
}

/** What a mail that comes back says of which message; null for any other mail. Never throws. */
export async function parseNotice(
  source: Uint8Array,
): Promise<{ noticeId: string | null; about: string[]; said: Said[] } | null> {
  // What cannot be read as a mail is none of ours: it stays in the mailbox.
  const email = await PostalMime.parse(source, {
    maxNestingDepth: 10,
    maxHeadersSize: 64 * 1024,
    rfc822Attachments: true,
  }).catch(() => null);
  if (!email) return null;
  const refusal = refusedBySoftware(email.subject ?? '');
  const parts = partsOf(email, reports);
  const isReading = email.attachments.some(({ mimeType }) => mimeType.toLowerCase() === reports[1]);
  const said = parts.flatMap((text) => (isReading ? ofReading(text, refusal) : ofDelivery(text)));
  if (said.length === 0 && refusal !== null && email.from?.address)
    said.push({ kind: 'processed', code: refusal, recipients: [email.from.address.toLowerCase()] });
  if (said.length === 0) return null;
  const fields = parts.flatMap(fieldGroups);
  const headers = partsOf(email, returned).flatMap((text) => fieldGroups(text).slice(0, 1));
  const envelopes = fields.flatMap((group) => group.get('original-envelope-id') ?? []);
  const named = [
    ...fields.flatMap((group) => messageIds(group.get('original-message-id'))),
    ...headers.flatMap((group) => messageIds(group.get('message-id'))),
    ...envelopes.flatMap((envelope) => messageIds(`<${envelope.replace(/^<|>$/g, '')}>`)),
    ...messageIds(email.inReplyTo),
  ];
  // A thread names every version: the last one, when nothing else says which.
  const about = named.length > 0 ? named : messageIds(email.references).toReversed();
  return { noticeId: messageIds(email.messageId)[0] ?? null, about: [...new Set(about)].slice(0, 50), said };
}
