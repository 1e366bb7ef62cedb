import type { fr } from './texts.ts';

export const en: typeof fr = {
  network: 'The server does not answer. Check the network connection and try again.',
  unreadable: 'The server’s answer cannot be read. Reload the page and try again.',
};
