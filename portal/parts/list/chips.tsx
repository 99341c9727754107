import { Choices, type ChoicesProps } from './choices.tsx';

/** Filters of one press, with how many each leaves, and how urgent those are. */
export function Chips(props: ChoicesProps) {
  return <Choices {...props} list="chips" one="chip" here="true" />;
}
