import type { AdvisoryView } from '../../services/advisories/advisories.ts';
import { InstantText } from '../format.tsx';
import { Page } from '../layout.tsx';
import { Empty } from '../parts/list/empty.tsx';
import { useTexts } from '../reader.ts';

type AdvisoriesPageProps = { items: readonly AdvisoryView[]; nextCursor: string | null };

/** What the vendor advises of versions, and has advised. */
export function AdvisoriesPage({ items, nextCursor }: AdvisoriesPageProps) {
  const { advisories: texts, pager } = useTexts();
  return (
    <Page title={texts.all} wide>
      <section className="card" aria-label={texts.all}>
        {items.length === 0 ? (
          <Empty icon="alert" {...texts.none} />
        ) : (
          <ul className="list-group list-group-flush">
            {items.map(({ id, title, severity, affects, publishedAt, withdrawnAt }) => (
              <li key={id} className="list-group-item">
                <a href={`/advisories/${id}`}>
                  <bdi dir="auto">{title}</bdi>
                </a>
                <div className="text-secondary">
                  {texts.severities[severity]} · <bdi dir="ltr">{affects}</bdi>
                </div>
                <div className="text-secondary">
                  {withdrawnAt ? texts.withdrawn : texts.published} <InstantText at={withdrawnAt ?? publishedAt} />
                </div>
              </li>
            ))}
          </ul>
        )}
        {nextCursor && (
          <div className="card-footer">
            <a
              className="btn"
              rel="next"
              href={`/advisories?${new URLSearchParams({ cursor: nextCursor }).toString()}`}
            >
              {pager.next}
            </a>
          </div>
        )}
      </section>
    </Page>
  );
}
