import type { fr } from './texts.ts';

export const en: typeof fr = {
  saveState: {
    loading: 'Opening…',
    saved: 'Saved',
    saving: 'Saving…',
    waiting_storage: 'Not saved: the server is waiting for its database',
    offline: 'Offline: kept on this computer',
    unkept: 'Offline: not saved, do not close this page',
    read_only: 'Read only',
    withdrawn: 'Document closed',
  },
  saveHelp: {
    loading: 'The document is opening.',
    saved: 'Everything you wrote is saved in the database.',
    saving: 'Your latest changes are on their way to the database.',
    waiting_storage: 'What you write is kept on this screen and will be saved when the database is back.',
    offline: 'You may go on writing: everything will be sent when the network is back, even if you reload the page.',
    unkept:
      'This browser refuses to keep your text. Copy it elsewhere, or wait for the network without closing the page.',
    read_only: 'You may read this document; your rights do not allow writing in it.',
    withdrawn: 'This document no longer receives your changes.',
  },
  saveStatus: 'State of saving',
};
