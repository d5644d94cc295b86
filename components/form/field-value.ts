/** What a control of a form holds for a stored value: nothing stored is an empty control. */
export const toFieldValue = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? "" : String(value);
