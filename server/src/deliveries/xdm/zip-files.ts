import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/**
 * An archive of these files, in this order. `at`: an ISO instant, whose day each is dated; the same files and day give the
 * same bytes, in every time zone.
 */
export async function zipFiles(
  files: readonly (readonly [path: string, bytes: Uint8Array])[],
  at: string,
): Promise<Uint8Array> {
  const date = new Date(at);
  // The archive's dates have no time zone, and are written in the host's: noon of that day is the same everywhere.
  const mtime = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
  const zip = new ZipFile();
  for (const [path, bytes] of files)
    zip.addBuffer(Buffer.from(bytes), path, { mtime, mode: 0o100644, forceDosTimestamp: true });
  zip.end();
  return buffer(zip.outputStream);
}
