type Place = {
  name?: string | null | undefined;
  streetAndNumber?: string | null | undefined;
  streetAddInfo?: string | null | undefined;
  zipCode?: string | null | undefined;
  town?: string | null | undefined;
};

/** As long as the column. */
const MAX_LENGTH = 100;

/**
 * What a building is called: by its name, else by its address in one line. The database's trigger `keep_name` does
 * the same to what is stored; a test compares them.
 */
export function toBuildingName(place: Place): string {
  const street = line(" ", place.streetAndNumber, place.streetAddInfo);
  const address = line(", ", street, line(" ", place.zipCode, place.town));
  return place.name?.trim() ? place.name : Array.from(address).slice(0, MAX_LENGTH).join("") || "–";
}

const line = (separator: string, ...parts: (string | null | undefined)[]) =>
  parts.filter(Boolean).join(separator);

/** Whether a building can be told from others: by a name or by a part of its address. */
export const isNameable = (place: Place): boolean =>
  [place.name, place.streetAndNumber, place.zipCode, place.town].some((part) => part?.trim());
