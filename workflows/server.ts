import { allHandlersFinished, condition, continueAsNew, patched, setHandler } from '@temporalio/workflow';
import { Refusal } from '../domain/refusal.ts';
import { handle } from '../domain/server/handle.ts';
import { refuseMeanwhile } from '../domain/server/meanwhile.ts';
import { openServer, raiseRules, type ServerCommand } from '../domain/server/server.ts';
import { changeCapacity, holdings } from './capacity-change.ts';
import * as contract from '../temporal/contract.ts';
import { durably } from './durably.ts';
import { createMessages } from './messages.ts';
import { createPublishing } from './publishing.ts';
import { asFailure, refusing } from './refuse.ts';
import { createRequests } from './requests.ts';
import { refuseWhileRollingOver, wantsRollOver } from './rollover.ts';
import { showServer } from './server-details.ts';
import { createSilence } from './silence.ts';
import { createTurns } from './turns.ts';

const tellOrder = durably('tellOrder', 'Tell an order what this server holds');

/** The whole life of one server. It asks orders for capacity and tells them what is true; `domain/server` says what anything means. */
export async function server(start: contract.ServerStart): Promise<void> {
  let { server: state, unpublished } = 'opening' in start ? open(start) : start;
  const publishing = createPublishing('publishServer');
  const messages = createMessages(start, () => state);
  const requests = createRequests(start);
  const turns = createTurns();
  const silence = createSilence(() => state);

  setHandler(contract.serverQuery, () => state);

  setHandler(contract.activateUpdate, (request) => answer(request, { type: 'activate', ...request }), {
    validator: (request: contract.ActivateRequest) => check(request, { type: 'activate', ...request }),
  });
  setHandler(contract.leaveUpdate, (request) => answer(request, { type: 'leave' }), {
    validator: (request: contract.Request) => check(request, { type: 'leave' }),
  });
  setHandler(contract.rotateUpdate, (request) => inTurn(request, () => ({ type: 'rotate', ...request })), {
    validator: (request: contract.RotateRequest) => checkTurn(request, { type: 'rotate', ...request }),
  });
  setHandler(contract.goOfflineUpdate, (request) => inTurn(request, () => ({ type: 'go-offline', ...request })), {
    validator: (request: contract.OfflineRequest) => checkTurn(request, { type: 'go-offline', ...request }),
  });
  setHandler(contract.returnUpdate, (request) => inTurn(request, () => ({ type: 'return', ...request })), {
    validator: (request: contract.ReturnRequest) => checkTurn(request, { type: 'return', ...request }),
  });
  setHandler(contract.overrideUpdate, (request) => inTurn(request, () => ({ type: 'override', ...request })), {
    validator: (request: contract.OverrideRequest) => checkTurn(request, { type: 'override', ...request }),
  });
  setHandler(contract.setCapacityUpdate, (request) => inTurn(request, () => takeCapacity(request)), {
    validator: (request: contract.CapacityRequest) => {
      checkTurn(request, { type: 'change-capacity', shares: state.shares, ...request });
      if (!requests.handled(request.request)) refusing(() => refuseMeanwhile(state, request.expected));
    },
  });
  setHandler(
    contract.retireUpdate,
    (request) => inTurn(request, async () => ({ type: 'retire', assigned: await holdings(state, request.at) })),
    { validator: (request: contract.Request) => checkTurn(request, { type: 'retire', assigned: 0 }) },
  );

  while (state.retiredAt === null || hasWork()) {
    showServer(state);
    await publish();
    await messages.send(tellOrder);
    if (wantsRollOver() && state.retiredAt === null) return rollOver();
    if (state.retiredAt === null) await silence.waitFor(() => hasWork() || wantsRollOver());
  }
  showServer(state);
  await condition(allHandlersFinished);

  /** Changes this server, and tells every order whose share or activation that concerns. */
  function applyAndTell(command: ServerCommand, { at, by }: contract.Request): contract.ServerAnswer {
    const before = state;
    const handled = handle(state, { ...command, by }, at, Date.now());
    state = handled.server;
    unpublished.push(...handled.events);
    publishing.afterUpdate();
    const told = messages.tellChanged(before, at);
    return { stream: contract.serverWorkflowId(state.id), seq: state.seq, told };
  }

  function answer(request: contract.Request, command: ServerCommand): contract.ServerAnswer {
    return refusing(() => requests.once(request.request, request.at, () => applyAndTell(command, request)));
  }

  /** Handles a request when all earlier ones are done; `prepare` may ask orders first. */
  async function inTurn(request: contract.Request, prepare: () => ServerCommand | Promise<ServerCommand>) {
    const change = async () => applyAndTell(await prepare(), request);
    try {
      return await turns.take(() => requests.once(request.request, request.at, change));
    } catch (error) {
      throw asFailure(error);
    }
  }

  async function takeCapacity(request: contract.CapacityRequest) {
    const { application, capacity, at, tokenKey, onlineOnly, expected } = request;
    // It can have been retired while this waited for its turn: orders are not asked for what nobody would give back.
    if (state.retiredAt !== null && patched('retired-while-it-waited')) throw new Refusal('SERVER_RETIRED');
    refuseMeanwhile(state, expected);
    const change = { application, capacity, at, ...(onlineOnly && { onlineOnly }) };
    const shares = await changeCapacity(state, change, messages);
    return { type: 'change-capacity', application, shares, tokenKey } as const;
  }

  function check({ request, at }: contract.Request, command: ServerCommand): void {
    refusing(() => {
      refuseWhileRollingOver();
      if (!requests.handled(request)) handle(state, command, at, Date.now());
    });
  }

  function checkTurn(request: contract.Request, command: ServerCommand): void {
    check(request, command);
    refusing(() => turns.refuseWhenFull());
  }

  function hasWork(): boolean {
    return unpublished.length > 0 || messages.waiting();
  }

  async function publish(): Promise<void> {
    if (unpublished.length === 0) return;
    const events = [...unpublished];
    await publishing.publish({ server: state, events });
    unpublished = unpublished.slice(events.length);
  }

  async function rollOver(): Promise<void> {
    await condition(allHandlersFinished);
    await continueAsNew<typeof server>({
      server: raiseRules(state),
      unpublished,
      ...messages.carry(),
      handled: requests.carry(Date.now()),
    });
  }
}

function open({ opening, by }: contract.NewServer) {
  const { server: opened, events } = handle(
    openServer(opening),
    { type: 'register', by },
    opening.registeredAt,
    Date.now(),
  );
  return { server: opened, unpublished: events };
}
