/** A manufacturer's serial number without what people write differently; no two living devices have the same. */
export function toSerialKey(manufacturer: string, serialNumber: string): string {
  const fold = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
  return `${fold(manufacturer)}|${fold(serialNumber)}`;
}
