/** The id of the form that a list's rows are chosen for. */
export const bulkForm = "bulk-action";
