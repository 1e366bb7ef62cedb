import { AppError } from '../../lib/index.ts';
import { SignerRefused } from './failures.ts';
import { signPdf } from './sign-pdf.ts';
import type { Signer } from './signer.ts';
import { verifyPdf } from './verify-pdf.ts';

/**
 * Seals a paper that is not a report in the establishment's name, and checks it. Throws `seal_unavailable` when the key
 * cannot be opened: no paper leaves unsealed.
 */
export async function sealPages(
  pdf: Uint8Array,
  openKey: () => Promise<Signer>,
  statement: { reason: string; name: string },
): Promise<Uint8Array> {
  const signer = await openKey().catch((cause: unknown) => {
    throw cause instanceof SignerRefused ? new AppError('seal_unavailable', undefined, { cause }) : cause;
  });
  const sealed = await signPdf(pdf, signer, { ...statement, at: new Date() });
  await verifyPdf(sealed);
  return sealed;
}
