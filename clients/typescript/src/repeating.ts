type Send = (request: Request) => Promise<Response>;

const MOST_SECONDS = 60;
const AFTER_A_LOST_ANSWER_SECONDS = 1;

/** Sends a request again where its answer was lost or says when to, so often in all. */
export function repeating(send: Send, attempts: number): Send {
  return async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt >= attempts;
      const { response, seconds } = await sendOnce(send, isLast ? request : request.clone(), isLast);
      if (response && (isLast || seconds === null)) return response;
      await response?.body?.cancel();
      await pause(seconds ?? AFTER_A_LOST_ANSWER_SECONDS, request.signal);
    }
  };
}

async function sendOnce(send: Send, request: Request, isLast: boolean) {
  try {
    const response = await send(request);
    return { response, seconds: secondsToWait(response) };
  } catch (error) {
    if (isLast || request.signal.aborted) throw error;
    return { response: null, seconds: null };
  }
}

/** What an answer says of when to send the same again; null where it is the answer. */
function secondsToWait({ headers }: Response): number | null {
  const said = headers.get('retry-after');
  return said === null ? null : Math.min(Number(said) || AFTER_A_LOST_ANSWER_SECONDS, MOST_SECONDS);
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1_000);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
