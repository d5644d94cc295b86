/** Fields whose digits are a name and no amount. */
const identifiers = ["owner", "externalUserId", "externalDeviceId", "meterId", "zipCode"];

/** Excel shows and exports long numbers as `4,00638E+12`; the digits behind are lost. */
const roundedNumber = /^[-+]?\d+([.,]\d+)?E[-+]?\d+$/i;

const errorValue =
  /^#(NAME\?|NV|N\/A|WERT!|VALUE!|BEZUG!|REF!|DIV\/0!|ZAHL!|NUM!|NULL!|ÜBERLAUF!|SPILL!|KALK!|CALC!|FELD!|FIELD!|BLOCKIERT!|BLOCKED!|VERBINDEN!|CONNECT!|UNBEKANNT!|UNKNOWN!|GETTING_DATA|#{2,})$/i;

/**
 * What a spreadsheet has made of cells that cannot be undone, by field.
 * @returns keys of the `problems` messages
 */
export function findSpreadsheetProblems(values: Record<string, string>): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const [field, value] of Object.entries(values)) {
    const cell = value.trim();
    if (errorValue.test(cell)) problems[field] = "excelError";
    else if (identifiers.includes(field) && isRoundedNumber(cell)) problems[field] = "excelNumber";
  }
  return problems;
}

export const isRoundedNumber = (cell: string) => roundedNumber.test(cell);
