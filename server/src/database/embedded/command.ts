import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';

const works = (command: string[]) => spawnSync(command[0] as string, [...command.slice(1), 'true']).status === 0;

/**
 * Wraps a PostgreSQL program: it refuses to run as root, so root runs it in a user namespace where it is nobody (files
 * stay root's); and it is told to stop when this process dies, however it dies.
 */
export function wrapCommand(program: string, programArguments: string[]): [string, string[]] {
  const prefix: string[] = [];
  if (userInfo().uid === 0) {
    const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];
    if (!works(namespace))
      throw new Error(
        'PostgreSQL embarqué refuse root sur cette machine : lancez Concertation sous un autre utilisateur, ou réglez DATABASE_URL.',
      );
    prefix.push(...namespace);
  }
  const dieWithParent = ['setpriv', '--pdeathsig', 'INT'];
  if (works(dieWithParent)) prefix.push(...dieWithParent);
  const [command, ...rest] = [...prefix, program, ...programArguments];
  return [command as string, rest];
}
