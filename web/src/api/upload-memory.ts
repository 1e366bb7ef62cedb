import type { PreviousUpload, UrlStorage } from 'tus-js-client';

const prefix = 'concertation.upload.';
/** As long as the server waits for the rest. */
const keptMs = 24 * 3_600_000;

type Kept = Pick<PreviousUpload, 'size' | 'creationTime' | 'uploadUrl'>;

function read(key: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
    return kept && Date.now() - Date.parse(kept.creationTime) < keptMs ? kept : null;
  } catch {
    return null;
  }
}

/**
 * Remembers where an unfinished upload was going, so that choosing the same file again, even after the page was closed,
 * goes on from there. A place and a size are kept under a digest; never a name, which may be a patient's.
 */
export const uploadMemory: UrlStorage = {
  findAllUploads: async () => [],

  findUploadsByFingerprint: async (fingerprint) => {
    const urlStorageKey = prefix + fingerprint;
    const kept = read(urlStorageKey);
    return kept ? [{ ...kept, metadata: {}, urlStorageKey, parallelUploadUrls: null }] : [];
  },

  removeUpload: async (key) => {
    try {
      localStorage.removeItem(key);
    } catch {
      // A browser that refuses storage remembers nothing: there is nothing to forget.
    }
  },

  addUpload: async (fingerprint, { size, creationTime, uploadUrl }) => {
    const key = prefix + fingerprint;
    try {
      localStorage.setItem(key, JSON.stringify({ size, creationTime, uploadUrl } satisfies Kept));
    } catch {
      // The upload goes on; it only could not be taken up again after the page is closed.
    }
    return key;
  },
};

/** Names a file for one place of one case by a digest; null where the browser computes none. */
export async function fingerprintOf(file: File, place: readonly string[]): Promise<string | null> {
  const told = [...place, file.name, file.size, file.lastModified].join('\n');
  if (!globalThis.crypto?.subtle) return null;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(told));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
