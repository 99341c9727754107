import { SERVER_ROLES, type ServerRole } from '../../../domain/server/server.ts';
import { useTexts } from '../../reader.ts';
import { Select, TextField } from './fields.tsx';

/** The name and the role of a server. */
export function ServerFields({ name, role, required }: { name: string; role: ServerRole; required: boolean }) {
  const { servers, words } = useTexts();
  return (
    <>
      <TextField
        name="name"
        label={servers.name}
        value={name}
        maxLength={200}
        required={required}
        help={servers.nameHelp}
      />
      <div className="mb-3">
        <Select name="role" label={servers.role} value={role} options={SERVER_ROLES} words={words.serverRoles} />
      </div>
    </>
  );
}
