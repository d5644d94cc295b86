import { NodePgTransaction } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { dialect, ReadingSession, type Transaction } from "./transactions";

type Prepared = ReturnType<ReadingSession["prepareQuery"]>;
type Preparation = Parameters<ReadingSession["prepareQuery"]>;

/** Notes what the query builder prepares, and carries nothing out. */
class NotingSession extends ReadingSession {
  noted: Preparation | undefined;

  override prepareQuery(...preparation: Preparation): never {
    this.noted = preparation;
    return super.prepareQuery(...preparation) as never;
  }
}

type Builder<Rows> = PromiseLike<Rows> & { prepare(name: string): unknown };

/**
 * A statement that the query builder puts together once, and not for each call: for the few that run
 * hundreds of times a second, where that took a third of the time.
 * @param build makes it, with `sql.placeholder(name)` where values go; they are sent as given, unlike those of
 *   columns, so that moments have to be ISO texts
 * @returns carries it out within a transaction, with the values by their names
 */
export function prepareStatement<Rows>(build: (transaction: Transaction) => Builder<Rows>) {
  let kept: { preparation: Preparation; joins: unknown } | undefined;
  return (transaction: Transaction, values: Record<string, unknown>): Promise<Rows> => {
    kept ??= prepare(build);
    const { session } = transaction as unknown as { session: ReadingSession };
    const prepared = session.prepareQuery(...kept.preparation);
    joinsOf(prepared).joinsNotNullableMap = kept.joins;
    return prepared.execute(values) as Promise<Rows>;
  };
}

/**
 * As `prepareStatement`, for a statement that comes in several shapes: it is kept once for each.
 * @param build makes the statement of a shape
 */
export function prepareStatements<Shape extends object, Rows>(
  build: (transaction: Transaction, shape: Shape) => Builder<Rows>,
) {
  const kept = new Map<string, ReturnType<typeof prepareStatement<Rows>>>();
  return (transaction: Transaction, shape: Shape, values: Record<string, unknown>) => {
    const key = JSON.stringify(shape);
    let statement = kept.get(key);
    if (!statement) {
      statement = prepareStatement((nowhere) => build(nowhere, shape));
      kept.set(key, statement);
    }
    return statement(transaction, values);
  };
}

function prepare<Rows>(build: (transaction: Transaction) => Builder<Rows>) {
  const session = new NotingSession(undefined as unknown as pg.PoolClient, dialect, undefined);
  const nowhere = new NodePgTransaction(dialect, session, undefined);
  const prepared = build(nowhere as unknown as Transaction).prepare("kept") as Prepared;
  if (!session.noted) throw new Error("The query builder prepared nothing.");
  return { preparation: session.noted, joins: joinsOf(prepared).joinsNotNullableMap };
}

/** Which joined records may be absent: the builder tells after preparing. */
const joinsOf = (prepared: Prepared) => prepared as unknown as { joinsNotNullableMap?: unknown };
