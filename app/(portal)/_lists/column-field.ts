/** What the names of a form's fields for columns begin with. */
export const columnField = "column_";
