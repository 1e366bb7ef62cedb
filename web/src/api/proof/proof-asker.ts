/** Asks the person to prove that it is them; true once the server took the proof, false when they gave up. */
export type ProofAsker = () => Promise<boolean>;

let asker: ProofAsker | null = null;
let asked: Promise<boolean> | null = null;

/** Says who asks for a proof, from now on; returns the way to stop. The application registers one. */
export function registerProofAsker(next: ProofAsker): () => void {
  asker = next;
  return () => {
    if (asker === next) asker = null;
  };
}

/** One question at a time: commands refused together wait for the same answer. False when nobody can ask. */
export function askForProof(): Promise<boolean> {
  if (!asker) return Promise.resolve(false);
  asked ??= asker().finally(() => {
    asked = null;
  });
  return asked;
}
