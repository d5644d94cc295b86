type Place = {
  name?: string | null | undefined;
  streetAndNumber?: string | null | undefined;
  streetAddInfo?: string | null | undefined;
  zipCode?: string | null | undefined;
  town?: string | null | undefined;
};

const fold = (text: string | null | undefined) =>
  (text ?? "")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/str(?:asse|\.)(?=\P{L}|$)/gu, "str")
    .replace(/[^\p{L}\p{N}]/gu, "");

/** The address of a building without what people write differently; empty when no street is known. */
export const toAddressKey = (place: Place): string =>
  place.streetAndNumber
    ? [place.streetAndNumber, place.streetAddInfo, place.zipCode ?? place.town].map(fold).join("|")
    : "";

export const toNameKey = ({ name }: Place): string => fold(name);

/** Whether two buildings of one end-user are the same: by name and address. */
export const isSamePlace = (one: Place, other: Place): boolean =>
  toNameKey(one) === toNameKey(other) && toAddressKey(one) === toAddressKey(other);
