import type { ProofKind } from '@concertation/shared/domain';
import { useEffect, useRef, useState } from 'react';
import { type ApiError, type SentFile, uploadFile } from '../../api/index.ts';

/** Where the sending of a proof stands. `received`: the server has it, and looks at it. */
export type ProofUpload =
  | { state: 'none' }
  | { state: 'sending'; name: string; part: number }
  | { state: 'received'; name: string }
  | { state: 'stopped'; name: string; error: ApiError };

/** Sends one proof, says how far it is, and lets it go on after an interruption. */
export function useProofUpload() {
  const [upload, setUpload] = useState<ProofUpload>({ state: 'none' });
  const sent = useRef<SentFile | null>(null);
  useEffect(() => () => sent.current?.pause(), []);
  const begin = (file: File, proof: ProofKind) => {
    const { name, size } = file;
    setUpload({ state: 'sending', name, part: 0 });
    sent.current = uploadFile(
      file,
      { proof },
      {
        begun: () => undefined,
        progressed: (bytes) => setUpload({ state: 'sending', name, part: size === 0 ? 1 : bytes / size }),
        received: () => setUpload({ state: 'received', name }),
        stopped: (error) => setUpload({ state: 'stopped', name, error }),
      },
    );
    sent.current.start();
  };
  return {
    upload,
    begin,
    resume: () => {
      if (upload.state !== 'stopped') return;
      setUpload({ state: 'sending', name: upload.name, part: 0 });
      sent.current?.start();
    },
    forget: () => setUpload({ state: 'none' }),
  };
}
