import { isIPv6 } from 'node:net';

/** Eight groups of 16 bits. */
function groupsOf(address: string): number[] {
  // Written by the standard in one way, whatever way it came in: « ::ffff:192.0.2.1 » too.
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = '', after = ''] = written.split('::');
  const read = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const [first, last] = [read(before), read(after)];
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last];
}

/**
 * The network that a try comes from: an IPv4 address, or the /64 of an IPv6 one, which is what one subscriber holds and
 * chooses from freely. What is no address is itself.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%', 1);
  if (!isIPv6(bare)) return address;
  const groups = groupsOf(bare);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xff_ff;
  if (isMapped)
    return groups
      .slice(6)
      .map((group) => `${group >> 8}.${group & 0xff}`)
      .join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}
