import { answered, createClient, readEvents, type Client, type Noun } from '../../../clients/typescript/src/client.ts';

/** The public key of RFC 8037, appendix A: any machine has one of its own. */
const PUBLIC_KEY = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' } as const;

/** An order of a customer of its own. */
function anOrder(number: string): Noun<'PostedOrder'> {
  return {
    number,
    customer: { id: `hotel-${number}`, name: 'Acme Hotels', email: 'it@acme-hotels.example' },
    reseller: { id: 'northwind-voice', name: 'Northwind Voice', email: 'orders@northwind-voice.example' },
    lines: [
      {
        application: 'attendant-console',
        capacity: 20,
        license: 'subscription',
        endsOn: '2099-11-30',
        reference: '10',
      },
      { application: 'digital-fax', capacity: 8, license: 'perpetual' },
    ],
  };
}

/**
 * An order from the ERP to an activated server by the client alone, with what an integrator meets on the way: a repeat, a
 * refusal, a preview. Answers the types of its events in the order's own stream, as the feed brought them.
 */
export async function liveByClient(url: string, key: string, number: string): Promise<string[]> {
  const client = createClient(url, key);
  const order = anOrder(number);
  const feed = await answered(client.GET('/v1/events', { params: { query: { after: 'end' } } }));
  await answered(client.POST('/v1/orders', { body: order }));
  const { response } = await client.POST('/v1/orders', { body: order });
  if (response.status !== 200) throw new Error(`The same order again was ${response.status}`);

  const params = { path: { number } };
  await answered(client.POST('/v1/orders/{number}/unlock', { params }));
  await refusedRenewal(client, number);
  const server = await answered(
    client.POST('/v1/accounts/{id}/servers', {
      params: { path: { id: order.customer.id } },
      body: { name: 'Front desk', role: 'production' },
    }),
  );
  const assignment = { path: { id: server.id, application: 'attendant-console' } };
  await answered(
    client.PUT('/v1/servers/{id}/assignments/{application}', { params: assignment, body: { capacity: 15 } }),
  );
  const { token } = await answered(client.GET('/v1/servers/{id}/token', { params: { path: { id: server.id } } }));
  const machine = { fingerprint: `pbx-${number}`, version: '2026.Autumn.1', publicKey: PUBLIC_KEY };
  await answered(client.POST('/v1/activations', { body: { token, ...machine } }));
  return hear(client, feed.nextCursor, `order/${number}`);
}

/** A problem is a value: its code says which it is, and with it what else it says. */
async function refusedRenewal(client: Client, number: string): Promise<void> {
  const { error } = await client.POST('/v1/orders/{number}/renewals', {
    params: { path: { number } },
    body: { reference: 'TOO-EARLY', endsOn: '2098-11-30', confirmFar: true, lines: [{ line: '1' }] },
  });
  if (error?.code !== 'RENEWAL_NOT_LATER') throw new Error(`An earlier last day was ${JSON.stringify(error)}`);
  if (error.endsOn !== '2099-11-30') throw new Error(`The refusal names ${error.endsOn}`);
}

/** What the feed says of a stream, until somebody activated. */
async function hear(client: Client, after: string, stream: string): Promise<string[]> {
  const heard: string[] = [];
  for await (const { events } of readEvents(client, { after })) {
    heard.push(...events.filter((event) => event.stream === stream).map(({ type }) => type));
    if (heard.includes('activated')) return heard;
  }
  throw new Error('The feed ended');
}
