import type { Transaction } from "@/db/client";

/** The `load` step of a use-case about the record of the input's id. */
export const loadById =
  <Subject>(find: (transaction: Transaction, id: string) => Promise<Subject>) =>
  ({ input, transaction }: { input: { id: string }; transaction: Transaction }): Promise<Subject> =>
    find(transaction, input.id);
