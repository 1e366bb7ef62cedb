const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '57P01',
  '57P02',
  '57P03',
  '53100',
  '53300',
  '58030',
]);

/** The driver's own code, through drizzle's wrapping and ours; undefined when the error is not its. */
export function driverCode(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return undefined;
}

/** True for what is thrown while the database is away, stopping or full: a transport then says `storage_unavailable`. */
export function isDatabaseAway(error: unknown): boolean {
  return away.has(driverCode(error) ?? '');
}
