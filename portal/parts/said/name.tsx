/** A name that a person or an organisation chose, in whatever script it is written. */
export function Name({ children }: { children: string }) {
  return <bdi dir="auto">{children}</bdi>;
}
