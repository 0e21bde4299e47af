import { language } from './i18n.js';

const root = '/service-desk';

/** An answer that is no success: a refusal with its stable code, and a text for people in their language. */
export class Refused extends Error {
  constructor(status, problem, retryAfter) {
    super(problem?.detail ?? problem?.title ?? '');
    this.name = 'Refused';
    this.status = status;
    this.code = problem?.code ?? '';
    this.retryAfter = retryAfter;
  }
}

/** No answer came: the network, or the server, is away. */
export class Unreachable extends Error {}

/** A client of the API. `authorization` is the end user's; a technician is known by the cookie. */
export function client(authorization = () => null) {
  const call = async (method, path, { body, version, signal } = {}) => {
    const headers = { Accept: 'application/json', 'Accept-Language': language() };
    if (method !== 'GET') {
      headers['X-Service-Desk-Console'] = '1';
      headers['Idempotency-Key'] = newId();
    }

    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
    }

    if (version !== undefined) {
      headers['If-Match'] = `"${version}"`;
    }

    if (authorization()) {
      headers.Authorization = authorization();
    }

    let response;
    try {
      response = await fetch(path.startsWith('/console') ? path : root + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal });
    } catch (error) {
      throw signal?.aborted ? error : new Unreachable(error.message);
    }

    const text = await response.text();
    const value = text && response.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : null;
    if (!response.ok) {
      throw new Refused(response.status, value, Number(response.headers.get('Retry-After')) || null);
    }

    return value;
  };

  return {
    get: (path, options) => call('GET', path, options),
    post: (path, body = {}, options) => call('POST', path, { ...options, body }),
    put: (path, body, options) => call('PUT', path, { ...options, body }),
    delete: (path, options) => call('DELETE', path, options),
    authorization,
  };
}

/** All items of a paged list, `most` at most. */
export async function all(api, path, most = 500) {
  const items = [];
  let next = null;
  do {
    const separator = path.includes('?') ? '&' : '?';
    const page = await api.get(`${path}${separator}limit=100${next ? `&after=${encodeURIComponent(next)}` : ''}`);
    items.push(...page.items);
    next = page.next ?? null;
  } while (next && items.length < most);
  return items;
}

/** 128 random bits; crypto.randomUUID is missing where a page came over plain HTTP from another machine. */
export function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
