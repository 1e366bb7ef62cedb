/**
 * Database: the pool, transactions, notifications, and the embedded PostgreSQL of demonstrations and tests.
 * It holds no query about the domain.
 */
export { Database, type DatabaseOptions, type Db, type Executor, type Topic, type Transaction } from './database.ts';
export { notify } from './notify.ts';
export { driverCode, isDatabaseAway } from './driver-error.ts';
