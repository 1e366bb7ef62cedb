export type Answer = { status: number; body: unknown; response: Response };
export type Ask = { cookie?: string; body?: unknown; headers?: Record<string, string> };

/** One request as a script makes it; the answer's JSON is read when there is one. */
export async function ask(
  server: { origin: string },
  method: string,
  path: string,
  { cookie, body, headers = {} }: Ask = {},
): Promise<Answer> {
  const response = await fetch(server.origin + path, {
    method,
    headers: {
      ...(cookie ? { cookie } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown), response };
}

/** The code of a refusal; undefined when the answer is none. */
export function refusalCode({ status, body }: Answer): string | undefined {
  return status >= 400 ? (body as { code?: string }).code : undefined;
}

/** The statuses of answers that came in any order, lowest first. */
export const statusesOf = (answers: Answer[]): number[] =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);
