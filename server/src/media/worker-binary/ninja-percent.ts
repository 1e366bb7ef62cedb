/** How far ninja is by its last « [done/total] » in this text, in whole per cent rounded down; null when it says nothing. */
export function ninjaPercent(text: string): number | null {
  const [, done, total] = [...text.matchAll(/^\[(\d+)\/(\d+)\]/gm)].at(-1) ?? [];
  return Number(total) > 0 ? Math.floor((100 * Number(done)) / Number(total)) : null;
}
