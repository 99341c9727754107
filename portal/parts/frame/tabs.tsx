import { Choices, type ChoicesProps } from '../list/choices.tsx';

/** The parts of an object, each with an address of its own. */
export function Tabs(props: ChoicesProps) {
  return <Choices {...props} list="tabs" one="tab" here="page" />;
}
