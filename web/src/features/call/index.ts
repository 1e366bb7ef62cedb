/**
 * The video call on the screen: its door and green room, the faces beside the sheet, the stage and the second screen, the
 * controls, what is said afterwards. The call itself is `client/`, fetched when somebody goes towards it.
 */
export { CallArea } from './inside/call-area.tsx';
export { CallProvider } from './call-provider.tsx';
export { CallEntry } from './entry/call-entry.tsx';
export { useInsideCall, useOnCall } from './use-me-in-call.ts';
