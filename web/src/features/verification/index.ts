/** Whether a report's file is the one that was signed, for anybody who holds it. Rule VER-6. */
export { VerificationScreen } from './verification-screen.tsx';
