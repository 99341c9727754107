import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import type { UpdateDefinition } from '@temporalio/common';
import { Mutex } from 'async-mutex';
import { Refusal } from '../domain/refusal.ts';
import { handle } from '../domain/server/handle.ts';
import { refuseMeanwhile } from '../domain/server/meanwhile.ts';
import { refuseForStandby } from '../domain/server/standing-by.ts';
import { NEWEST_RULES, openServer, type ServerCommand } from '../domain/server/server.ts';
import { changeCapacity, holdings } from './capacity-change.ts';
import * as contract from '../temporal/contract.ts';
import { durably } from './durably.ts';
import { createMessages } from './messages.ts';
import { createPublishing, publisher } from './publishing.ts';
import { asFailure, refusing } from './refuse.ts';
import { createRequests } from './requests.ts';
import { byNewestRules, createRollOver, rulesHere } from './rollover.ts';
import { failUnknownSignals } from './signals.ts';
import { showServer } from './server-details.ts';
import { createSilence } from './silence.ts';
import { createTold } from './told.ts';

const MOST_WAITING = 8;

const publishServer = publisher('publishServer');
const tellOrder = durably('tellOrder', 'Tell an order what this server holds');

type ToServer<Message> = UpdateDefinition<contract.ServerAnswer, [Message]>;

/** The whole life of one server. It asks orders for capacity and tells them what is true; `domain/server` says what anything means. */
export async function server(start: contract.ServerStart): Promise<void> {
  const carried = 'opening' in start ? open(start) : { ...start, server: byNewestRules(start.server, NEWEST_RULES) };
  let { server: state, unpublished } = carried;
  const journal = createTold(unpublished);
  const publishing = createPublishing();
  const messages = createMessages(start, () => state);
  const requests = createRequests(start);
  const silence = createSilence(() => state);
  const rollOver = createRollOver(() => state, NEWEST_RULES);
  const turn = new Mutex();
  /** Changes under way, and those that wait for their turn. */
  let inLine = 0;

  setHandler(contract.serverQuery, () => state);
  setHandler(contract.serverToldQuery, (place) => ({
    ...journal.behind(place, state.seq, unpublished),
    server: state,
    lastNumber: messages.carry().lastNumber,
  }));
  setHandler(contract.wakeSignal, () => {});
  atOnce(contract.changeUpdate, change);
  atOnce(contract.activateUpdate, (request) => ({ type: 'activate', ...request }));
  atOnce(contract.leaveUpdate, () => ({ type: 'leave' }));
  inTurn(contract.rotateUpdate, (request) => ({ type: 'rotate', ...request }));
  inTurn(contract.goOfflineUpdate, (request) => ({ type: 'go-offline', ...request }));
  inTurn(contract.returnUpdate, (request) => ({ type: 'return', ...request }));
  inTurn(contract.overrideUpdate, (request) => ({ type: 'override', ...request }));
  inTurn(contract.setCapacityUpdate, proposeCapacity, takeCapacity);
  inTurn(contract.retireUpdate, () => ({ type: 'retire', assigned: 0 }), retire);
  failUnknownSignals();

  while (state.retiredAt === null || hasWork()) {
    showServer(state);
    await publish();
    await messages.send(tellOrder, mayTell);
    if (rollOver.wanted() && state.retiredAt === null) return goOnInANewRun();
    if (state.retiredAt === null) await silence.waitFor(() => hasWork() || rollOver.wanted());
  }
  showServer(state);
  await condition(allHandlersFinished);

  /** Changes this server, and tells every order whose share or activation that concerns. */
  function applyAndTell(command: ServerCommand, { at, by }: contract.Request): contract.ServerAnswer {
    const before = state;
    const handled = handle(state, { ...command, by }, at, Date.now());
    state = handled.server;
    journal.add(handled.events);
    unpublished.push(...handled.events);
    publishing.afterUpdate();
    const told = messages.tellChanged(before, at);
    return { stream: contract.serverWorkflowId(state.id), seq: state.seq, told };
  }

  /** Listens to a request that changes this server as soon as it comes. */
  function atOnce<Message extends contract.Request>(
    update: ToServer<Message>,
    commandOf: (request: Message) => ServerCommand,
  ): void {
    const change = (request: Message) =>
      requests.answerTo(request) ?? requests.remember(request, applyAndTell(commandOf(request), request));
    setHandler(update, (request: Message) => refusing(() => change(request)), {
      validator: (request: Message) => refusing(() => check(request, commandOf)),
    });
  }

  /** Listens to a request that waits until all earlier ones are done; `prepare` may ask orders then what to command. */
  function inTurn<Message extends contract.Request>(
    update: ToServer<Message>,
    commandOf: (request: Message) => ServerCommand,
    prepare: (request: Message) => ServerCommand | Promise<ServerCommand> = commandOf,
  ): void {
    const change = async (request: Message) =>
      requests.answerTo(request) ?? requests.remember(request, applyAndTell(await prepare(request), request));
    const handler = async (request: Message) => {
      inLine += 1;
      try {
        return await turn.runExclusive(() => change(request));
      } catch (error) {
        throw asFailure(error);
      } finally {
        inLine -= 1;
      }
    };
    setHandler(update, handler, {
      validator: (request: Message) =>
        refusing(() => {
          check(request, commandOf);
          if (inLine > MOST_WAITING) throw new Refusal('CHANGE_IN_PROGRESS');
        }),
    });
  }

  /** Refuses what would be refused now; a request that was handled is not judged again. */
  function check<Message extends contract.Request>(
    request: Message,
    commandOf: (request: Message) => ServerCommand,
  ): void {
    rollOver.refuseWhileWanted();
    if (!requests.answerTo(request)) handle(state, commandOf(request), request.at, Date.now());
  }

  /** For a first look it asks for what is held already: only orders know what else there is. */
  function proposeCapacity(request: contract.CapacityRequest): ServerCommand {
    requirePresent(request);
    return { type: 'change-capacity', shares: state.shares, ...request };
  }

  async function takeCapacity(request: contract.CapacityRequest): Promise<ServerCommand> {
    const { application, capacity, at, tokenKey, onlineOnly } = request;
    // It can have been retired while this waited for its turn: orders are not asked for what nobody would give back.
    requirePresent(request);
    refuseForStandby(state);
    const shares = await changeCapacity(state, { application, capacity, at, onlineOnly }, messages);
    return { type: 'change-capacity', application, shares, tokenKey };
  }

  function requirePresent({ expected }: { expected?: number[] | undefined }): void {
    if (state.retiredAt !== null) throw new Refusal('SERVER_RETIRED');
    refuseMeanwhile(state, expected);
  }

  function change(request: contract.ChangeRequest): ServerCommand {
    requirePresent(request);
    const { name, role, standbyFor, testUnits, tokenKey } = request;
    // A change of capacity asks orders for what a standby would not hold.
    if (standbyFor !== undefined && inLine > 0) throw new Refusal('CHANGE_IN_PROGRESS');
    return { type: 'change', name, role, standbyFor, testUnits, tokenKey };
  }

  async function retire({ at }: contract.Request): Promise<ServerCommand> {
    return { type: 'retire', assigned: await holdings(state, at) };
  }

  function hasWork(): boolean {
    return unpublished.length > 0 || messages.waiting();
  }

  /**
   * Whether orders may hear what this server says. From rules 2 on not before it is published, which waits until it is
   * recorded: a number that an order has heard is never given to another message.
   */
  function mayTell(): boolean {
    return state.rules < 2 || unpublished.length === 0;
  }

  async function publish(): Promise<void> {
    if (unpublished.length === 0) return;
    const events = [...unpublished];
    await publishing.publish(publishServer, { server: state, events });
    unpublished = unpublished.slice(events.length);
  }

  async function goOnInANewRun(): Promise<void> {
    await condition(allHandlersFinished);
    await continueAsNew<typeof server>({
      server: state,
      unpublished,
      ...messages.carry(),
      handled: requests.carry(Date.now()),
    });
  }
}

function open({ opening, by, standby }: contract.NewServer) {
  const { registeredAt } = opening;
  const opened = openServer(opening, rulesHere(NEWEST_RULES));
  const registered = handle(opened, { type: 'register', by }, registeredAt, Date.now());
  if (!standby) return { server: registered.server, unpublished: registered.events };
  const standing = handle(registered.server, { type: 'change', ...standby, by }, registeredAt, Date.now());
  return { server: standing.server, unpublished: [...registered.events, ...standing.events] };
}
