import { z } from 'zod';
import { type Endpoint, endpoints, errorBody, errorCodes, errors } from '@concertation/shared/contracts';

type JsonSchema = Record<string, unknown>;

const toSchema = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

function parameters({ params, query }: Endpoint): JsonSchema[] {
  const from = (place: 'path' | 'query', schema: JsonSchema) =>
    Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).map(([name, property]) => ({
      name,
      in: place,
      required: place === 'path' || ((schema.required ?? []) as string[]).includes(name),
      schema: property,
    }));
  return [...from('path', toSchema(params, 'input')), ...from('query', toSchema(query, 'input'))];
}

function success({ response, binary, mediaType }: Endpoint): JsonSchema {
  if (binary)
    return {
      200: { description: 'The file', content: { [binary]: { schema: { type: 'string', format: 'binary' } } } },
    };
  if (response instanceof z.ZodVoid) return { 204: { description: 'Done' } };
  return {
    200: {
      description: 'The answer',
      content: { [mediaType ?? 'application/json']: { schema: toSchema(response, 'output') } },
    },
  };
}

const doors: Record<Extract<Endpoint['gate'], string>, string> = {
  public: 'Anybody.',
  session: 'Any open session, a guest’s included.',
  own_account: 'Any signed-in account, even when its trial is over.',
  locked: 'Any signed-in account, even when its screen is locked.',
  signed_in: 'Any signed-in account that is verified, or in its trial.',
};

function describeGate({ gate, fresh }: Endpoint): string {
  const proof = fresh ? ' Asks for a proof of presence less than ten minutes old (`proof_needed`).' : '';
  if (typeof gate === 'string') return doors[gate] + proof;
  return `An account whose roles on the ${gate.subject} allow \`${gate.action}\`.${proof}`;
}

function operation(name: string, endpoint: Endpoint): JsonSchema {
  const hasBody = !(endpoint.body instanceof z.ZodUndefined);
  const content = endpoint.upload
    ? { [endpoint.upload.type]: { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: toSchema(endpoint.body, 'input') } };
  return {
    operationId: name,
    summary: endpoint.summary,
    description: describeGate(endpoint),
    security: endpoint.gate === 'public' ? [] : [{ session: [] }],
    parameters: parameters(endpoint),
    ...(hasBody ? { requestBody: { required: true, content } } : {}),
    responses: { ...success(endpoint), default: { $ref: '#/components/responses/Refusal' } },
  };
}

/** The HTTP API as an OpenAPI 3.1 document, generated from the contracts: it cannot say anything else than the server does. */
export function openApiDocument(): JsonSchema {
  const paths: Record<string, JsonSchema> = {};
  for (const [name, endpoint] of Object.entries(endpoints) as [string, Endpoint][]) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
  }
  const refusals = errorCodes.map((code) => `- \`${code}\` (${errors[code].status}): ${errors[code].en}`).join('\n');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Concertation',
      version: '0.1.0',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'session', description: '`__Host-session` over https' },
      },
      responses: {
        Refusal: {
          description: `One code of the closed table:\n${refusals}`,
          content: { 'application/json': { schema: toSchema(errorBody, 'output') } },
        },
      },
    },
  };
}
