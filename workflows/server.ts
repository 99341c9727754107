import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import { handle } from '../domain/server/handle.ts';
import { openServer, type ServerCommand } from '../domain/server/server.ts';
import { changeCapacity, holdings } from './capacity-change.ts';
import * as contract from './contract.ts';
import { durably } from './durably.ts';
import { createMessages } from './messages.ts';
import { asFailure, refusing } from './refuse.ts';
import { createRequests } from './requests.ts';
import { refuseWhileRollingOver, wantsRollOver } from './rollover.ts';
import { showServer } from './server-details.ts';
import { createTurns } from './turns.ts';

const publishServer = durably('publishServer', 'Publish to the projection and the journal');
const tellOrder = durably('tellOrder', 'Tell an order what this server holds');

/** The whole life of one server. It asks orders for capacity and tells them what is true; `domain/server` says what anything means. */
export async function server(start: contract.ServerStart): Promise<void> {
  let { server: state, unpublished } = 'opening' in start ? open(start) : start;
  const messages = createMessages(start, () => state);
  const requests = createRequests(start);
  const turns = createTurns();

  setHandler(contract.serverQuery, () => state);

  setHandler(
    contract.activateUpdate,
    ({ request, at, ...activation }) => answer(request, at, { type: 'activate', ...activation }),
    { validator: ({ request, at, ...activation }) => check(request, { type: 'activate', ...activation }, at) },
  );
  setHandler(contract.leaveUpdate, ({ request, at }) => answer(request, at, { type: 'leave' }), {
    validator: ({ request, at }) => check(request, { type: 'leave' }, at),
  });
  setHandler(
    contract.rotateUpdate,
    ({ request, at, ...rotation }) =>
      change(request, at, async () => applyAndTell({ type: 'rotate', ...rotation }, at)),
    { validator: ({ request, at, ...rotation }) => checkTurn(request, { type: 'rotate', ...rotation }, at) },
  );
  setHandler(
    contract.setCapacityUpdate,
    ({ request, at, application, capacity, tokenKey }) =>
      change(request, at, async () => {
        const shares = await changeCapacity(state, { application, capacity, at }, messages);
        return applyAndTell({ type: 'change-capacity', application, shares, tokenKey }, at);
      }),
    {
      validator: ({ request, at, application, tokenKey }) =>
        checkTurn(request, { type: 'change-capacity', application, shares: state.shares, tokenKey }, at),
    },
  );
  setHandler(
    contract.retireUpdate,
    ({ request, at }) =>
      change(request, at, async () => applyAndTell({ type: 'retire', assigned: await holdings(state, at) }, at)),
    { validator: ({ request, at }) => checkTurn(request, { type: 'retire', assigned: 0 }, at) },
  );

  while (state.retiredAt === null || hasWork()) {
    showServer(state);
    await publish();
    await messages.send(tellOrder);
    if (wantsRollOver() && state.retiredAt === null) return rollOver();
    if (state.retiredAt === null) await condition(() => hasWork() || wantsRollOver());
  }
  showServer(state);
  await condition(allHandlersFinished);

  /** Changes this server, and tells every order whose share or activation that concerns. */
  function applyAndTell(command: ServerCommand, at: number): contract.ServerAnswer {
    const before = state;
    const handled = handle(state, command, at, Date.now());
    state = handled.server;
    unpublished.push(...handled.events);
    const told = messages.tellChanged(before, at);
    return { stream: contract.serverWorkflowId(state.id), seq: state.seq, told };
  }

  function answer(request: string, at: number, command: ServerCommand): contract.ServerAnswer {
    return refusing(() => requests.once(request, at, () => applyAndTell(command, at)));
  }

  async function change(request: string, at: number, make: () => Promise<contract.ServerAnswer>) {
    try {
      return await turns.take(() => requests.once(request, at, make));
    } catch (error) {
      throw asFailure(error);
    }
  }

  function check(request: string, command: ServerCommand, at: number): void {
    refusing(() => {
      refuseWhileRollingOver();
      if (!requests.handled(request)) handle(state, command, at, Date.now());
    });
  }

  function checkTurn(request: string, command: ServerCommand, at: number): void {
    check(request, command, at);
    refusing(() => turns.refuseWhenFull());
  }

  function hasWork(): boolean {
    return unpublished.length > 0 || messages.waiting();
  }

  async function publish(): Promise<void> {
    if (unpublished.length === 0) return;
    const events = [...unpublished];
    await publishServer({ server: state, events });
    unpublished = unpublished.slice(events.length);
  }

  async function rollOver(): Promise<void> {
    await condition(allHandlersFinished);
    await continueAsNew<typeof server>({
      server: state,
      unpublished,
      ...messages.carry(),
      handled: requests.carry(Date.now()),
    });
  }
}

function open({ opening }: contract.NewServer) {
  const { server: opened, events } = handle(
    openServer(opening),
    { type: 'register' },
    opening.registeredAt,
    Date.now(),
  );
  return { server: opened, unpublished: events };
}
