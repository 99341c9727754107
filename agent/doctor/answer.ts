import { TOLERANCE_MS } from '../enforcement/clock.ts';
import { AppSuiteError } from '../errors.ts';
import { send, type Answer } from '../network/send.ts';
import { Failed, failed, good, type Finding } from './findings.ts';

/** What answers where an administrator would look with a browser. */
export async function asked(url: string, timeoutMs: number): Promise<Answer | AppSuiteError> {
  try {
    return await send(`${url}/test`, {}, timeoutMs);
  } catch (error) {
    if (error instanceof AppSuiteError) return error;
    throw error;
  }
}

/** Whether this machine's clock is that of whoever answered. */
export function clockFinding(answer: Answer | AppSuiteError, nowMs: number): Finding {
  const cloudMs = answer instanceof AppSuiteError ? NaN : Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(cloudMs)) return { step: 'clock', outcome: 'not-tried', found: 'no time came back', tell: null };
  const difference = Math.abs(nowMs - cloudMs);
  const seconds = Math.round(difference / 1000);
  if (difference <= TOLERANCE_MS) return good('clock', `within ${seconds} s of the cloud's`);
  const side = nowMs < cloudMs ? 'behind' : 'ahead of';
  return failed(
    'clock',
    new Failed(
      `this machine's clock is ${Math.round(seconds / 60)} minutes ${side} the cloud's`,
      "Set this machine's clock, and let it keep it by a time server (NTP, UDP port 123).",
    ),
  );
}

/** Whether it was the cloud that answered. */
export function cloudFinding(answer: Answer | AppSuiteError): Finding {
  if (answer instanceof AppSuiteError)
    return failed('cloud', new Failed(answer.message, 'Let what this machine sends to the cloud pass unchanged.'));
  const { address, status, body, headers } = answer;
  if (status === 200 && body.includes('successfully connected!'))
    return good('cloud', `${address} says that it is there`);
  if (status >= 500)
    return failed(
      'cloud',
      new Failed(`${address} can't answer now (HTTP ${status})`, 'Nothing: ask the vendor, later.'),
    );
  const kind = headers.get('content-type') ?? 'no type';
  return failed(
    'cloud',
    new Failed(
      `${address} answers as no licensing cloud does (HTTP ${status}, ${kind})`,
      `Let this machine reach ${new URL(address).origin} without a page for signing in or of a filter; if there is none, the address is wrong.`,
    ),
  );
}
