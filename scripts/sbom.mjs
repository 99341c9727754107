import { execFileSync } from 'node:child_process';

/**
 * Prints what the image is made of beside our own code, as CycloneDX has it, out of the lock file. npm's `--omit dev` would
 * leave out what developers need as well; so what they alone need is taken out here.
 */
const sbom = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
const { components, dependencies, ...about } = JSON.parse(
  execFileSync('npm', sbom, { encoding: 'utf8', maxBuffer: 64 * 2 ** 20 }),
);
const isForDevelopers = ({ properties = [] }) =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
const kept = components.filter((component) => !isForDevelopers(component));
const refs = new Set([about.metadata.component['bom-ref'], ...kept.map((component) => component['bom-ref'])]);
const links = dependencies
  .filter(({ ref }) => refs.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
console.log(JSON.stringify({ ...about, components: kept, dependencies: links }, null, 2));
