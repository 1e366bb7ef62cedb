import type { fr } from './texts.ts';

export const en: typeof fr = {
  network: 'The server does not answer. Check the network connection and try again.',
  unreadable: 'The server’s answer cannot be read. Reload the page and try again.',
  passkey: {
    unsupported: 'This browser cannot use passkeys. Open Concertation in a recent browser, at its usual address.',
    cancelled: 'The request was cancelled, or took too long. Start again when you are ready.',
    known: 'This device already has a passkey for this account.',
    address: 'Passkeys work only at the usual address of Concertation. Check the address shown by the browser.',
    failed: 'This device could not answer. Start again, or try another device.',
  },
};
