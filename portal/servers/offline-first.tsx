import { Page } from '../layout.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useTexts } from '../reader.ts';
import type { Server } from '../services.ts';

type OfflineFirstProps = {
  server: Server;
  /** Whether the reader may free it without its return. */
  overrides: boolean;
};

/** What has to happen before the machine of an offline server can be another, and who can help when it is dead. */
export function OfflineFirst({ server: { id, customer }, overrides }: OfflineFirstProps) {
  const { servers } = useTexts();
  return (
    <>
      <p>{servers.offlineFirst}</p>
      <p>
        <a className="btn action" href={`/customers/${customer}/offline?server=${id}`}>
          {servers.offlineReturn}
        </a>
      </p>
      {overrides ? (
        <p>
          <a className="btn action" href={`/customers/${customer}/servers/${id}/override`}>
            {servers.override}
          </a>
        </p>
      ) : (
        <p>{servers.offlineDead}</p>
      )}
    </>
  );
}

type PageProps = OfflineFirstProps & {
  title: string;
  back: { href: string; text: string };
  failure: string | undefined;
};

/** The same, in place of a form that could not be carried out. */
export function OfflineFirstPage({ title, back, failure, ...about }: PageProps) {
  return (
    <Page title={title} back={back}>
      {failure !== undefined && <Notice kind="danger" title={failure} />}
      <OfflineFirst {...about} />
    </Page>
  );
}
