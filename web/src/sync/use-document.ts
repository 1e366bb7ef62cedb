import type { DocumentName } from '@concertation/shared/domain';
import { useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { DocumentHandle } from './channel/document-handle.ts';
import { ChannelsContext } from './sync-provider.tsx';

/** Opens a document for as long as the component is mounted. Several components may hold the same one. */
export function useDocument(name: DocumentName): DocumentHandle {
  const channels = useContext(ChannelsContext);
  if (!channels) throw new Error('useDocument needs SyncProvider');
  const channel = useMemo(() => channels.find(name), [channels, name]);
  useEffect(() => channels.hold(channel), [channels, channel]);
  return useSyncExternalStore(channel.subscribe, channel.handle);
}
