import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/**
 * What orders are found by in Temporal: the only list. A namespace must know all of them before a workflow can start;
 * the development server, the command that prepares a namespace and `/readyz` get them from here.
 */
export const SEARCH_ATTRIBUTES = {
  OrderStage: defineSearchAttributeKey('OrderStage', SearchAttributeType.KEYWORD),
  CustomerId: defineSearchAttributeKey('CustomerId', SearchAttributeType.KEYWORD),
  ResellerId: defineSearchAttributeKey('ResellerId', SearchAttributeType.KEYWORD),
  Applications: defineSearchAttributeKey('Applications', SearchAttributeType.KEYWORD_LIST),
  NextDeadline: defineSearchAttributeKey('NextDeadline', SearchAttributeType.DATETIME),
};

/** Temporal's names for types of search attributes, as its command line takes them. */
const CLI_TYPES = { KEYWORD: 'Keyword', KEYWORD_LIST: 'KeywordList', DATETIME: 'Datetime' } as const;

/** The attributes as Temporal's command line takes them. */
export const CLI_ATTRIBUTES = Object.values(SEARCH_ATTRIBUTES).map(({ name, type }) => ({
  name,
  type: CLI_TYPES[type],
}));

type SearchAttribute = (typeof SEARCH_ATTRIBUTES)[keyof typeof SEARCH_ATTRIBUTES];

/** Temporal's numbers for types of search attributes (temporal.api.enums.v1.IndexedValueType). */
const NUMBERS = { KEYWORD: 2, DATETIME: 6, KEYWORD_LIST: 7 } as const;

/** Attributes as Temporal's operator service takes them. */
export function numbered(attributes: readonly SearchAttribute[]): Record<string, number> {
  return Object.fromEntries(attributes.map(({ name, type }) => [name, NUMBERS[type]]));
}
