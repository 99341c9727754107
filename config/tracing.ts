import type { Settings } from './settings.ts';

const EXPORTERS = ['otlp', 'zipkin', 'console'];
const PROTOCOLS = ['grpc', 'http/protobuf', 'http/json'];
const PROTOCOL_SETTINGS = ['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'OTEL_EXPORTER_OTLP_PROTOCOL'];
const ENDPOINTS = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'];

/** Traces are sent; `isNamed` where the name of the service in them is set. */
export type TracingConfig = { isNamed: boolean };

/**
 * Whether traces are sent, by the variables that OpenTelemetry names
 * (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/): where one says where to, or by what;
 * null else. Its SDK reads them itself; here mistakes in them are told, which it would pass over.
 */
export function readTracing(settings: Settings): TracingConfig | null {
  refuseFiles(settings);
  const own = ownIn(settings);
  const exporters =
    own('OTEL_TRACES_EXPORTER')
      ?.split(',')
      .map((name) => name.trim()) ?? [];
  const isOff = own('OTEL_SDK_DISABLED')?.toLowerCase() === 'true' || exporters.includes('none');
  if (isOff || (exporters.length === 0 && !ENDPOINTS.some(own))) return null;
  checkTracing(settings, exporters);
  const attributes = own('OTEL_RESOURCE_ATTRIBUTES') ?? '';
  return { isNamed: own('OTEL_SERVICE_NAME') !== undefined || /(^|,)\s*service\.name=/.test(attributes) };
}

/** A variable of OpenTelemetry as its SDK reads it: out of the environment, and no file. */
const ownIn =
  ({ env }: Settings) =>
  (name: string): string | undefined =>
    env[name]?.trim() || undefined;

/** What nobody reads is no setting: traces would go nowhere, or without a key, and nothing would say so. */
function refuseFiles({ env, mistake }: Settings): void {
  for (const [name, file] of Object.entries(env))
    if (/^OTEL_\w+(?<!_CONFIG)_FILE$/.test(name) && file?.trim())
      mistake(
        `${name} is read by nobody: OpenTelemetry takes ${name.replace(/_FILE$/, '')} from the environment alone.`,
      );
}

function checkTracing(settings: Settings, exporters: string[]): void {
  const { mistake } = settings;
  const own = ownIn(settings);
  for (const setting of ENDPOINTS) {
    const value = own(setting);
    if (value !== undefined && !/^https?:$/.test(URL.parse(value)?.protocol ?? ''))
      mistake(`${setting} is "${value}": set it to an address like http://collector:4318.`);
  }
  for (const name of exporters)
    if (!EXPORTERS.includes(name))
      mistake(`OTEL_TRACES_EXPORTER is "${name}": set it to ${EXPORTERS.join(', ')} or none.`);
  for (const setting of PROTOCOL_SETTINGS) {
    const value = own(setting);
    if (value !== undefined && !PROTOCOLS.includes(value))
      mistake(`${setting} is "${value}": set it to one of ${PROTOCOLS.join(', ')}.`);
  }
}
