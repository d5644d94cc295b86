/**
 * The sender of a mail: the organization's name before the operator's address, which alone the mail
 * provider accepts.
 * @param from the operator's sender, as an address or `Name <address>`
 */
export function senderOf(from: string, name: string | null): string {
  if (!name) return from;
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from;
  return `"${name}" <${address}>`;
}
