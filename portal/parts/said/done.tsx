import { undoOf, type ChangedCell } from '../../../domain/assigning.ts';
import { ApplicationName } from '../../format.tsx';
import { Name } from './name.tsx';
import { Form } from '../form/form.tsx';
import { readText, type Query } from '../list/query.ts';
import { Held } from './held.tsx';
import { useTexts } from '../../reader.ts';

/**
 * Writes what was done into an address, a text for each server, so that the page after it can say so, and offer to take it back.
 */
export function writeDone(done: readonly ChangedCell[]): string[] {
  const byServer = [...Map.groupBy(done, ({ server }) => server)];
  return byServer.map(([server, cells]) =>
    [server, ...cells.flatMap(({ application, before, after }) => [application, before, after])].join('*'),
  );
}

/** Reads what was done from an address; what is no such thing is left out. */
function readDone(texts: string | readonly string[] | undefined): ChangedCell[] {
  return [texts ?? []].flat().flatMap((text) => {
    const [server = '', ...cells] = text.split('*');
    if (!/^[\w.-]{1,80}$/.test(server)) return [];
    return [...cells.join('*').matchAll(/([\w.-]{1,80})\*(\d{1,7})\*(\d{1,7})(?:\*|$)/g)].map(
      ([, application = '', before, after]) => ({ server, application, before: Number(before), after: Number(after) }),
    );
  });
}

/** What of servers is said here. */
type Named = { id: string; name: string };

export type DoneNoticeProps = {
  customer: string;
  /** What the page's address says: what was assigned, or what was taken back. */
  said: {
    done: readonly ChangedCell[];
    undone: readonly ChangedCell[];
    /** Under which name it was saved: its undo names that, and happens once. */
    save: string;
  };
  servers: readonly Named[];
  /** The server whose page this is, to come back to. */
  at?: string;
};

/** Reads from an address what was done, and what was undone. */
export function readSaid({ done, undone, save }: Query): DoneNoticeProps['said'] {
  return { done: readDone(done), undone: readDone(undone), save: readText(save) };
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
          {said.save !== '' && <Undo customer={customer} done={done!} save={said.save} at={at} />}
        </div>
      )}
    </>
  );
}

function isAmong(servers: readonly Named[], server: string): boolean {
  return servers.some(({ id }) => id === server);
}

type SaidProps = { title: string; what: readonly ChangedCell[]; servers: readonly Named[] };

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

type UndoProps = { customer: string; done: readonly ChangedCell[]; save: string; at: string | undefined };

function Undo({ customer, done: known, save, at }: UndoProps) {
  const { assign } = useTexts();
  return (
    <Form action={`/customers/${customer}/assign`}>
      <input type="hidden" name="undo" value="yes" />
      <input type="hidden" name="request" value={save} />
      {at !== undefined && <input type="hidden" name="server" value={at} />}
      {undoOf(known).map(({ server, application, capacity, expected }) => (
        <input
          key={`${server} ${application}`}
          type="hidden"
          name={`set:${server}:${application}:${expected}`}
          value={capacity}
        />
      ))}
      <button className="btn">{assign.undo}</button>
    </Form>
  );
}
