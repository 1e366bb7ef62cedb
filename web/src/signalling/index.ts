/**
 * The signalling WebSocket of calls on this side of the wire: requests by their contract's name, their answers and their
 * refusals, what the server tells, and the way back after a loss. It knows no media and shows nothing.
 */
export { returnDelay } from './return-delay.ts';
export { SignallingRefusal } from './signalling-refusal.ts';
export { SignallingSocket, type SignallingOptions, type SignallingState } from './signalling-socket.ts';
