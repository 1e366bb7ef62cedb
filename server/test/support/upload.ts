import type { FileLine } from '@concertation/shared/contracts';
import { uploadPath } from '@concertation/shared/contracts';
import { waitFor } from './wait-for.ts';

type Server = { origin: string };
/** A document of a case, or a proof of this kind. */
export type Upload = { cookie?: string | undefined; name: string; content: Uint8Array } & (
  { caseId: string } | { proof: string }
);

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** The headers of a creation, as a tus client sends them. */
export function creationHeaders(upload: Upload, more: Record<string, string> = {}): Record<string, string> {
  const { cookie, name, content } = upload;
  const { presentationId, questionKey, ...headers } = more;
  const holder = 'caseId' in upload ? { caseId: upload.caseId } : { proof: upload.proof };
  const metadata = {
    ...holder,
    name,
    ...(presentationId ? { presentationId, questionKey: questionKey as string } : {}),
  };
  return {
    ...(cookie ? { cookie } : {}),
    'tus-resumable': '1.0.0',
    'upload-length': String(content.length),
    'upload-metadata': Object.entries(metadata)
      .map(([key, value]) => `${key} ${base64(value)}`)
      .join(','),
    ...headers,
  };
}

/** Begins an upload; the answer's Location ends with the document's id. */
export function createUpload(server: Server, upload: Upload, more: Record<string, string> = {}): Promise<Response> {
  return fetch(server.origin + uploadPath, { method: 'POST', headers: creationHeaders(upload, more) });
}

/** Sends bytes of an upload, from an offset. */
export function sendBytes(
  server: Server,
  cookie: string | undefined,
  location: string,
  offset: number,
  bytes: Uint8Array,
): Promise<Response> {
  return fetch(server.origin + location, {
    method: 'PATCH',
    headers: {
      ...(cookie ? { cookie } : {}),
      'tus-resumable': '1.0.0',
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: bytes as Uint8Array<ArrayBuffer>,
  });
}

/** Uploads a whole document; returns its id. */
export async function upload(server: Server, given: Upload, more: Record<string, string> = {}): Promise<string> {
  const created = await createUpload(server, given, more);
  if (created.status !== 201) throw new Error(`creation answered ${created.status}: ${await created.text()}`);
  const location = created.headers.get('location') as string;
  const sent = await sendBytes(server, given.cookie, location, 0, given.content);
  if (sent.status !== 204) throw new Error(`sending answered ${sent.status}: ${await sent.text()}`);
  return location.split('/').at(-1) as string;
}

/** The documents of a case, as the list shows them. */
export async function listed(server: Server, cookie: string, caseId: string): Promise<FileLine[]> {
  const answer = await fetch(`${server.origin}/api/cases/${caseId}/files`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`the list answered ${answer.status}`);
  return (await answer.json()) as FileLine[];
}

/** Waits until a document has its verdict; returns its line. */
export async function decided(server: Server, cookie: string, caseId: string, fileId: string): Promise<FileLine> {
  let line: FileLine | undefined;
  await waitFor(async () => {
    line = (await listed(server, cookie, caseId)).find((one) => one.fileId === fileId);
    return line?.state === 'ready' || line?.state === 'quarantined';
  }, `a verdict on ${fileId}`);
  return line as FileLine;
}
