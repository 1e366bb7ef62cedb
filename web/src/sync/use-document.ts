import type { DocumentName } from '@concertation/shared/domain';
import { useCallback, useContext, useEffect, useSyncExternalStore } from 'react';
import type { DocumentHandle } from './channel/document-handle.ts';
import { ChannelsContext } from './sync-provider.tsx';

/** Opens a document for as long as the component is mounted. Several components may hold the same one. */
export function useDocument(name: DocumentName): DocumentHandle {
  const channels = useContext(ChannelsContext);
  if (!channels) throw new Error('useDocument needs SyncProvider');
  const subscribe = useCallback((listener: () => void) => channels.find(name).subscribe(listener), [channels, name]);
  useEffect(() => channels.hold(name), [channels, name]);
  return useSyncExternalStore(subscribe, () => channels.find(name).handle());
}
