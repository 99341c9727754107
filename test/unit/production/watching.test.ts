import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ROOT } from '../../../scripts/prepare/binaries.mjs';
import { createKept } from '../../../services/numbers/kept.ts';
import { createLogger } from '../../../telemetry/logger.ts';
import { readable } from '../../../telemetry/readable.ts';
import { whileDoing } from '../../../telemetry/doing.ts';
import { labelsIn, metricsIn, scraped } from '../../support/telemetry/promql.ts';
import { alerts, expressions } from '../../support/telemetry/watching.ts';

describe('alerts', () => {
  const runbook = readFileSync(join(ROOT, 'docs/runbook.md'), 'utf8');
  const paragraphs = new Map(
    [...runbook.matchAll(/^### (\w+)\n\n((?!#)[\s\S]+?)(?=\n+#|$(?![\s\S]))/gm)].map(([, title, text]) => [
      title!,
      text!,
    ]),
  );

  test.each(alerts().map((alert) => [alert.alert, alert] as const))(
    '%s says how urgent it is, in a sentence what it means, and which paragraph of the runbook says what to do',
    (name, { labels, annotations }) => {
      expect(['critical', 'warning']).toContain(labels.severity);
      expect(annotations.summary).toMatch(/^\S.*\.$/);
      expect(annotations.runbook).toBe(`docs/runbook.md#${name.toLowerCase()}`);
      expect(paragraphs.get(name)?.length).toBeGreaterThan(150);
    },
  );

  test('the runbook has no paragraph of an alert that is gone, and leads nowhere else than to what is there', () => {
    expect([...paragraphs.keys()]).toEqual(alerts().map(({ alert }) => alert));
    const anchors = (file: string) =>
      [...readFileSync(join(ROOT, 'docs', file), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
        title!
          .toLowerCase()
          .replace(/[^\w\- ]/g, '')
          .replaceAll(' ', '-'),
      );
    const links = [...runbook.matchAll(/\]\(([\w.-]*\.md)?#([\w-]+)\)/g)];
    const broken = links.filter(([, file = 'runbook.md', anchor]) => !anchors(file).includes(anchor!));
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  // Debian has it in its package `prometheus`; where it is not, the alerts are read as YAML alone.
  const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
  (hasPromtool ? test : test.skip)('Prometheus takes the alerts, and they fire when they should (promtool)', () => {
    for (const args of [
      ['check', 'rules', 'deploy/prometheus/alerts.yml'],
      ['check', 'config', 'deploy/prometheus/prometheus.yml'],
      ['test', 'rules', 'test/support/telemetry/alerts.yml'],
    ]) {
      const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: ROOT, encoding: 'utf8' });
      expect([status, `${stdout}${stderr}`]).toEqual([0, expect.stringContaining('SUCCESS')]);
    }
  });
});

test('what an expression asks for is read out of it', () => {
  const expression =
    'histogram_quantile(0.99, sum by (le, route) (rate(http_seconds_bucket{job="x", route!~"/a|/b"}[5m]))) > 2 and on (job) absent(up{job="x"} == 1) or time() - max(read_at) > 60';
  expect(metricsIn(expression)).toEqual(['http_seconds', 'read_at']);
  expect(labelsIn(expression)).toEqual(['job', 'route', 'le']);
  expect(expressions().every(({ expression }) => metricsIn(expression).length > 0 || expression.includes('up{'))).toBe(
    true,
  );
  const text = '# TYPE http_seconds histogram\nhttp_seconds_bucket{le="1",route="/a{b}"} 3\nhttp_seconds_count 3\n';
  expect([...scraped(text)]).toEqual([['http_seconds', new Set(['le', 'route'])]]);
});

describe('numbers that are kept', () => {
  const minute = 60_000;

  function keeping() {
    const world = { now: 0, takes: 0, reads: 0, fails: false, warned: 0 };
    const read = createKept({
      forMs: 10_000,
      clock: () => world.now,
      warn: () => void (world.warned += 1),
      async read() {
        world.reads += 1;
        world.now += world.takes;
        if (world.fails) throw new Error('away');
        return world.reads;
      },
    });
    return { world, read };
  }

  test('are read once for all who ask within ten seconds, and then anew', async () => {
    const { world, read } = keeping();
    const all = await Promise.all([read(), read(), read()]);
    world.now = 9_999;
    expect([...all, await read()].map((one) => one?.value)).toEqual([1, 1, 1, 1]);
    world.now = 10_000;
    expect(await read()).toEqual({ value: 2, readAtMs: 10_000 });
  });

  test('are read the more seldom the longer that takes: a fiftieth of the time at most', async () => {
    const { world, read } = keeping();
    world.takes = 2_000;
    await read();
    world.now = 101_999;
    expect((await read())?.value).toBe(1);
    world.now = 102_000;
    expect((await read())?.value).toBe(2);
  });

  test('stay as they were read last while they cannot be read, and say when that was', async () => {
    const { world, read } = keeping();
    world.fails = true;
    expect(await read()).toBeNull();
    world.now = minute;
    world.fails = false;
    await read();
    world.now = 2 * minute;
    world.fails = true;
    expect(await read()).toEqual({ value: 2, readAtMs: minute });
    expect(world.warned).toBe(2);
  });
});

describe('the log', () => {
  const logged = (log: (logger: ReturnType<typeof createLogger>) => void, isReadable = false) => {
    const lines: string[] = [];
    const out = { write: (line: string) => void lines.push(line) };
    log(createLogger(isReadable ? readable(out) : out));
    return lines.join('');
  };

  test('says of whatever a worker logs which workflow has it done, and for which request', () => {
    const doing = { workflowId: 'order/SO-1', activity: 'sendMail', requestId: 'erp-1' };
    const line = logged((logger) => whileDoing(doing, () => logger.info({ count: 1 }, 'done')));
    expect(JSON.parse(line)).toMatchObject({ ...doing, count: 1, msg: 'done', level: 30 });
    expect(JSON.parse(logged((logger) => logger.info('done')))).not.toHaveProperty('requestId');
  });

  test('is lines for people on a machine of developers, with the stack of what went wrong', () => {
    expect(
      logged((logger) => logger.info({ by: null, route: '/v1', workflows: ['a', 'b'] }, 'answered'), true),
    ).toMatch(/^\d\d:\d\d:\d\d\.\d{3} info {2}answered by=null route=\/v1 workflows=a,b\n$/);
    const failed = logged((logger) => logger.error({ err: new Error('no way'), why: 'two words' }, 'failed'), true);
    expect(failed).toMatch(/^\S+ ERROR failed why="two words"\n {2}Error: no way\n {6}at /);
  });
});
