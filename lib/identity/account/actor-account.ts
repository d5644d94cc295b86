import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { apiClients, users } from "@/db/schema";
import { type Actor, isPerson } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { Forbidden, Unauthenticated } from "@/lib/core/errors";
import { whyRefused } from "../api-credentials/authenticate-api-client";

const selectActorAccount = (transaction: Transaction, userId: string) =>
  transaction
    .select({
      role: users.role,
      status: users.status,
      deletedAt: users.deletedAt,
      accessEndsAt: users.accessEndsAt,
    })
    .from(users)
    .where(eq(users.id, userId))
    .$dynamic();

type ActorAccount = Awaited<ReturnType<typeof selectActorAccount>>[number];

/**
 * Reads a person's account again and keeps it from changing until the transaction ends. The lock is the one that an
 * update of the account takes: two transactions that both held a weaker one would each wait for the other's.
 * @throws Unauthenticated, or Forbidden when the role is another one by now
 */
export async function lockActorAccount(transaction: Transaction, actor: Actor): Promise<void> {
  if (!isPerson(actor)) return;
  const [standing] = await selectActorAccount(transaction, actor.userId).for("no key update");
  check(actor, standing);
}

/**
 * Looks whether an actor may still act whose request was answered a while ago: a person as they are now, a client
 * that would still be let in.
 * @throws Unauthenticated, or Forbidden when the role is another one by now
 */
export async function revalidateActor(transaction: Transaction, actor: Actor): Promise<void> {
  if (isPerson(actor)) {
    const [standing] = await selectActorAccount(transaction, actor.userId);
    check(actor, standing);
  }
  if (actor.kind !== "api-client") return;
  const [client] = await transaction
    .select({
      revokedAt: apiClients.revokedAt,
      expiresAt: apiClients.expiresAt,
      allowedAddresses: apiClients.allowedAddresses,
    })
    .from(apiClients)
    .where(eq(apiClients.id, actor.clientId));
  if (!client || whyRefused(client, actor.clientAddress)) throw new Unauthenticated();
}

function check(actor: Actor, person: ActorAccount | undefined): void {
  if (person?.status !== "active" || person.deletedAt) throw new Unauthenticated();
  if (person.accessEndsAt && person.accessEndsAt <= now()) throw new Unauthenticated();
  if (actor.kind !== "restricted" && person.role !== actor.role)
    throw new Forbidden("The actor's role has just changed.");
}
