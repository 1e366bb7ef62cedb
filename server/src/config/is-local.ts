/** Whether an address (of any scheme) is this machine’s own: what goes there leaves by no network. */
export const isLocal = (address: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
