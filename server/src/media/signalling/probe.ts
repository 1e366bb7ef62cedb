import type { Handler } from './handler.ts';
import { AppError, newId } from '../../lib/index.ts';

/** Opens the transport of a connection test; the one before is closed. TURN servers are told for the relayed path alone. */
export const probe: Handler<'probe'> = async ({ needs, socket }, { path }) => {
  socket.probe?.close();
  socket.probe = null;
  const probed = await needs.engine.probe(path);
  if (!socket.isOpen) {
    probed?.close();
    throw new AppError('wrong_state');
  }
  socket.probe = probed;
  return {
    rtpCapabilities: needs.engine.rtpCapabilities(),
    iceServers: path === 'relay' ? needs.iceServers(newId()) : [],
    transport: probed?.transport ?? null,
  };
};
