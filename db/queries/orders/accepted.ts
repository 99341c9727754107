/**
 * In SQL, the content of an order as it is now, by the names that its rows in `orders` and `intakes` have in a statement:
 * what facts brought since stands in place of what came in with it. An order that is not projected is as it came in.
 */
export function acceptedOf(order: string, intake: string): string {
  return `(${intake}.content || coalesce((
    select jsonb_object_agg(said.key, brought.content->said.key) from jsonb_each_text(${order}.said) said
    join order_facts brought on brought.order_number = ${intake}.number
      and brought.kind = split_part(said.value, '/', 1)
      and brought.reference = substr(said.value, strpos(said.value, '/') + 1)), '{}'))`;
}
