/** An address as people type it, completed: `exemple.fr` → `https://exemple.fr`, `a@b.fr` → `mailto:a@b.fr`. */
export function completeAddress(typed: string): string {
  const address = typed.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address === '') return address;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `mailto:${address}`;
  return `https://${address}`;
}
