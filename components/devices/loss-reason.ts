/** The codes by which manufacturers say why a connection ended. */
const knownReasons = [
  "password_changed",
  "consent_withdrawn",
  "access_revoked",
  "session_expired",
  "invalid_grant",
] as const;

type KnownReason = (typeof knownReasons)[number];

/**
 * Why a manufacturer ended a connection: in words where it is a known code, else as the manufacturer said it.
 * @param t the messages of `connections`
 */
export function lossReasonText(t: (key: `lossReasons.${KnownReason}`) => string, reason: string) {
  const known = knownReasons.find((code) => code === reason);
  return known ? t(`lossReasons.${known}`) : reason;
}
