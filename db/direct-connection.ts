import pg from "pg";

/** A setting of our own that is sent with the start of a connection. */
const probe = "wattdesk.is_direct";

/**
 * Whether a connection goes to PostgreSQL itself. LISTEN, advisory locks and migrations need their own sessions,
 * which a pooler in transaction mode does not give. A pooler refuses start-up options that it does not know, or
 * leaves them out; PostgreSQL takes them.
 * @throws the driver's error when the connection cannot be opened
 */
export async function isDirectConnection(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    options: `-c ${probe}=yes`,
    connectionTimeoutMillis: 5_000,
  });
  try {
    await client.connect();
    const { rows } = await client.query(`select current_setting('${probe}', true) as answer`);
    return rows[0]?.answer === "yes";
  } catch (error) {
    const isRefused = error instanceof Error && error.message.includes("startup parameter");
    if (!isRefused) throw error;
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** @throws Error that names the variable, where the owner's connection goes through a pooler */
export async function requireDirectConnection(ownerUrl: string): Promise<void> {
  if (await isDirectConnection(ownerUrl)) return;
  throw new Error(
    "The owner's connection goes through a pooler. Set DATABASE_OWNER_URL to PostgreSQL itself: migrations and the queue need their own sessions.",
  );
}
