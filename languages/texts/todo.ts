import type { CareConditionState, LineConditionState } from '../../domain/condition/line.ts';
import type { ServerConditionState } from '../../domain/condition/server.ts';
import type { Remedy } from '../../domain/condition/severity.ts';
import type { TodoKind } from '../../domain/todo.ts';
import type { Counted } from '../plural.ts';

/** What is true of things, the same on every page, in e-mails and in downloads. */
export type ConditionTexts = {
  line: Record<LineConditionState, string>;
  care: Record<CareConditionState, string>;
  server: Record<ServerConditionState, string>;
  /** Until which day it is so, and what that means; not of what time alone does not change. */
  until: Record<Exclude<LineConditionState, 'suspended' | 'canceled' | 'over'>, (day: string) => string>;
  /** What of a row is so where that is not all of it: units, and the state. */
  part(units: string, state: string): string;
  /** What to do, as a sentence. */
  remedies: Record<Remedy, string>;
  /** Of what a server has, what it may run now. */
  usable(units: string): string;
};

/** The page of what is to be done. */
export type TodoTexts = {
  title: string;
  /** Of a page of lists: kinds with how many there are. */
  kinds: Record<TodoKind, string>;
  all: string;
  /** What is so, in front of what it is about. */
  what: Record<TodoKind, string>;
  /** What a button does, for who may do it. */
  actions: Record<TodoKind, string>;
  /** For everybody else. */
  look: string;
  columns: Record<'what' | 'about' | 'when' | 'actions', string>;
  since(when: string): string;
  until(day: string): string;
  purchaseOrder(number: string): string;
  /** How many lines there are beside the one that is named. */
  more: Counted;
  /** What is assigned, and what there will be. */
  tooMany(assigned: string, left: string): string;
  servers: Counted;
  only(customer: string): string;
  everything: string;
  empty: string;
  emptyText: string;
  nothing: string;
  acknowledge: string;
  acknowledgeHelp: string;
  note: string;
  acknowledgeButton: string;
  acknowledged: string;
  acknowledgedText: string;
  showAcknowledged: string;
  showOpen: string;
  takeBack: string;
  takenBack: string;
  nobodyKnows: string;
  canceled: string;
};
