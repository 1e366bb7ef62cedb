import type { Handler } from './handler.ts';

/** « Raccrocher ». Who sits nowhere has nothing to give up. */
export const leave: Handler<'leave'> = ({ socket }) => {
  socket.call?.hangUp(socket);
  socket.call = null;
  return null;
};
