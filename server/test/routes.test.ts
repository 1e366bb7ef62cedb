import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { endpoints } from '@concertation/shared/contracts';
import { openApiDocument } from '../src/http/openapi.ts';
import { routes } from '../src/http/routes/index.ts';

const key = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

test('every endpoint of the contracts is served, once', () => {
  assert.equal(routes.map(({ endpoint }) => key(endpoint)).sort(), Object.values(endpoints).map(key).sort());
});

test('the OpenAPI document names every endpoint, with its input and its answer', () => {
  const document = openApiDocument() as {
    paths: Record<string, Record<string, { operationId: string; responses: object }>>;
  };
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  assert.equal(operations.map(({ operationId }) => operationId).sort(), Object.keys(endpoints).sort());
  for (const operation of operations) assert.ok('default' in operation.responses);
});

test.run();
