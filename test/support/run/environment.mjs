import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

const { createContext } = vm;

/**
 * Jest's environment for Node, whose global object is a plain one here. Jest's own is a proxy, which is asked for each
 * `Array`, `Object` or `Promise` that any module names: a fifth of all that the tests took of a machine.
 */
export default function PlainGlobal(...given) {
  vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
  try {
    return new TestEnvironment(...given);
  } finally {
    vm.createContext = createContext;
  }
}
