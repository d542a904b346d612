import createClient from 'openapi-fetch';
import type { paths } from './schema';
import type { Problem } from './types.ts';

/** The server said no, and why. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** No answer came at all. */
export class NoServer extends Error {
  constructor() {
    super('the server cannot be reached');
    this.name = 'NoServer';
  }
}

/** All routes, typed by the server's own document. */
export const client = createClient<paths>({ baseUrl: window.location.origin });

/**
 * The data of an answer.
 *
 * @throws {Refused} when the server refuses.
 * @throws {NoServer} when it cannot be reached.
 */
export async function answer<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let got: { data?: T; error?: unknown; response: Response };
  try {
    got = await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new NoServer();
  }
  if (got.response.ok) return got.data as T;
  throw new Refused(asProblem(got.error, got.response));
}

/** The problem in an answer; a gateway in between may send anything. */
export function asProblem(body: unknown, response: { status: number; statusText: string }): Problem {
  if (typeof body === 'object' && body !== null && 'detail' in body && typeof body.detail === 'string') return body as Problem;
  return {
    status: response.status,
    title: response.statusText,
    detail: `the server answered ${response.status} ${response.statusText}`.trim(),
  };
}
