/** Whole days until an instant, the last one counted: 1 on the last day, 0 once it is over. Source: SC-22. */
export function daysLeft(until: string, now = new Date()): number {
  return Math.max(0, Math.ceil((Date.parse(until) - now.getTime()) / 86_400_000));
}
