import type { NamedAdvisory } from '../../../domain/advisories/advisory.ts';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';
import { useTexts } from '../../reader.ts';
import type { PageServices, Server } from '../../services.ts';

/** What the vendor advises of servers, by their ids; of those that nothing concerns nothing is there. */
export type Advised = ReadonlyMap<string, readonly NamedAdvisory[]>;

/** What concerns each of some servers, by the version that it said last. */
export async function advisedOf({ advisories }: PageServices, servers: readonly Server[]): Promise<Advised> {
  const named = await Promise.all(
    servers.map(async ({ id, version }) => [id, await advisories.affecting(version)] as const),
  );
  return new Map(named.filter(([, some]) => some.length > 0));
}

/** The titles of what concerns a server; nothing where nothing does. */
export function AdvisedBy({ advisories = [] }: { advisories: readonly NamedAdvisory[] | undefined }) {
  return advisories.map(({ id, title }) => (
    <div key={id}>
      <Icon name="alert" /> <a href={`/advisories/${id}`}>{title}</a>
    </div>
  ));
}

/** What concerns a server's version, and what to do about it. */
export function AdvisoryNotices({ advisories }: { advisories: readonly NamedAdvisory[] }) {
  const { advisories: texts } = useTexts();
  return advisories.map(({ id, title, severity, url, fixedIn }) => (
    <Notice
      key={id}
      kind={severity === 'critical' || severity === 'high' ? 'danger' : 'warning'}
      title={texts.concerns(texts.severities[severity], title)}
      text={fixedIn === null ? texts.noFix : texts.update(fixedIn)}
    >
      <div className="d-flex flex-wrap gap-3">
        <a href={url} rel="noreferrer">
          {texts.read}
        </a>
        <a href={`/advisories/${id}`}>{texts.more}</a>
      </div>
    </Notice>
  ));
}
