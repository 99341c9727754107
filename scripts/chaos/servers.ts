import { join } from 'node:path';
import type { Status } from '../../agent/status/status.ts';
import { createAppSuite } from './appsuite.ts';
import { codeOf, type Client } from './client.ts';
import type { Application } from './plan.ts';

/** A server as a customer's administrator works with it, and what it must hold by what was answered so far. */
export type ChaosServer = Awaited<ReturnType<typeof registerServer>>;

type Registration = { customer: string; role: 'production' | 'test'; appSuites: string };

/** Registers a server and gives it an AppSuite of its own. */
export async function registerServer(client: Client, { customer, role, appSuites }: Registration) {
  const name = `${customer}-${role}`;
  const { id } = await client.change<{ id: string }>('POST', `/v1/accounts/${customer}/servers`, `register-${name}`, {
    ...{ name, role },
  });
  const appSuite = createAppSuite(client, join(appSuites, name));
  const path = `/v1/servers/${id}`;
  const held: Record<Application, number> = { 'digital-fax': 0, 'call-recording': 0 };
  let requests = 0;
  const key = () => `${name}-${(requests += 1)}`;
  let retired = false;

  /** Asks under a new key as long as the answer is one of the passing refusals. */
  const assign = (application: Application, capacity: number, passing: readonly string[]) =>
    client.until(`an answer to ${capacity} of ${application} for ${name}`, async () => {
      const answer = await client.call('PUT', `${path}/assignments/${application}`, key(), { capacity });
      if (!passing.includes(codeOf(answer))) return answer;
      client.repeated(`${answer.status} ${codeOf(answer)}`);
      return null;
    });

  return {
    id,
    name,
    held,
    isRetired: () => retired,

    /** Sets the capacity. What another server has just given back may be on its way. */
    async setCapacity(application: Application, capacity: number): Promise<void> {
      const { status, text } = await assign(application, capacity, ['INSUFFICIENT_CAPACITY', 'ORDER_NOT_ANSWERING']);
      if (status !== 200) throw new Error(`${capacity} of ${application} for ${name} was answered ${status}: ${text}`);
      held[application] = capacity;
    },

    /** Asks for what the customer does not own, which has to be refused. */
    async askTooMuch(application: Application, capacity: number): Promise<void> {
      const answer = await assign(application, capacity, ['ORDER_NOT_ANSWERING']);
      if (codeOf(answer) !== 'INSUFFICIENT_CAPACITY')
        throw new Error(
          `${capacity} of ${application} for ${name}, more than there is, got ${answer.status}: ${answer.text}`,
        );
    },

    async activate(): Promise<void> {
      const { token } = await client.read<{ token: string }>(`${path}/token`);
      await appSuite.activate(token);
    },

    async rotateToken(): Promise<void> {
      const { token } = await client.change<{ token: string }>('POST', `${path}/token/rotations`, key());
      await appSuite.activate(token);
    },

    /** Checks in until the license document says what was assigned. */
    async checkIn(): Promise<void> {
      let status: Status | undefined;
      const isRight = async () => {
        status = await appSuite.checkIn();
        return Object.entries(held).every(([application, capacity]) => capacity === licensed(status!, application));
      };
      await client.until(`a license document of ${name} for ${JSON.stringify(held)}`, isRight).catch(async (error) => {
        const server = await client.read<{ assignments: unknown }>(path);
        throw new Error(
          `${(error as Error).message}; the cloud says ${JSON.stringify(server.assignments)}, the AppSuite ${JSON.stringify(status)}`,
          { cause: error },
        );
      });
    },

    /** Gives everything back and retires; from then on a check-in is refused. */
    async retire(): Promise<void> {
      for (const application of Object.keys(held) as Application[]) await this.setCapacity(application, 0);
      await client.change('DELETE', path, key());
      retired = true;
      await client.until(`a refused check-in of ${name}, which was retired`, async () => {
        const refusal = await appSuite.checkIn().then(
          () => null,
          (error: Error & { code?: string }) => error,
        );
        if (refusal && refusal.code !== 'SERVER_RETIRED') throw refusal;
        return refusal !== null;
      });
    },
  };
}

function licensed({ applications }: Status, application: string): number {
  return applications.find((one) => one.application === application)?.capacity ?? 0;
}
