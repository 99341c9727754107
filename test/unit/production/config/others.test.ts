import { describe, expect, test } from '@jest/globals';
import { readConfig, readParts } from '../../../../config.ts';
import { DEVELOPMENT, PRODUCTION, type Env, mistakesOf } from '../../../support/domain/settings.ts';

describe('webhooks', () => {
  const targets = (env: Record<string, string>) => [...readConfig(env).webhooks.privateTargets];

  test('are sent to this machine in development alone, unless hosts are named', () => {
    expect(targets(DEVELOPMENT)).toEqual(['localhost', '127.0.0.1', '::1']);
    expect(targets(PRODUCTION)).toEqual([]);
    const named = { WEBHOOK_PRIVATE_TARGETS: 'ERP.internal, 0x0a010203,fd00::0:1' };
    expect(targets({ ...PRODUCTION, ...named })).toEqual(['erp.internal', '10.1.2.3', 'fd00::1']);
    expect(targets({ ...DEVELOPMENT, ...named })).toEqual(['erp.internal', '10.1.2.3', 'fd00::1']);
  });

  test.each(['10.0.0.0/8', 'erp.internal:8080', 'https://erp.internal', '*.internal', 'a,,b', 'user@erp.internal'])(
    'are sent to no host that is written like %s',
    (WEBHOOK_PRIVATE_TARGETS) => {
      expect(mistakesOf({ ...DEVELOPMENT, WEBHOOK_PRIVATE_TARGETS })).toEqual([
        expect.stringContaining('WEBHOOK_PRIVATE_TARGETS'),
      ]);
    },
  );

  test('go through a proxy where one is set, and its address is checked', () => {
    expect(readConfig({ ...DEVELOPMENT, WEBHOOK_PROXY: 'http://proxy.internal:3128' }).webhooks.proxy).toBe(
      'http://proxy.internal:3128',
    );
    expect(mistakesOf({ ...DEVELOPMENT, WEBHOOK_PROXY: 'proxy.internal' })).toHaveLength(1);
  });
});

describe('traces', () => {
  const tracing = (env: Env) => readParts(['tracing'], env).tracing;

  test.each<[string, Env, object | null]>([
    ['off where nothing is said', {}, null],
    ['on where somebody receives them', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }, { isNamed: false }],
    ['on by their own address', { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://c.example/v1' }, { isNamed: false }],
    [
      'on by an exporter, in the name that is set',
      { OTEL_TRACES_EXPORTER: 'console', OTEL_SERVICE_NAME: 'x' },
      { isNamed: true },
    ],
    [
      'named by an attribute',
      { OTEL_TRACES_EXPORTER: 'otlp', OTEL_RESOURCE_ATTRIBUTES: 'a=b,service.name=x' },
      { isNamed: true },
    ],
    ['off by their exporter', { OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' }, null],
    ['off as a whole', { OTEL_SDK_DISABLED: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' }, null],
  ])('are %s', (_, env, expected) => {
    expect(tracing(env)).toEqual(expected);
  });

  test('are set by no file, as OpenTelemetry reads none: one that is named is a mistake', () => {
    const env = {
      OTEL_EXPORTER_OTLP_HEADERS_FILE: '/run/secrets/HEADERS',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
      OTEL_CONFIG_FILE: '/etc/otel.yaml',
    };
    expect(mistakesOf(env, tracing)).toEqual([expect.stringContaining('OTEL_EXPORTER_OTLP_HEADERS_FILE is read by')]);
  });

  test('that would not be sent are a mistake', () => {
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
      OTEL_TRACES_EXPORTER: 'otlp,jaeger',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'udp',
    };
    expect(mistakesOf(env, tracing)).toEqual([
      expect.stringContaining('OTEL_EXPORTER_OTLP_ENDPOINT is "collector:4318"'),
      expect.stringContaining('OTEL_TRACES_EXPORTER is "jaeger"'),
      expect.stringContaining('OTEL_EXPORTER_OTLP_PROTOCOL is "udp"'),
    ]);
  });
});
