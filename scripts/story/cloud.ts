/** What the story uses of a public interface; anything unexpected is a sentence that names the interface. */
export type Cloud = ReturnType<typeof createCloud>;

type Answer = { status: number; headers: Headers; text: string };

/** Speaks to the product as an ERP, a reseller and a person with a mailbox do: over HTTP alone. */
export function createCloud(url: string, apiKey: string) {
  async function call(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const target = path.startsWith('http') ? path : `${url}${path}`;
    try {
      const response = await fetch(target, { method, redirect: 'manual', ...init });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (error) {
      throw new Error(`${url} does not answer. Is the product running? Start it with: npm start`, { cause: error });
    }
  }

  function expect(answer: Answer, what: string, statuses: number[]): Answer {
    if (statuses.includes(answer.status)) return answer;
    throw new Error(`${what} answered ${answer.status} instead of ${statuses.join(' or ')}: ${answer.text}`);
  }

  return {
    url,

    /** Calls the API with the vendor's key and answers the JSON; any status other than those expected ends the story. */
    async api<Body>(method: string, path: string, body?: unknown): Promise<Body> {
      const headers = {
        authorization: `Bearer ${apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      };
      const answer = await call(method, path, { headers, body: body === undefined ? undefined : JSON.stringify(body) });
      expect(answer, `${method} ${path}`, [200, 201, 202]);
      return JSON.parse(answer.text) as Body;
    },

    /** Opens a page as a browser does, and answers its HTML. */
    async open(page: string): Promise<string> {
      return expect(await call('GET', page), `GET ${page}`, [200]).text;
    },

    /** Presses the one button of a page. */
    async press(page: string): Promise<void> {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      expect(await call('POST', page, { headers, body: '' }), `POST ${page}`, [200, 303]);
    },

    /** Asks again until the answer is there. Fails with `what` after 20 seconds. */
    async eventually<Result>(what: string, ask: () => Promise<Result | undefined>): Promise<Result> {
      const until = Date.now() + 20_000;
      for (;;) {
        const result = await ask();
        if (result !== undefined) return result;
        if (Date.now() > until) throw new Error(`After 20 s there is still no ${what}. DATA_DIR/logs says why.`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
  };
}
