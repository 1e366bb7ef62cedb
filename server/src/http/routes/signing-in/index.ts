import type { Route } from '../../route.ts';
import { askNewPassword } from './ask-new-password.ts';
import { askRecovery } from './ask-recovery.ts';
import { finishProof } from './finish-proof.ts';
import { finishRecoveryPasskey } from './finish-recovery-passkey.ts';
import { finishSignInWithCode } from './finish-sign-in-with-code.ts';
import { finishUnlock } from './finish-unlock.ts';
import { lockSession } from './lock-session.ts';
import { proveWithPassword } from './prove-with-password.ts';
import { sendCodeByEmail } from './send-code-by-email.ts';
import { setForgottenPassword } from './set-forgotten-password.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { signInWithRecoveryCode } from './sign-in-with-recovery-code.ts';
import { startProof } from './start-proof.ts';
import { startRecoveryPasskey } from './start-recovery-passkey.ts';
import { startUnlock } from './start-unlock.ts';
import { stopRecovery } from './stop-recovery.ts';
import { unlockSession } from './unlock-session.ts';

export const signingInRoutes: Route[] = [
  askNewPassword,
  askRecovery,
  finishProof,
  finishRecoveryPasskey,
  finishSignInWithCode,
  finishUnlock,
  lockSession,
  proveWithPassword,
  sendCodeByEmail,
  setForgottenPassword,
  signInWithPassword,
  signInWithRecoveryCode,
  startProof,
  startRecoveryPasskey,
  startUnlock,
  stopRecovery,
  unlockSession,
];
