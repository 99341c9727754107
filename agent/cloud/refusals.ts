/** The body of a refusal (RFC 9457), as far as the AppSuite reads it. */
export type Problem = {
  code: string;
  detail?: string;
  serverTime?: string;
  errors?: { pointer: string; message: string }[];
};

const WHAT_TO_DO: Record<string, string> = {
  TOKEN_UNKNOWN: "The cloud does not know this Activation Token: copy it again from the server's page in the portal.",
  TOKEN_ROTATED:
    'A newer Activation Token took the place of this one: to run this server here, activate with the token that its page in the portal shows now.',
  TOKEN_BOUND_ELSEWHERE:
    "This Activation Token is in use on another machine: to move the server here, rotate the token on the server's page in the portal and activate with the new one.",
  NOTHING_ASSIGNED:
    'Nothing is assigned to this server yet: assign capacity to it in the portal, then activate again with the same token.',
  PAIRING_EXPIRED: 'The code is over: run pair again to get another one.',
  PAIRING_REFUSED: 'Whoever entered the code refused this machine: run pair again where that was a mistake.',
  PAIRING_UNKNOWN: 'The cloud does not know this code any more: run pair again to get another one.',
  SERVICE_NOT_ENTITLED:
    'Nothing on this server entitles it to cloud services: see that it has capacity with active care, then check in.',
  TOO_MANY_MACHINES:
    'This server changed its machine too often in the last 90 days: ask the vendor to rotate its token, then activate with the new one.',
  TOO_MANY_REINSTALLS:
    'This AppSuite was installed anew too often in the last 90 days: keep its folder, give each machine a fingerprint of its own, and ask the vendor to rotate its token.',
  VERSION_TOO_OLD:
    'This AppSuite is too old to be activated: update it to Winter 2020 or later, then activate again with the same token.',
  CHANGE_IN_PROGRESS:
    'The cloud is busy with other changes of this server: activate again in a minute with the same token.',
  CHECK_IN_NOT_AUTHENTIC:
    "The cloud does not recognize this server's key: activate again with the token from the server's page in the portal.",
  KEY_REPLACED:
    "Another installation on this machine took this server's place: remove this one, or activate it again with the token from the server's page in the portal.",
  SERVER_RETIRED:
    'This server was retired in the portal: register a new one there, and activate it from a folder of its own.',
  RETURN_REQUIRED: 'This server is offline: run offline-return, hand the return in at the portal, then activate again.',
  NOT_ACTIVATED: "This server was deactivated: activate it again with the token from the server's page in the portal.",
};

/** One sentence for an administrator: what was refused and what to do; the cloud's own words for a code not known here. */
export function refusalSentence(problem: Problem): string {
  return WHAT_TO_DO[problem.code] ?? inTheCloudsWords(problem);
}

function inTheCloudsWords({ code, detail = 'it gave no reason', errors = [] }: Problem): string {
  const about = [code, ...errors.map(({ pointer, message }) => `${pointer} ${message}`)].join('; ');
  return `The cloud refused: ${detail} (${about})`;
}
