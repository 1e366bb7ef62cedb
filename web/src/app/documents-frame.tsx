import { Outlet } from 'react-router';
import { SyncProvider } from '../sync/index.ts';

/** Around the pages that open documents: one socket for all of them, closed when the person leaves them. */
export function DocumentsFrame() {
  return (
    <SyncProvider>
      <Outlet />
    </SyncProvider>
  );
}
