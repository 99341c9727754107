import { ApplicationName } from '../format.tsx';
import { Name } from './name.tsx';
import { Form } from './form.tsx';
import type { Query } from './query.ts';
import { Held } from './held.tsx';
import type { Server } from '../services.ts';
import { useTexts } from '../reader.ts';

/** A capacity that was set: what it was, what it is, and the server's place in its stream since. */
export type Done = { server: string; application: string; before: number; after: number; seq: number };

/** Writes what was done into an address, so that the page after it can say so, and offer to take it back. */
export function writeDone({ server, application, before, after, seq }: Done): string {
  return [server, application, before, after, seq].join(':');
}

/** Reads what was done from an address; what is no such thing is left out. */
function readDone(texts: string | readonly string[] | undefined): Done[] {
  return [texts ?? []].flat().flatMap((text) => {
    const match = /^([\w.-]{1,80}):([\w-]{1,80}):(\d{1,7}):(\d{1,7}):(\d{1,9})$/.exec(text);
    if (!match) return [];
    const [, server = '', application = '', before, after, seq] = match;
    return [{ server, application, before: Number(before), after: Number(after), seq: Number(seq) }];
  });
}

export type DoneNoticeProps = {
  customer: string;
  /** What the page's address says: what was assigned, or what was taken back. */
  said: { done: readonly Done[]; undone: readonly Done[] };
  servers: readonly Server[];
  /** The server whose page this is, to come back to. */
  at?: string;
};

/** Reads from an address what was done, and what was undone. */
export function readSaid({ done, undone }: Query): DoneNoticeProps['said'] {
  return { done: readDone(done), undone: readDone(undone) };
}

/** Says what was assigned, and takes it back: the capacity before, unless somebody changed it meanwhile. */
export function DoneNotice({ customer, said, servers, at }: DoneNoticeProps) {
  const { assign } = useTexts();
  const [done, undone] = [said.done, said.undone].map((some) => some.filter(({ server }) => isAmong(servers, server)));
  return (
    <>
      {undone!.length > 0 && (
        <div className="notice state-good flex-wrap" role="status">
          <Said title={assign.undone} what={undone!} servers={servers} />
        </div>
      )}
      {done!.length > 0 && (
        <div className="notice state-good flex-wrap" role="status">
          <Said title={assign.done} what={done!} servers={servers} />
          <Undo customer={customer} done={done!} at={at} />
        </div>
      )}
    </>
  );
}

function isAmong(servers: readonly Server[], server: string): boolean {
  return servers.some(({ id }) => id === server);
}

type SaidProps = { title: string; what: readonly Done[]; servers: readonly Server[] };

/** What servers have since. */
function Said({ title, what, servers }: SaidProps) {
  return (
    <div className="me-auto">
      <h2>{title}</h2>
      <ul className="list-unstyled m-0">
        {what.map(({ server, application, after }) => (
          <li key={`${server} ${application}`}>
            <Name>{servers.find(({ id }) => id === server)!.name}</Name>: <ApplicationName application={application} />,{' '}
            <Held application={application} capacity={after} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type UndoProps = { customer: string; done: readonly Done[]; at: string | undefined };

function Undo({ customer, done: known, at }: UndoProps) {
  const { assign } = useTexts();
  return (
    <Form action={`/customers/${customer}/assign`}>
      <input type="hidden" name="undo" value="yes" />
      {at !== undefined && <input type="hidden" name="server" value={at} />}
      {known.map(({ server, application, before, after, seq }) => (
        <Wish key={`${server} ${application}`} {...{ server, application, seq, was: after, capacity: before }} />
      ))}
      <button className="btn">{assign.undo}</button>
    </Form>
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
