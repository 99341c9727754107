/** The list of a seller's customers. */
export type CustomersTexts = {
  search: string;
  sorts: Record<'attention' | 'name' | 'end', string>;
  attention: string;
  nextEnd: string;
  servers: string;
  fine: string;
  empty: { title: string; text: string };
};

/** What lists have in common. */
export type ListTexts = {
  filter: { filters: string; show: string; sort: string; apply: string; nothing: string; clear: string };
  pager: { pages: string; first: string; previous: string; next: string; page(number: string): string };
};
