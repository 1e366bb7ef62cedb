/** What a program needs to run: where programs, libraries and temporary files are, its language and its clock. */
const passed = ['PATH', 'LD_LIBRARY_PATH', 'HOME', 'USER', 'LOGNAME', 'LANG', 'TMPDIR', 'TZ'];

/**
 * The environment of a program that this one starts and that works on data: a list of what it needs, so that no secret
 * goes to it, whatever it is called and whoever forgot to take it out. Source: ASVS 5.0, 13.3.2.
 */
export function childEnvironment(source: NodeJS.ProcessEnv = process.env): Record<string, string> {
  return Object.fromEntries(passed.flatMap((name) => (source[name] === undefined ? [] : [[name, source[name]]])));
}

/** Starts a program through a library that takes no environment, and copies this process’s when it starts it, at once. */
export function inChildEnvironment<Started>(start: () => Started): Started {
  const own = process.env;
  process.env = childEnvironment(own);
  try {
    return start();
  } finally {
    process.env = own;
  }
}
