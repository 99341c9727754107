import { CATALOGUE } from '../../domain/catalogue.ts';
import { Name } from '../layout.tsx';
import { Form } from '../parts/form.tsx';
import { Held } from '../servers/list.tsx';
import type { Server } from '../servers/server.ts';
import { useTexts } from '../reader.ts';

/** A capacity that was set: what it was, what it is, and the server's place in its stream since. */
export type Done = { server: string; application: string; before: number; after: number; seq: number };

/** Writes what was done into an address, so that the page after it can say so, and offer to take it back. */
export function writeDone({ server, application, before, after, seq }: Done): string {
  return [server, application, before, after, seq].join(':');
}

/** Reads what was done from an address; what is no such thing is left out. */
export function readDone(texts: string | readonly string[] | undefined): Done[] {
  return [texts ?? []].flat().flatMap((text) => {
    const match = /^([\w.-]{1,80}):([\w-]{1,80}):(\d{1,7}):(\d{1,7}):(\d{1,9})$/.exec(text);
    if (!match) return [];
    const [, server = '', application = '', before, after, seq] = match;
    return [{ server, application, before: Number(before), after: Number(after), seq: Number(seq) }];
  });
}

type NoticeProps = { customer: string; done: readonly Done[]; servers: readonly Server[] };

/** Says what was assigned, and takes it back: the capacity before, unless somebody changed it meanwhile. */
export function DoneNotice({ customer, done, servers }: NoticeProps) {
  const { assign } = useTexts();
  const known = done.filter(({ server }) => servers.some(({ id }) => id === server));
  if (known.length === 0) return null;
  return (
    <div className="notice state-good flex-wrap" role="status">
      <div className="me-auto">
        <h2>{assign.done}</h2>
        <ul className="list-unstyled m-0">
          {known.map(({ server, application, after }) => (
            <li key={`${server} ${application}`}>
              <Name>{servers.find(({ id }) => id === server)!.name}</Name>:{' '}
              {CATALOGUE.get(application)?.name ?? application}, <Held application={application} capacity={after} />
            </li>
          ))}
        </ul>
      </div>
      <Form action={`/customers/${customer}/assign`}>
        <input type="hidden" name="undo" value="yes" />
        {known.map(({ server, application, before, after, seq }) => (
          <Wish key={`${server} ${application}`} {...{ server, application, seq, was: after, capacity: before }} />
        ))}
        <button className="btn">{assign.undo}</button>
      </Form>
    </div>
  );
}

type WishProps = { server: string; application: string; seq: number; was: number; capacity: number };

/** The fields of a capacity that is to be set without a person typing it. */
function Wish({ server, application, seq, was, capacity }: WishProps) {
  const at = `${server}:${application}`;
  return (
    <>
      <input type="hidden" name={`seq:${at}`} value={seq} />
      <input type="hidden" name={`was:${at}`} value={was} />
      <input type="hidden" name={`set:${at}`} value={capacity} />
    </>
  );
}
