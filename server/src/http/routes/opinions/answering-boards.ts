import { subjectsAllowing } from '../../../access/index.ts';
import type { Executor } from '../../../database/index.ts';

/** The boards in whose name an account answers: those whose cases it reads as a member. A guest answers for none. */
export function answeringBoards(executor: Executor, accountId: string): Promise<string[]> {
  return subjectsAllowing(executor, accountId, 'board', 'case.read');
}
