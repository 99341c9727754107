import { runAdmin } from '../../admin/program.ts';
import { findInstallation } from './installation.ts';

await runAdmin(findInstallation);
