/**
 * Jobs: work that must happen after a commit, however often the process dies: queued in the transaction, run by a
 * worker, retried. It knows queues, not what they do.
 */
export { type JobDefinition, Jobs } from './jobs.ts';
