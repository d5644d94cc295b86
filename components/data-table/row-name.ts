/** The id of the cell that names a row. */
export const rowNameId = (id: string) => `row-${id}`;
