import type { InjectOptions } from 'fastify';
import { createReadBatchFile } from '../../../api/batches/files.ts';
import { registerPortal } from '../../../portal/app.tsx';
import { openApi, type TestApi } from '../api/api.ts';

/** A browser as far as pages without scripts need one: it keeps cookies and posts forms. */
export type Visitor = {
  cookies: Map<string, string>;
  get: (url: string, headers?: object) => Promise<PageAnswer>;
  post: (url: string, form?: Record<string, string>, headers?: object) => Promise<PageAnswer>;
  /** Sends a form in which files can be chosen, as `multipart/form-data`; the files come last. */
  send: (url: string, form: Record<string, string>, files?: Record<string, Blob>) => Promise<PageAnswer>;
};
export type PageAnswer = {
  status: number;
  body: string;
  location: string | undefined;
  headers: Record<string, unknown>;
};

export type TestSite = TestApi & {
  /** A browser that has been nowhere, or comes with a `cookie` header; `address` is that of its network. */
  visitor: (cookie?: string, address?: string) => Visitor;
};

/** The whole site, API and portal, on a database of its own; see {@link openApi}. */
export async function openSite(
  changes: Parameters<typeof openApi>[0] & { mailbox?: boolean; provenForMs?: number } = {},
): Promise<TestSite> {
  const api = await openApi(changes);
  const { app, deps, services } = api;
  await registerPortal(app, {
    em: () => deps.orm.em.fork(),
    links: services.unlockLinks,
    services,
    publicUrl: deps.publicUrl,
    secretKeys: deps.secretKeys,
    mailbox: changes.mailbox ?? false,
    provenForMs: changes.provenForMs ?? 30 * 60_000,
    temporalPages: { url: 'http://127.0.0.1:8233', namespace: 'default' },
    catalogue: deps.catalogue,
    readBatchFile: createReadBatchFile(),
    clock: deps.clock,
  });

  function visitor(cookie?: string, remoteAddress = '127.0.0.1'): Visitor {
    const cookies = new Map<string, string>(cookie ? [cookie.split('=') as [string, string]] : []);
    const ask = async (options: InjectOptions): Promise<PageAnswer> => {
      const held = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await app.inject({
        ...options,
        remoteAddress,
        headers: sent({ host: 'licensing.example', ...(held && { cookie: held }), ...options.headers }),
      });
      for (const { name, value, maxAge } of answer.cookies as { name: string; value: string; maxAge?: number }[])
        if (maxAge === 0 || value === '') cookies.delete(name);
        else cookies.set(name, value);
      const { statusCode: status, body, headers } = answer;
      return { status, body, location: headers.location, headers };
    };
    return {
      cookies,
      get: (url, headers = {}) => ask({ method: 'GET', url, headers: { ...headers } }),
      post: (url, form = {}, headers = {}) =>
        ask({
          method: 'POST',
          url,
          payload: new URLSearchParams(form).toString(),
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'sec-fetch-site': 'same-origin',
            ...headers,
          },
        }),
      async send(url, form, files = {}) {
        const data = new FormData();
        for (const [name, value] of Object.entries(form)) data.append(name, value);
        for (const [name, file] of Object.entries(files))
          data.append(name, file, file instanceof File ? file.name : file.size > 0 ? 'a-file' : '');
        const { headers, body } = new Request('http://licensing.example', { method: 'POST', body: data });
        return ask({
          ...{ method: 'POST', url, payload: Buffer.from(await new Response(body).arrayBuffer()) },
          headers: { 'content-type': headers.get('content-type')!, 'sec-fetch-site': 'same-origin' },
        });
      },
    };
  }
  return { ...api, visitor };
}

/** Without those that a test says are not sent. */
function sent(headers: Record<string, unknown>): Record<string, string> {
  const there = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(there);
}
