import { type Person, syncPath } from '@concertation/shared/contracts';
import { createContext, type ReactNode, useEffect, useState } from 'react';
import { announceLocked, announceSignedOut, ApiError, call, useRead } from '../api/index.ts';
import { DocumentChannels } from './channel/document-channels.ts';
import { SyncSocket } from './channel/socket.ts';
import { openDraftStore } from './drafts/draft-store.ts';
import { keepShell } from './keep-shell.ts';

export const ChannelsContext = createContext<DocumentChannels | null>(null);

const tab = crypto.randomUUID();
const store = openDraftStore();

/** False only when the server says that the session has ended; no answer says nothing. A locked screen is alive, and told. */
async function sessionLives(): Promise<boolean> {
  try {
    const { locked } = await call('readMe');
    if (locked) announceLocked();
    return true;
  } catch (error) {
    return !(error instanceof ApiError && error.code === 'signed_out');
  }
}

type Opened = { channels: DocumentChannels; hold: () => () => void };

function openChannels(account: Person): Opened {
  const url = new URL(syncPath, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new SyncSocket({ url: url.href, sessionLives, onSignedOut: announceSignedOut });
  const channels = new DocumentChannels({ account, socket, store, tab });
  const close = () => {
    channels.dispose();
    socket.dispose();
  };
  let closing: ReturnType<typeof setTimeout> | undefined;
  return {
    channels,
    // StrictMode lets go and holds again in the same turn.
    hold: () => {
      clearTimeout(closing);
      void channels.sendWaiting();
      return () => {
        closing = setTimeout(close);
      };
    },
  };
}

function AccountSocket({ account, children }: { account: Person; children: ReactNode }) {
  const [{ channels, hold }] = useState(() => openChannels(account));
  useEffect(hold, [hold]);
  useEffect(keepShell, []);
  return <ChannelsContext value={channels}>{children}</ChannelsContext>;
}

/** Gives the documents below it one socket, that of the signed-in account; shows nothing until somebody is signed in. */
export function SyncProvider({ children }: { children: ReactNode }) {
  const me = useRead('readMe');
  return (
    me.data && (
      <AccountSocket key={me.data.accountId} account={me.data}>
        {children}
      </AccountSocket>
    )
  );
}
