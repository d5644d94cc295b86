/**
 * For what the code or the database sees to: its absence is a fault of ours.
 * @param what names the value in the error
 * @throws Error when the value is absent
 */
export function assertPresent<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`${what} is absent.`);
  return value;
}
