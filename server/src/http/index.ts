/**
 * HTTP: transport 1. It knows URLs, headers and statuses; it holds no SQL and no rule. Each endpoint is one file under
 * routes/, bound to its contract; who may call it is declared in the contract and enforced before the handler.
 */
export { createHttpServer } from './server.ts';
export type { Services } from './services.ts';
