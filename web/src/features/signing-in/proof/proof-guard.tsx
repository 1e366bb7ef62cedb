import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { registerProofAsker } from '../../../api/index.ts';

const ProofDialog = lazy(async () => ({ default: (await import('./proof-dialog.tsx')).ProofDialog }));

/** Mounted once by the application: asks for a fresh proof whenever a command needs one (`proof_needed`). */
export function ProofGuard() {
  const [isAsked, setAsked] = useState(false);
  const settle = useRef<(proved: boolean) => void>(() => undefined);
  useEffect(
    () =>
      registerProofAsker(
        () =>
          new Promise((done) => {
            settle.current = done;
            setAsked(true);
          }),
      ),
    [],
  );
  const end = (proved: boolean) => {
    setAsked(false);
    settle.current(proved);
  };
  return isAsked ? (
    <Suspense>
      <ProofDialog onEnd={end} />
    </Suspense>
  ) : null;
}
